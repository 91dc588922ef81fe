/** Cross-validates verdicts: each change is predicted by models that have not seen its publisher. */
import { SIGNIFICANCE_BY_VERDICT } from '../src/core/judge/judge.ts';
import { predictVerdict } from '../src/core/judge/verdict-model.ts';
import { classifyPosition } from '../src/core/reader/position-model.ts';
import type { ChangeExample } from './change-examples.ts';
import { type ChangeMetrics, computeMetrics, type EvaluatedChange } from './change-metrics.ts';
import { type FittedModels, fitModels } from './fit-verdict.ts';

/** The first changes of the corpus were known to the authors of the former rules. */
const RULE_FITTED_COUNT = 159;

export interface PredictedExample {
  example: ChangeExample;
  prediction: EvaluatedChange['prediction'];
}

/** @returns predictions in the order of the examples. */
export function crossValidate(examples: readonly ChangeExample[]): PredictedExample[] {
  const folds = new Set(examples.map(({ fold }) => fold));
  const modelsByFold = new Map(
    [...folds].map((heldOut) => [heldOut, fitModels(examples.filter(({ fold }) => fold !== heldOut))]),
  );
  return examples.flatMap((example) => {
    const models = modelsByFold.get(example.fold);
    return models === undefined ? [] : [{ example, prediction: predict(example, models) }];
  });
}

function predict(example: ChangeExample, { verdict: model, positions }: FittedModels): EvaluatedChange['prediction'] {
  const prediction = predictVerdict(example.differences, example.differingCount, model);
  const verdict = example.isUnreadable ? 'silent' : prediction.verdict;
  return {
    change: SIGNIFICANCE_BY_VERDICT[verdict],
    verdict,
    capture: example.isUnreadable ? 'noise' : 'ok',
    topics: verdict === 'silent' ? [] : prediction.topics,
    direction: verdict === 'silent' ? 'neutral' : prediction.direction,
    training: { old: classifyPosition(example.old, positions), new: classifyPosition(example.new, positions) },
    alert: verdict === 'ping',
    major: example.isUnreadable ? 0 : prediction.major,
  };
}

/** @returns metrics by the set of changes. */
export function evaluatePredictions(predicted: readonly PredictedExample[]): Record<string, ChangeMetrics> {
  const changesOf = (source: ChangeExample['source']): EvaluatedChange[] =>
    predicted
      .filter(({ example }) => example.source === source)
      .map(({ example: { label }, prediction }) => ({ label, prediction }));
  const ofCorpus = changesOf('corpus');
  return {
    'all changes of the corpus': computeMetrics(ofCorpus),
    'those that no rule had been fitted to': computeMetrics(ofCorpus.slice(RULE_FITTED_COUNT)),
    'changes of public collections': computeMetrics(changesOf('ours')),
  };
}
