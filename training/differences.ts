/**
 * What the verdict model is trained on: a row of numbers for each difference of each pair, by the same code as in the program.
 *
 *     node training/differences.ts WORK
 *
 * Reads what `dataset.ts` wrote, `judged.f32` (a row of probabilities for each clause, the number -1 in its first column where the
 * clause is not about AI and was not judged) and `compared.jsonl` (`{pair, difference, logits}`). Writes `differences.f32` and
 * `differences.jsonl` (`{pair, difference}`, the pair's and the difference's place, for each row).
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { featuresOfDifference } from '../src/core/reader/difference-features.ts';
import { OUTPUTS } from '../src/core/reader/outputs.ts';

interface Near {
  clause: number;
  likeness: number;
}

interface PairLine {
  differences: {
    old?: number;
    new?: number;
    nearNew?: Near;
    nearOld?: Near;
    stillStands?: boolean;
    stoodBefore?: boolean;
  }[];
}

const [work = ''] = process.argv.slice(2);
if (work === '') throw new Error('node training/differences.ts WORK');

const linesOf = <Line>(name: string): Line[] =>
  readFileSync(join(work, name), 'utf8')
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));

const bytes = readFileSync(join(work, 'judged.f32'));
const probabilities = new Float32Array(bytes.buffer, bytes.byteOffset, bytes.byteLength / 4);
const saysOf = (clause: number): Float32Array =>
  probabilities.subarray(clause * OUTPUTS.length, (clause + 1) * OUTPUTS.length);
const isJudged = (clause: number | undefined): clause is number =>
  clause !== undefined && (saysOf(clause)[0] ?? -1) >= 0;
const compared = new Map(
  linesOf<{ pair: number; difference: number; logits: number[] }>('compared.jsonl').map((one) => [
    `${one.pair} ${one.difference}`,
    Float32Array.from(one.logits),
  ]),
);

const judged = (clause: number | undefined) => (isJudged(clause) ? saysOf(clause) : undefined);
const near = (one: Near | undefined) =>
  isJudged(one?.clause) ? { says: saysOf(one.clause), likeness: one.likeness } : undefined;

const rows: number[][] = [];
const names: string[] = [];
linesOf<PairLine>('pairs.jsonl').forEach((pair, place) => {
  const differences = pair.differences
    .map((one, at) => ({ ...one, at }))
    .filter((one) => isJudged(one.old) || isJudged(one.new));
  for (const { old, new: now, nearNew, nearOld, stillStands = false, stoodBefore = false, at } of differences) {
    const row = featuresOfDifference(
      {
        before: judged(old),
        after: judged(now),
        nearBefore: near(nearNew),
        nearAfter: near(nearOld),
        stillStands,
        stoodBefore,
        compared: compared.get(`${place} ${at}`),
      },
      pair.differences.length,
    );
    rows.push(row);
    names.push(JSON.stringify({ pair: place, difference: at }));
  }
});
writeFileSync(join(work, 'differences.f32'), Float32Array.from(rows.flat()));
writeFileSync(join(work, 'differences.jsonl'), `${names.join('\n')}\n`);
console.error(`${rows.length} differences, ${rows[0]?.length} numbers each`);
