/** Times comparison and judgement against `diffWords` of the npm package diff on the same pairs, and by length. */
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { diffWords } from 'diff';
import { assessChange } from '../src/core/history/assess-change.ts';
import { loadClauseReader } from '../src/io/load-clause-reader.ts';
import { corpusFile } from '../test/helpers/corpus.ts';

/** diffWords is slow, so only every eighth pair is used. */
const SAMPLE_EVERY = 8;
const DIFF_TIMEOUT_MS = 20_000;

const clauseReader = loadClauseReader();
const pairs = realPairs() ?? [generatePair(100_000), generatePair(200_000), generatePair(300_000)];
let [ourMs, diffMs, gaveUp] = [0, 0, 0];
for (const [before, after] of pairs) {
  let started = performance.now();
  assessChange(before, after, { clauseReader });
  ourMs += performance.now() - started;
  started = performance.now();
  if (diffWords(before, after, { timeout: DIFF_TIMEOUT_MS }) === undefined) gaveUp++;
  diffMs += performance.now() - started;
}
console.log(`comparison and judgement of ${pairs.length} pairs: ${(ourMs / pairs.length).toFixed(0)} ms a pair`);
console.log(
  `  diffWords on the same: ${(diffMs / pairs.length).toFixed(0)} ms a pair, ${(diffMs / ourMs).toFixed(1)} times as long` +
    (gaveUp > 0 ? `, and gave up on ${gaveUp} after ${DIFF_TIMEOUT_MS / 1000} s` : ''),
);
for (const length of [10_000, 100_000, 1_000_000, 5_000_000]) {
  const [before, after] = generatePair(length);
  const started = performance.now();
  assessChange(before, after, { clauseReader });
  const ms = performance.now() - started;
  console.log(`  ${length / 1000} kB: ${ms.toFixed(1)} ms, ${((ms * 1000) / (length / 1000)).toFixed(0)} µs a kB`);
}

function realPairs(): [string, string][] | undefined {
  const labels = corpusFile('pairs-dev.jsonl');
  if (labels === undefined) return undefined;
  const lines = readFileSync(labels, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '');
  return lines
    .filter((_, i) => i % SAMPLE_EVERY === 0)
    .map((line) => {
      const { id } = JSON.parse(line);
      const read = (side: 'old' | 'new') => readFileSync(join(dirname(labels), 'pairs', id, `${side}.md`), 'utf8');
      return [read('old'), read('new')];
    });
}

/** Two texts of about `length` characters: 10 % of their clauses differ, 1 % are about AI. */
function generatePair(length: number): [string, string] {
  const text = (seed: number) =>
    Array.from({ length: Math.ceil(length / 80) }, (_, i) => {
      const what = i % 100 === 0 ? 'how machine learning is used' : 'what members may do';
      return `Rule ${i} says ${what} in house ${i * 7} and in room ${i % 10 === 0 ? i * seed : i}.`;
    }).join('\n\n');
  return [text(3), text(5)];
}
