/** Where a version stands on training, by what all its clauses say of it. */

import type { Position } from '../../domain/vocabulary.ts';
import type { ActName } from './acts.ts';
import { clampedLogOdds, type LogisticRegression, mostLikelyClass } from './logistic.ts';
import type { OutputProbabilities } from './output-probabilities.ts';
import { outputIndex, STATED_POSITIONS } from './outputs.ts';

const TRAINING_ACTS = [
  'train',
  'train-never',
  'train-consent',
  'train-optout',
  'others-train',
  'others-never',
] as const satisfies readonly ActName[];
const POSITION_OUTPUTS = STATED_POSITIONS.map((position) => outputIndex(`training ${position}`));
const TRAINING_ACT_OUTPUTS = TRAINING_ACTS.map(outputIndex);
/** A clause that says so this surely counts among those that do. */
const MIN_COUNTED_PROBABILITY = 0.3;

/**
 * @returns for each stated position its surest clause, its second, and how many say so, where a clause counts for what it says most surely:
 *   a promise is also a little like a consent; and the surest clause of each act of training.
 */
export function extractPositionFeatures(clauses: readonly OutputProbabilities[]): number[] {
  const stated = clauses.map((says) => {
    const surest = POSITION_OUTPUTS.reduce((one, other) => ((says[other] ?? 0) > (says[one] ?? 0) ? other : one));
    return { surest, probability: says[surest] ?? 0 };
  });
  const sorted = POSITION_OUTPUTS.map((output) =>
    stated.map(({ surest, probability }) => (surest === output ? probability : 0)).sort((one, other) => other - one),
  );
  return [
    ...sorted.map(([surest]) => clampedLogOdds(surest)),
    ...sorted.map(([, second]) => clampedLogOdds(second)),
    ...sorted.map((values) => Math.log1p(values.filter((value) => value > MIN_COUNTED_PROBABILITY).length)),
    ...TRAINING_ACT_OUTPUTS.map((act) => clampedLogOdds(Math.max(0, ...clauses.map((says) => says[act] ?? 0)))),
  ];
}

/** Over the features of a position; the one that speaks most is right. */
export type PositionModel = Readonly<Record<Position, LogisticRegression>>;

/** A clause that says so surely that it speaks of training. */
const MIN_TRAINING_PROBABILITY = 0.5;
const OWN_TRAINING_OUTPUTS = (['train', 'train-never', 'train-consent', 'train-optout'] as const).map(outputIndex);

/** @param clauses of a version, each once however often it stands there. */
export function classifyPosition(clauses: readonly OutputProbabilities[], model: PositionModel): Position {
  const row = extractPositionFeatures(clauses);
  const position = mostLikelyClass(model, row);
  // Of a document that speaks of training nobody can say that it does not.
  const speaks = clauses.some((says) =>
    OWN_TRAINING_OUTPUTS.some((act) => (says[act] ?? 0) >= MIN_TRAINING_PROBABILITY),
  );
  if (position !== 'silent' || !speaks) return position;
  const { silent: _silent, ...stated } = model;
  return mostLikelyClass(stated, row);
}
