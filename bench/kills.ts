/**
 * `npm run prove:kills`: kills a fan-out at so many random moments and counts what arrived.
 *
 * node bench/kills.ts [kills] [channels]
 */
import { killFanOut } from '../test/e2e/kills/kill-fan-out.ts';

const [kills = 200, channels = 300] = process.argv.slice(2).map(Number);
const begun = performance.now();
const figures = await killFanOut({ kills, channels });

const { alerts, forums } = figures;
console.log(
  `killed ${figures.kills} times while telling ${alerts} alerts to ${channels} channels, ${forums} of them forums`,
);
console.log(`${figures.messages} messages stand there; wanted: ${alerts * channels}, each once`);
console.log(`missing: ${figures.missing.length}, double: ${figures.double.length}`);
console.log(
  `${figures.repeats} posts were repeats under a known nonce, ${figures.searches} messages were searched for, ` +
    `${figures.lostAnswers} answers were lost`,
);
console.log(`it took ${((performance.now() - begun) / 1000).toFixed(0)} s`);
if (figures.missing.length + figures.double.length > 0) process.exitCode = 1;
