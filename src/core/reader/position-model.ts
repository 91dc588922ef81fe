/** Where a version stands on training, by what all its clauses say of it. */

import type { Position } from '../../domain/vocabulary.ts';
import type { ActName } from './acts.ts';
import { boundedLogOdds, type Logistic, likeliestOf } from './logistic.ts';
import { at, STATED_POSITIONS } from './outputs.ts';
import type { Says } from './output-probabilities.ts';

const ACTS_OF_TRAINING = [
  'train',
  'train-never',
  'train-consent',
  'train-optout',
  'others-train',
  'others-never',
] as const satisfies readonly ActName[];
const POSITIONS = STATED_POSITIONS.map((position) => at(`training ${position}`));
const ACTS = ACTS_OF_TRAINING.map(at);
/** A clause that says so this surely counts among those that do. */
const SAYS_SO = 0.3;

/**
 * @returns for each stated position its surest clause, its second, and how many say so, where a clause counts for what it says most surely:
 *   a promise is also a little like a consent; and the surest clause of each act of training.
 */
export function featuresOfPosition(clauses: readonly Says[]): number[] {
  const stated = clauses.map((says) => {
    const surest = POSITIONS.reduce((one, other) => ((says[other] ?? 0) > (says[one] ?? 0) ? other : one));
    return { surest, probability: says[surest] ?? 0 };
  });
  const sorted = POSITIONS.map((output) =>
    stated.map(({ surest, probability }) => (surest === output ? probability : 0)).sort((one, other) => other - one),
  );
  return [
    ...sorted.map(([surest]) => boundedLogOdds(surest)),
    ...sorted.map(([, second]) => boundedLogOdds(second)),
    ...sorted.map((values) => Math.log1p(values.filter((value) => value > SAYS_SO).length)),
    ...ACTS.map((act) => boundedLogOdds(Math.max(0, ...clauses.map((says) => says[act] ?? 0)))),
  ];
}

/** Over the features of a position; the one that speaks most is right. */
export type PositionModel = Readonly<Record<Position, Logistic>>;

/** A clause that says so surely that it speaks of training. */
const SPEAKS_OF_TRAINING = 0.5;
const OWN_TRAINING = (['train', 'train-never', 'train-consent', 'train-optout'] as const).map(at);

/** @param clauses of a version, each once however often it stands there. */
export function positionOf(clauses: readonly Says[], model: PositionModel): Position {
  const row = featuresOfPosition(clauses);
  const position = likeliestOf(model, row);
  // Of a document that speaks of training nobody can say that it does not.
  const speaks = clauses.some((says) => OWN_TRAINING.some((act) => (says[act] ?? 0) >= SPEAKS_OF_TRAINING));
  if (position !== 'silent' || !speaks) return position;
  const { silent: _silent, ...stated } = model;
  return likeliestOf(stated, row);
}
