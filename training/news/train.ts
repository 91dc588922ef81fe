/**
 * Trains the models of news, from labels to `weights/` with their card:
 * `node training/news/train.ts CORPUS COLLECTIONS WORK [--python python3]`. Takes three minutes on two cores; nothing in WORK is reused.
 */

import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { copyFileSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

const { values, positionals } = parseArgs({
  options: { python: { type: 'string', default: 'python3' } },
  allowPositionals: true,
});
const [corpus = '', collections = '', work = ''] = positionals;
if (work === '') throw new Error('usage: node training/news/train.ts CORPUS COLLECTIONS WORK [--python python3]');

const here = (name: string) => fileURLToPath(new URL(name, import.meta.url));
const run = (program: string, ...args: string[]) => execFileSync(program, args, { stdio: 'inherit' });

run(process.execPath, here('dataset.ts'), corpus, collections, work);
run(values.python, here('train_classifier.py'), work);
run(process.execPath, here('train-same-event.ts'), work);
run(process.execPath, here('evaluate.ts'), work);
for (const name of ['news.weights', 'stories.json']) copyFileSync(join(work, name), here(`../../weights/${name}`));
writeFileSync(here('../../weights/news.md'), card());

function card(): string {
  const figures: Record<string, Record<string, number>> = JSON.parse(
    readFileSync(join(work, 'news-figures.json'), 'utf8'),
  );
  const columns = Object.keys(Object.values(figures)[0] ?? {});
  const row = (cells: readonly (string | number)[]) => `| ${cells.join(' | ')} |`;
  return `# The weights of news

Written by \`node training/news/train.ts\`, never by hand.

| file | what |
|---|---|
| \`news.weights\` | logistic regressions over an item's traits and hashed words: its label, kind and topics |
| \`stories.json\` | a regression over what two reports have in common, and document frequencies of words |

**Date** ${new Date().toISOString().slice(0, 10)}.

**Trained on** real and invented news items (a corpus that is not in this repository), headlines of a public collection, labelled here by hash, and items
in our own words. Words are kept as hashes, titles not at all.

| labels | lines | SHA-256 |
|---|---|---|
${['news/own.jsonl', 'labels/headlines.jsonl'].map(labels).map(row).join('\n')}

**Metrics** on unseen stories: five folds, each story on one side only; thresholds chosen on the other folds.

${row(['items', ...columns])}
|${'---|'.repeat(columns.length + 1)}
${Object.entries(figures)
  .map(([name, all]) => row([name, ...columns.map((column) => all[column] ?? '')]))
  .join('\n')}

**Intended use**: finding items of music news that may matter to people who upload music, in English, French, German, Spanish, Italian, Portuguese and
Japanese. Nothing else.
`;
}

function labels(name: string): [string, number, string] {
  const file = readFileSync(here(`../${name}`));
  const lines = file.toString('utf8').trimEnd().split('\n').length;
  return [`\`training/${name}\``, lines, createHash('sha256').update(file).digest('hex')];
}
