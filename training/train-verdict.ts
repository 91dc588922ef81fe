/**
 * Fits the verdict, prints how well it predicts changes of publishers it has not seen, and exports the reader.
 *
 *     node training/train-verdict.ts WORK [--predictions FILE.jsonl] [--out FOLDER]
 *
 * Reads what `dataset.ts`, `judged.py` and the encoder left in WORK. `--predictions` writes the cross-validated prediction of each change of
 * the corpus, as its `score.mjs` reads it. `--out` writes `reader.json`, both models and their card.
 */
import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { readChangeExamples } from './change-examples.ts';
import { RULE_BASELINES } from './change-metrics.ts';
import { crossValidate, evaluatePredictions } from './evaluate-verdict.ts';
import { exportReader } from './export-reader.ts';
import { fitModels } from './fit-verdict.ts';

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: { predictions: { type: 'string' }, out: { type: 'string' } },
});
const [work = ''] = positionals;
if (work === '') {
  throw new Error('usage: node training/train-verdict.ts WORK [--predictions FILE.jsonl] [--out FOLDER]');
}

const examples = readChangeExamples(work);
const predicted = crossValidate(examples);
const metrics = evaluatePredictions(predicted);
console.table({ ...metrics, ...RULE_BASELINES });
if (values.predictions !== undefined) {
  const lines = predicted
    .filter(({ example }) => example.source === 'corpus')
    .map(({ example, prediction }) => JSON.stringify({ id: example.id, ...prediction }));
  writeFileSync(values.predictions, `${lines.join('\n')}\n`);
}
if (values.out !== undefined) exportReader(work, values.out, fitModels(examples), metrics);
