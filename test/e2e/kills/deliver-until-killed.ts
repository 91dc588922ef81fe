/**
 * A process that kill-deliveries.ts starts and kills: it waits for a line that says how far its clock is ahead, then records random events
 * and delivers their alerts; in the mode `finish` it only delivers what is left.
 */
import { once } from 'node:events';
import { createDispatch } from '../../../src/app/deliver/dispatch.ts';
import { createCourier } from '../../../src/io/discord/courier.ts';
import { openStore } from '../../../src/io/store/open-store.ts';
import { aPlatform } from '../../helpers/world.ts';
import { isAnnouncement } from './channels.ts';
import { createRandomEvents } from './random-events.ts';

const [mode, storeUrl = '', api = '', token = ''] = process.argv.slice(2);
/** More than Discord allows, so that more happens between two kills. */
const REQUESTS_PER_SECOND = 250;
/** Shorter than the bot's, for the same reason. */
const TICK_MS = 20;
/** No event follows while this many rows are due, nor at once: else all alerts would end up in bundles. */
const MAX_DUE_ROWS = 40;
const MAX_PAUSE_MS = 100;

const [line] = await once(process.stdin, 'data');
const aheadMs = Number(String(line));
process.stdin.destroy();

const store = openStore(storeUrl);
const now = () => new Date(Date.now() + aheadMs);
const log = {
  ...{ debug() {}, info() {}, warn() {} },
  error: (message: string, fields?: object) => console.error(message, fields),
};
const announcementChannels = new Set<string>();
for (const subscription of await store.subscriptions.all()) {
  if (isAnnouncement(subscription)) announcementChannels.add(subscription.channelId);
}
const dispatch = createDispatch({
  readModel: { catalog: { platforms: [aPlatform()], feeds: [], regulation: [], crawlers: [] }, store },
  courier: createCourier({ token, api, userAgentAppendix: 'kills', requestsPerSecond: REQUESTS_PER_SECOND }),
  guildDirectory: {
    languageOf: () => undefined,
    isUnwritable: () => false,
    isAnnouncement: (channelId) => announcementChannels.has(channelId),
  },
  log,
  now,
  random: Math.random,
  elapsedMs: () => performance.now(),
});
const events = createRandomEvents({ store, now, log });
const tick = setInterval(() => void dispatch.tick(), TICK_MS);

void dispatch.deliver();
await events.repeat();
await events.enqueueDueDigests();
while (mode !== 'finish') {
  if ((await countDueRows()) < MAX_DUE_ROWS) {
    await events.next(Math.random());
    await events.enqueueDueDigests();
    void dispatch.deliver();
  }
  await sleep(Math.random() * MAX_PAUSE_MS);
}
await dispatch.deliver();
clearInterval(tick);
await dispatch.stop();
await store.close();

function sleep(milliseconds: number) {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}

/** Rows without their alert do not count. */
async function countDueRows(): Promise<number> {
  let due = 0;
  for await (const [, { nextAttemptAt, alertId }] of store.outbox.entries()) {
    if (nextAttemptAt <= now().toISOString() && (await store.alerts.has(alertId))) due++;
  }
  return due;
}
