/** Learns the small regressions that make a verdict of what the reader says of clauses. */
import { featuresOfDifference } from '../src/core/judge/difference-features.ts';
import { gainsOf, gainsOfDirection, gainsOfTopic } from '../src/core/judge/output-deltas.ts';
import { atLeastOne, type VerdictModel, weighDifference } from '../src/core/judge/verdict-model.ts';
import { probabilityOf } from '../src/core/reader/logistic.ts';
import { featuresOfPosition, type PositionModel } from '../src/core/reader/position-model.ts';
import { DIRECTIONS, POSITIONS, TOPICS } from '../src/domain/vocabulary.ts';
import type { Example } from './change-examples.ts';
import { learnLogistic, learnRivals } from './fit-logistic.ts';

/** How little is held against large weights: less where there are many columns for few examples. */
const STRENGTH = { difference: 0.3, direction: 0.2, topic: 0.3, position: 0.1 };

/** For a rarer topic no bound can be chosen; an even chance has to do. */
const FEWEST_FOR_A_BOUND = 10;

export interface Learnt {
  verdict: VerdictModel;
  positions: PositionModel;
}

export function learn(examples: readonly Example[]): Learnt {
  const readable = examples.filter(({ isUnreadable }) => !isUnreadable);
  // Bounds, directions and topics are learnt from what models say that did not see the change.
  const folds = [...new Set(readable.map(({ fold }) => fold))];
  const weighed = new Map(
    folds.flatMap((held) => {
      const differences = learnDifferences(readable.filter(({ fold }) => fold !== held));
      return readable
        .filter(({ fold }) => fold === held)
        .map(
          (one) => [one, one.differences.map((each) => weighDifference(each, one.differing, { differences }))] as const,
        );
    }),
  );
  const likely = (one: Example, what: 'major' | 'any') =>
    atLeastOne((weighed.get(one) ?? []).map((each) => each[what]));
  const bounds = {
    ping: bestBound(
      readable.map(({ label }) => label.change === 'major'),
      readable.map((one) => likely(one, 'major')),
    ),
    digest: mostRight(
      readable.map(({ label }) => label.change !== 'none'),
      readable.map((one) => likely(one, 'any')),
    ),
  };

  const majors = readable.filter(({ label }) => label.change === 'major');
  const gainsOfMajors = (what: 'major' | 'any') =>
    majors.map((one) =>
      gainsOf(
        one.differences,
        (weighed.get(one) ?? []).map((each) => each[what]),
      ),
    );
  const directions = learnRivals(
    DIRECTIONS,
    gainsOfMajors('major').map(gainsOfDirection),
    majors.map(({ label }) => label.direction),
    STRENGTH.direction,
  );
  const topics = Object.fromEntries(
    TOPICS.map((topic) => {
      const rows = gainsOfMajors('any').map((row) => gainsOfTopic(row, topic));
      const has = majors.map(({ label }) => label.topics.includes(topic));
      const logistic = learnLogistic(rows, has, STRENGTH.topic);
      const seldom = has.filter(Boolean).length < FEWEST_FOR_A_BOUND;
      return [
        topic,
        {
          ...logistic,
          bound: seldom
            ? 0.5
            : bestBound(
                has,
                rows.map((row) => probabilityOf(logistic, row)),
              ),
        },
      ];
    }),
  ) as VerdictModel['topics'];

  const sides = examples
    .filter(({ label }) => label.capture === 'ok')
    .flatMap((one) =>
      (['old', 'new'] as const).map((side) => [featuresOfPosition(one[side]), one.label.training[side]] as const),
    );
  const positions = learnRivals(
    POSITIONS,
    sides.map(([row]) => row),
    sides.map(([, position]) => position),
    STRENGTH.position,
  );
  return { verdict: { differences: learnDifferences(readable), bounds, directions, topics }, positions };
}

function learnDifferences(examples: readonly Example[]): VerdictModel['differences'] {
  const labelled = examples.flatMap(({ differences, counts, differing }) =>
    differences.flatMap((one, at) => {
      const count = counts[at];
      return count === undefined ? [] : [{ row: featuresOfDifference(one, differing), count }];
    }),
  );
  const rows = labelled.map(({ row }) => row);
  return {
    major: learnLogistic(
      rows,
      labelled.map(({ count }) => count === 'major'),
      STRENGTH.difference,
    ),
    any: learnLogistic(
      rows,
      labelled.map(({ count }) => count !== 'none'),
      STRENGTH.difference,
    ),
  };
}

/** The bound with the best F1. */
export function bestBound(truth: readonly boolean[], scores: readonly number[]): number {
  const all = truth.filter(Boolean).length;
  return highest(scores, (bound) => {
    const said = scores.map((score) => score >= bound);
    return (2 * said.filter((yes, at) => yes && truth[at]).length) / Math.max(1, said.filter(Boolean).length + all);
  });
}

function mostRight(truth: readonly boolean[], scores: readonly number[]): number {
  return highest(scores, (bound) => scores.filter((score, at) => score >= bound === truth[at]).length);
}

function highest(bounds: readonly number[], worth: (bound: number) => number): number {
  let [best, most] = [1, -1];
  for (const bound of new Set(bounds)) {
    const is = worth(bound);
    if (is > most) [best, most] = [bound, is];
  }
  return best;
}
