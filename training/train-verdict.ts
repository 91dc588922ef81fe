/**
 * Learns the verdict from what the reader says of clauses, says how good it is on changes of publishers it has not seen, and puts the reader
 * together.
 *
 *     node training/verdict.ts WORK [--predictions FILE.jsonl] [--out FOLDER]
 *
 * Reads what `dataset.ts`, `judged.py` and the encoder left in WORK. `--predictions`: a line for each change of the corpus, as its `score.mjs`
 * reads it, each by a model that has seen neither its publisher nor its twins. `--out`: `reader.json`, both models and their card.
 */
import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { predictVerdict } from '../src/core/judge/verdict-model.ts';
import { loadEncoder } from '../src/core/reader/encoder/encoder.ts';
import { loadLinearModel } from '../src/core/reader/linear-model.ts';
import { classifyPosition } from '../src/core/reader/position-model.ts';
import type { Significance, Verdict } from '../src/domain/vocabulary.ts';
import { READER_MODEL_SCHEMA } from '../src/io/load-clause-reader.ts';
import { type ChangeExample, readChangeExamples } from './change-examples.ts';
import { computeMetrics, type EvaluatedChange, printFigures, RULE_BASELINES } from './change-metrics.ts';
import { type FittedModels, fitModels } from './fit-verdict.ts';
import { modelCard } from './model-card.ts';

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: { predictions: { type: 'string' }, out: { type: 'string' } },
});
const [work = ''] = positionals;
if (work === '') throw new Error('node training/verdict.ts WORK [--predictions FILE.jsonl] [--out FOLDER]');

/** The corpus's changes up to here had been read by whoever wrote the rules that came before; the later ones nobody had fitted to. */
const RULE_FITTED_COUNT = 159;

const SIGNIFICANCE_BY_VERDICT: Readonly<Record<Verdict, Significance>> = {
  ping: 'major',
  digest: 'minor',
  silent: 'none',
};

// 1. What is said of each change by a model that has not seen its publisher.
const examples = readChangeExamples(work);
const said = new Map(
  [...new Set(examples.map(({ fold }) => fold))].flatMap((held) => {
    const fitted = fitModels(examples.filter(({ fold }) => fold !== held));
    return examples.filter(({ fold }) => fold === held).map((one) => [one, predict(one, fitted)] as const);
  }),
);
const judged = (source: ChangeExample['source']): EvaluatedChange[] =>
  examples
    .filter((one) => one.source === source)
    .map((one) => ({ label: one.label, prediction: said.get(one) ?? predict(one, fitModels(examples)) }));

// 2. How good that is.
const [ofCorpus, ofCollections] = [judged('corpus'), judged('ours')];
const metrics = {
  'all changes of the corpus': computeMetrics(ofCorpus),
  'those that no rule had been fitted to': computeMetrics(ofCorpus.slice(RULE_FITTED_COUNT)),
  'changes of public collections': computeMetrics(ofCollections),
};
printFigures({ ...metrics, ...RULE_BASELINES });
if (values.predictions !== undefined) {
  const lines = examples
    .filter(({ source }) => source === 'corpus')
    .map((one) => JSON.stringify({ id: one.id, ...said.get(one) }));
  writeFileSync(values.predictions, `${lines.join('\n')}\n`);
}

// 3. The reader that has learnt from all.
if (values.out !== undefined) {
  mkdirSync(values.out, { recursive: true });
  for (const name of ['linear.weights', 'encoder.weights']) copyFileSync(join(work, name), join(values.out, name));
  const { verdict, positions } = fitModels(examples);
  const model = READER_MODEL_SCHEMA.parse({
    linear: loadLinearModel(readFileSync(join(work, 'linear.weights'))).checksum,
    encoder: loadEncoder(readFileSync(join(work, 'encoder.weights'))).checksum,
    ...JSON.parse(readFileSync(join(work, 'joined.json'), 'utf8')),
    positions,
    verdict,
  });
  writeFileSync(join(values.out, 'reader.json'), `${JSON.stringify(model, roundToSixDigits)}\n`);
  writeFileSync(join(values.out, 'README.md'), modelCard(work, metrics));
}

function predict(one: ChangeExample, { verdict: model, positions }: FittedModels): EvaluatedChange['prediction'] {
  const weighed = predictVerdict(one.differences, one.differingCount, model);
  const verdict = one.isUnreadable ? 'silent' : weighed.verdict;
  return {
    change: SIGNIFICANCE_BY_VERDICT[verdict],
    verdict,
    capture: one.isUnreadable ? 'noise' : 'ok',
    topics: verdict === 'silent' ? [] : weighed.topics,
    direction: verdict === 'silent' ? 'neutral' : weighed.direction,
    training: { old: classifyPosition(one.old, positions), new: classifyPosition(one.new, positions) },
    alert: verdict === 'ping',
    major: one.isUnreadable ? 0 : weighed.major,
  };
}

/** Six digits decide as sixteen do. */
function roundToSixDigits(_name: string, value: unknown): unknown {
  return typeof value === 'number' ? Number(value.toPrecision(6)) : value;
}
