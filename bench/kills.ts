/**
 * `npm run prove:kills`: kills the bot's deliveries at random moments and counts what arrived.
 *
 * node bench/kills.ts [kills] [channels]
 */
import { killDeliveries } from '../test/e2e/kills/kill-deliveries.ts';

const [kills = 300, channels = 200] = process.argv.slice(2).map(Number);
/** Examples printed per kind of failure. */
const MAX_NAMED = 5;

const startedAt = performance.now();
const { alerts, messages, kinds, left, repeats, searches, lostAnswers } = await killDeliveries({ kills, channels });

console.log(
  `killed ${kills} times while delivering ${alerts} alerts to ${channels} channels: ${messages} messages arrived`,
);
console.table(
  Object.fromEntries(
    Object.entries(kinds).map(([kind, { wanted, gathered, missing, twice }]) => [
      kind,
      { expected: wanted, bundled: gathered, missing: missing.length, duplicated: twice.length },
    ]),
  ),
);
console.log(
  `${repeats} posts repeated a known nonce, ${searches} messages were searched for, ${lostAnswers} answers were lost`,
);
console.log(`${left.length} deliveries are left; took ${((performance.now() - startedAt) / 1000).toFixed(0)} s`);
const misdelivered = Object.values(kinds).flatMap(({ missing, twice }) => [
  ...missing.slice(0, MAX_NAMED),
  ...twice.slice(0, MAX_NAMED),
]);
for (const what of misdelivered) console.log(`not delivered exactly once: ${what}`);
for (const what of left.slice(0, MAX_NAMED)) console.log(`left: ${what}`);
if (misdelivered.length + left.length > 0) process.exitCode = 1;
