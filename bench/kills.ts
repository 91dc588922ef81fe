/**
 * `npm run prove:kills`: kills the bot's deliveries at so many random moments and counts what arrived.
 *
 * node bench/kills.ts [kills] [channels]
 */
import { killDeliveries } from '../test/e2e/kills/kill-deliveries.ts';

const [kills = 300, channels = 200] = process.argv.slice(2).map(Number);
/** Of each kind of fault so many are named. */
const NAMED = 5;

const begun = performance.now();
const { alerts, messages, kinds, left, repeats, searches, lostAnswers } = await killDeliveries({ kills, channels });

console.log(
  `killed ${kills} times while telling ${alerts} alerts to ${channels} channels: ${messages} messages stand there`,
);
console.table(
  Object.fromEntries(
    Object.entries(kinds).map(([kind, { wanted, gathered, missing, twice }]) => [
      kind,
      { wanted, 'told together': gathered, missing: missing.length, twice: twice.length },
    ]),
  ),
);
console.log(
  `${repeats} posts were repeats under a known nonce, ${searches} messages were searched for, ${lostAnswers} answers were lost`,
);
console.log(`${left.length} deliveries are left; it took ${((performance.now() - begun) / 1000).toFixed(0)} s`);
const wrong = Object.values(kinds).flatMap(({ missing, twice }) => [
  ...missing.slice(0, NAMED),
  ...twice.slice(0, NAMED),
]);
for (const what of wrong) console.log(`not once: ${what}`);
for (const what of left.slice(0, NAMED)) console.log(`left: ${what}`);
if (wrong.length + left.length > 0) process.exitCode = 1;
