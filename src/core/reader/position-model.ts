/** Classifies a version's position on training from the probabilities of its clauses. */
import type { Position } from '../../domain/vocabulary.ts';
import { clampedLogOdds, type LogisticRegression, mostLikelyClass } from '../ml/logistic.ts';
import type { ActName } from './acts.ts';
import { type OutputProbabilities, outputIndex, STATED_POSITIONS } from './outputs.ts';

const OWN_TRAINING_ACTS = ['train', 'train-never', 'train-consent', 'train-optout'] as const satisfies ActName[];
const TRAINING_ACTS = [...OWN_TRAINING_ACTS, 'others-train', 'others-never'] as const satisfies ActName[];
const POSITION_OUTPUTS = STATED_POSITIONS.map((position) => outputIndex(`training ${position}`));
const TRAINING_ACT_OUTPUTS = TRAINING_ACTS.map(outputIndex);
const OWN_TRAINING_OUTPUTS = OWN_TRAINING_ACTS.map(outputIndex);

/** The columns of a row, in order. */
export const POSITION_FEATURES: readonly string[] = [
  ...['surest', 'second', 'count'].flatMap((kind) => STATED_POSITIONS.map((position) => `${kind} ${position}`)),
  ...TRAINING_ACTS,
];

/** From this probability on, a clause counts as stating a position. */
const MIN_COUNTED_PROBABILITY = 0.3;

/**
 * A clause counts only for the position it states most surely: a promise also looks a little like a consent.
 * @returns a finite number for each of POSITION_FEATURES.
 */
export function extractPositionFeatures(clauses: readonly OutputProbabilities[]): number[] {
  const stated = clauses.map((probabilities) => {
    const probabilityOf = (output: number) => probabilities[output] ?? 0;
    const output = POSITION_OUTPUTS.reduce((best, next) => (probabilityOf(next) > probabilityOf(best) ? next : best));
    return { output, probability: probabilityOf(output) };
  });
  const byPosition = POSITION_OUTPUTS.map((position) =>
    stated.map(({ output, probability }) => (output === position ? probability : 0)).sort((a, b) => b - a),
  );
  return [
    ...byPosition.map(([surest]) => clampedLogOdds(surest)),
    ...byPosition.map(([, second]) => clampedLogOdds(second)),
    ...byPosition.map((values) => Math.log1p(values.filter((value) => value > MIN_COUNTED_PROBABILITY).length)),
    ...TRAINING_ACT_OUTPUTS.map((act) => clampedLogOdds(Math.max(0, ...clauses.map((each) => each[act] ?? 0)))),
  ];
}

/** Regressions over POSITION_FEATURES. */
export type PositionModel = Readonly<Record<Position, LogisticRegression>>;

/** From this probability of a training act on, a document is not silent about training. */
const MIN_TRAINING_PROBABILITY = 0.5;

/** @param clauses of a version, without duplicates. */
export function classifyPosition(clauses: readonly OutputProbabilities[], model: PositionModel): Position {
  const row = extractPositionFeatures(clauses);
  const position = mostLikelyClass(model, row);
  if (position !== 'silent') return position;
  const mentionsTraining = clauses.some((probabilities) =>
    OWN_TRAINING_OUTPUTS.some((act) => (probabilities[act] ?? 0) >= MIN_TRAINING_PROBABILITY),
  );
  if (!mentionsTraining) return position;
  const { silent: _silent, ...stated } = model;
  return mostLikelyClass(stated, row);
}
