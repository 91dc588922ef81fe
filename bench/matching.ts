/**
 * Measures matching an alert against subscriptions and planning its deliveries.
 *
 * node bench/matching.ts [subscriptions]
 */
import { enqueueAlert } from '../src/app/notify/enqueue-alert.ts';
import { planDeliveries } from '../src/core/alerts/plan-deliveries.ts';
import type { Alert, Subscription } from '../src/domain/alert.ts';
import { TOPICS } from '../src/domain/vocabulary.ts';
import { openStore } from '../src/io/store/open-store.ts';

const [subscriptions = 100_000] = process.argv.slice(2).map(Number);
const RUNS = 30;
const PLATFORMS = ['soundcloud', 'spotify', 'bandcamp', 'youtube', 'deezer', 'tidal', 'suno', 'udio'];
const NOW = '2026-05-01T10:00:00.000Z';
const alert: Alert = {
  id: 'a'.repeat(64),
  kind: 'documents',
  at: NOW,
  platforms: ['soundcloud'],
  topics: ['training', 'pay'],
  changeId: 'a'.repeat(64),
};

const store = openStore('sqlite::memory:');
const all = Array.from({ length: subscriptions }, (_, i) => aSubscription(i));
for (let from = 0; from < all.length; from += 5000) {
  await store.subscriptions.putMany(all.slice(from, from + 5000).map((value) => ({ key: value.id, value })));
}

// CPU time too, because the machine may be shared.
const elapsedMs: number[] = [];
const cpuMs: number[] = [];
let matched = 0;
for (let run = 0; run < RUNS; run++) {
  const started = performance.now();
  const before = process.cpuUsage();
  matched = planDeliveries({ ...alert, id: `alert ${run}` }, await store.subscriptions.all(), NOW).length;
  elapsedMs.push(performance.now() - started);
  const { user, system } = process.cpuUsage(before);
  cpuMs.push((user + system) / 1000);
}
cpuMs.sort((a, b) => a - b);
elapsedMs.sort((a, b) => a - b);
const median = (values: number[]) => (values[RUNS / 2] ?? Number.NaN).toFixed(0);
console.log(
  `${subscriptions} subscriptions, ${matched} of them matched: median ${median(elapsedMs)} ms (target: under 100), ` +
    `${median(cpuMs)} ms of CPU time; slowest ${elapsedMs.at(-1)?.toFixed(0)} ms`,
);

const started = performance.now();
await enqueueAlert(store, alert, NOW);
console.log(`planned and enqueued, one row each: ${(performance.now() - started).toFixed(0)} ms in memory`);

/** A third selects all platforms, the others one; some also a topic. */
function aSubscription(i: number): Subscription {
  const platform = PLATFORMS[i % PLATFORMS.length] ?? '';
  return {
    id: `subscription-${i}`,
    guildId: String(100_000_000_000_000_000n + BigInt(i >> 2)),
    channelId: String(200_000_000_000_000_000n + BigInt(i) * 4099n),
    platforms: i % 3 === 0 ? [] : [platform],
    topics: i % 5 === 0 ? [TOPICS[i % TOPICS.length] ?? 'training'] : [],
    kinds: i % 4 === 0 ? ['documents'] : ['documents', 'news'],
    createdAt: NOW,
    createdBy: '1',
  };
}
