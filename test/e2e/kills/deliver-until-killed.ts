/**
 * Run as a process of its own by kill-deliveries.ts: loads, waits for a line that says how far its clock is ahead, then lets one thing
 * happen after the other and delivers all the while, until somebody kills it; with `finish`, only what is left is delivered.
 */
import { once } from 'node:events';
import { createDispatch } from '../../../src/app/deliver/dispatch.ts';
import { createCourier } from '../../../src/io/discord/courier.ts';
import { openStore } from '../../../src/io/store/open-store.ts';
import { aPlatform } from '../../helpers/world.ts';
import { isAnnouncement } from './channels.ts';
import { createHappenings } from './happenings.ts';

const [mode, storeUrl = '', api = '', token = ''] = process.argv.slice(2);
/** Faster than Discord allows, so that more happens between two kills. */
const REQUESTS_PER_SECOND = 250;
/** More than the bot's second, for the same reason. */
const TICK_MS = 20;
/** Nothing new happens while more than this waits to be told, and not all at once: else all of it were told in the end, as storms. */
const MOST_DUE = 40;
const NEXT_WITHIN_MS = 100;

const [line] = await once(process.stdin, 'data');
const aheadMs = Number(String(line));
process.stdin.destroy();

const store = openStore(storeUrl);
const now = () => new Date(Date.now() + aheadMs);
const log = {
  ...{ debug() {}, info() {}, warn() {} },
  error: (message: string, fields?: object) => console.error(message, fields),
};
const announcements = new Set<string>();
for (const one of await store.subscriptions.all()) if (isAnnouncement(one)) announcements.add(one.channelId);
const dispatch = createDispatch({
  readModel: { catalog: { platforms: [aPlatform()], feeds: [], regulation: [], crawlers: [] }, store },
  courier: createCourier({ token, api, userAgentAppendix: 'kills', requestsPerSecond: REQUESTS_PER_SECOND }),
  guildDirectory: {
    languageOf: () => undefined,
    isUnwritable: () => false,
    isAnnouncement: (channelId) => announcements.has(channelId),
  },
  log,
  now,
  random: Math.random,
  elapsedMs: () => performance.now(),
});
const happenings = createHappenings({ store, now, log });
const ticking = setInterval(() => void dispatch.tick(), TICK_MS);

void dispatch.deliver();
await happenings.repeat();
await happenings.digests();
while (mode !== 'finish') {
  if ((await dueOnDisk()) < MOST_DUE) {
    await happenings.next(Math.random());
    await happenings.digests();
    void dispatch.deliver();
  }
  await sleep(Math.random() * NEXT_WITHIN_MS);
}
await dispatch.deliver();
clearInterval(ticking);
await dispatch.stop();
await store.close();

function sleep(milliseconds: number) {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}

/** Also what this life has not taken in yet; rows of a plan that nobody finished are none. */
async function dueOnDisk(): Promise<number> {
  let due = 0;
  for await (const [, { nextAttemptAt, alertId }] of store.outbox.entries()) {
    if (nextAttemptAt <= now().toISOString() && (await store.alerts.has(alertId))) due++;
  }
  return due;
}
