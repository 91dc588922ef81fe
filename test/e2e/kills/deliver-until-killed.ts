/**
 * Run as a process of its own by kill-fan-out.ts: loads, waits for a line that says how far its clock is ahead, then tells one
 * story after the other to every subscribed channel until somebody kills it; with `finish`, only what is left in the outbox.
 */
import { once } from 'node:events';
import { createDispatch } from '../../../src/app/delivery/dispatch.ts';
import { recordStory } from '../../../src/app/watch/record.ts';
import type { Story } from '../../../src/domain.ts';
import { createSender } from '../../../src/io/discord/sender.ts';
import { openStore } from '../../../src/io/store/open-store.ts';

const [mode, storeUrl = '', api = '', token = ''] = process.argv.slice(2);
/** Faster than Discord allows, so that more happens between two kills. */
const REQUESTS_PER_SECOND = 250;

const [line] = await once(process.stdin, 'data');
const aheadMs = Number(String(line));
process.stdin.destroy();

const store = openStore(storeUrl);
const now = () => new Date(Date.now() + aheadMs);
const dispatch = createDispatch({
  archive: { catalog: { platforms: [], feeds: [], regulation: [], crawlers: [] }, store },
  courier: createSender({ token, api, userAgentAppendix: 'kills', requestsPerSecond: REQUESTS_PER_SECOND }),
  places: { languageOf: () => undefined, isAnnouncement: () => false },
  log: { debug() {}, info() {}, warn() {}, error: (message, fields) => console.error(message, fields) },
  now,
  random: Math.random,
  elapsedMs: () => performance.now(),
});

await drain();
while (mode !== 'finish') {
  let told = 0;
  for await (const _ of store.alerts.entries()) told++;
  await recordStory(store, aStory(told + 1), true, now().toISOString());
  await drain();
}
await store.close();

/** A lost answer is tried again after seconds: until nothing is left. */
async function drain(): Promise<void> {
  await dispatch.deliver();
  for (;;) {
    const { due, later } = dispatch.progress();
    if (due + later === 0) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
    await dispatch.tick();
  }
}

function aStory(number: number): Story {
  const firstSeen = now().toISOString();
  return {
    id: `story-${number}`,
    platforms: ['tunebox'],
    topics: ['training'],
    kind: 'policy-change',
    label: 'alert',
    firstSeen,
    items: [
      {
        id: `item-${number}`,
        title: `Story ${number}`,
        link: `https://tunebox.example/news/${number}`,
        summary: '',
        language: 'en',
        outlet: 'Tunebox',
        official: true,
      },
    ],
  };
}
