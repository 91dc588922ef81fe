/**
 * Builds the training set: the corpus, labels of public collections, and our own clauses, all as the program itself splits, compares and
 * hashes them.
 *
 *     node training/dataset.ts CORPUS COLLECTIONS WORK
 *
 * CORPUS holds `clauses.jsonl`, `clauses-own.jsonl`, `pairs-dev.jsonl` and `pairs/`; COLLECTIONS a clone of each public collection under
 * its own name (labels/README.md). Writes into WORK:
 *
 * - `labelled.jsonl`: a labelled clause a line, `{source, service, language?, clause, acts, weight, direction, training}`;
 * - `written.jsonl`: one of our own differences a line (own/differences.jsonl), `{old?, new?, near?, head, counts, side}`; its sides are
 *   in `labelled.jsonl`, too;
 * - `pairs.jsonl`: a labelled pair a line, `{…its label, old, new: [clause …], differences: [{old?, new?, nearNew?, nearOld?, label?}]}`;
 * - `clauses.jsonl`: the texts, `{text, head, intro, prev, namesAi}` a line; a `clause` above is a line number here, from 0;
 * - `features.u32`: for each clause the count of its own features, these, the count of its context features, and these.
 */
import { closeSync, mkdirSync, openSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { createClauseIndex } from './dataset/clause-index.ts';
import {
  writeCollectionClauses,
  writeCorpusClauses,
  writeOwnClauses,
  writeOwnDifferences,
} from './dataset/labelled-clauses.ts';
import { writeLabelledPairs } from './dataset/labelled-pairs.ts';

const [corpus = '', collections = '', work = ''] = process.argv.slice(2);
if (work === '') throw new Error('usage: node training/dataset.ts CORPUS COLLECTIONS WORK');
mkdirSync(work, { recursive: true });

const openInWork = (name: string): number => openSync(join(work, name), 'w');
const files = {
  labelled: openInWork('labelled.jsonl'),
  written: openInWork('written.jsonl'),
  pairs: openInWork('pairs.jsonl'),
  clauses: openInWork('clauses.jsonl'),
  features: openInWork('features.u32'),
};
const lineWriter = (file: keyof typeof files) => (line: unknown) => {
  writeSync(files[file], `${JSON.stringify(line)}\n`);
};

const writeClause = lineWriter('clauses');
const clauses = createClauseIndex((line, features) => {
  writeClause(line);
  writeSync(files.features, features);
});
// The order decides the clauses' numbers.
writeCorpusClauses(corpus, clauses, lineWriter('labelled'));
await writeCollectionClauses(corpus, collections, clauses, lineWriter('labelled'));
writeOwnDifferences(clauses, lineWriter('labelled'), lineWriter('written'));
writeOwnClauses(clauses, lineWriter('labelled'));
await writeLabelledPairs(corpus, collections, clauses, lineWriter('pairs'));

for (const file of Object.values(files)) closeSync(file);
console.error(`${clauses.size()} clauses`);
