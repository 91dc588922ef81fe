/** Learns the small regressions that make a verdict of what the reader says of clauses. */
import { extractDifferenceFeatures } from '../src/core/judge/difference-features.ts';
import {
  computeOutputDeltas,
  extractDirectionFeatures,
  extractTopicFeatures,
} from '../src/core/judge/output-deltas.ts';
import { noisyOr, scoreDifference, type VerdictModel } from '../src/core/judge/verdict-model.ts';
import { probabilityOf } from '../src/core/reader/logistic.ts';
import { extractPositionFeatures, type PositionModel } from '../src/core/reader/position-model.ts';
import { DIRECTIONS, POSITIONS, TOPICS } from '../src/domain/vocabulary.ts';
import type { ChangeExample } from './change-examples.ts';
import { fitLogistic, fitMultinomial } from './fit-logistic.ts';

/** How little is held against large weights: less where there are many columns for few examples. */
const INVERSE_PENALTY = { difference: 0.3, direction: 0.2, topic: 0.3, position: 0.1 };

/** For a rarer topic no bound can be chosen; an even chance has to do. */
const MIN_EXAMPLES_FOR_THRESHOLD = 10;

export interface FittedModels {
  verdict: VerdictModel;
  positions: PositionModel;
}

export function fitModels(examples: readonly ChangeExample[]): FittedModels {
  const readable = examples.filter(({ isUnreadable }) => !isUnreadable);
  // Bounds, directions and topics are learnt from what models say that did not see the change.
  const folds = [...new Set(readable.map(({ fold }) => fold))];
  const weighed = new Map(
    folds.flatMap((held) => {
      const differences = fitDifferences(readable.filter(({ fold }) => fold !== held));
      return readable
        .filter(({ fold }) => fold === held)
        .map(
          (one) =>
            [one, one.differences.map((each) => scoreDifference(each, one.differingCount, { differences }))] as const,
        );
    }),
  );
  const likely = (one: ChangeExample, what: 'major' | 'any') =>
    noisyOr((weighed.get(one) ?? []).map((each) => each[what]));
  const bounds = {
    ping: bestF1Threshold(
      readable.map(({ label }) => label.change === 'major'),
      readable.map((one) => likely(one, 'major')),
    ),
    digest: bestAccuracyThreshold(
      readable.map(({ label }) => label.change !== 'none'),
      readable.map((one) => likely(one, 'any')),
    ),
  };

  const majors = readable.filter(({ label }) => label.change === 'major');
  const gainsOfMajors = (what: 'major' | 'any') =>
    majors.map((one) =>
      computeOutputDeltas(
        one.differences,
        (weighed.get(one) ?? []).map((each) => each[what]),
      ),
    );
  const directions = fitMultinomial(
    DIRECTIONS,
    gainsOfMajors('major').map(extractDirectionFeatures),
    majors.map(({ label }) => label.direction),
    INVERSE_PENALTY.direction,
  );
  const topics = Object.fromEntries(
    TOPICS.map((topic) => {
      const rows = gainsOfMajors('any').map((row) => extractTopicFeatures(row, topic));
      const has = majors.map(({ label }) => label.topics.includes(topic));
      const logistic = fitLogistic(rows, has, INVERSE_PENALTY.topic);
      const isRare = has.filter(Boolean).length < MIN_EXAMPLES_FOR_THRESHOLD;
      return [
        topic,
        {
          ...logistic,
          bound: isRare
            ? 0.5
            : bestF1Threshold(
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
      (['old', 'new'] as const).map((side) => [extractPositionFeatures(one[side]), one.label.training[side]] as const),
    );
  const positions = fitMultinomial(
    POSITIONS,
    sides.map(([row]) => row),
    sides.map(([, position]) => position),
    INVERSE_PENALTY.position,
  );
  return { verdict: { differences: fitDifferences(readable), bounds, directions, topics }, positions };
}

function fitDifferences(examples: readonly ChangeExample[]): VerdictModel['differences'] {
  const labelled = examples.flatMap(({ differences, significances: counts, differingCount: differing }) =>
    differences.flatMap((one, at) => {
      const count = counts[at];
      return count === undefined ? [] : [{ row: extractDifferenceFeatures(one, differing), count }];
    }),
  );
  const rows = labelled.map(({ row }) => row);
  return {
    major: fitLogistic(
      rows,
      labelled.map(({ count }) => count === 'major'),
      INVERSE_PENALTY.difference,
    ),
    any: fitLogistic(
      rows,
      labelled.map(({ count }) => count !== 'none'),
      INVERSE_PENALTY.difference,
    ),
  };
}

/** The bound with the best F1. */
export function bestF1Threshold(truth: readonly boolean[], scores: readonly number[]): number {
  const all = truth.filter(Boolean).length;
  return argmax(scores, (bound) => {
    const said = scores.map((score) => score >= bound);
    return (2 * said.filter((yes, at) => yes && truth[at]).length) / Math.max(1, said.filter(Boolean).length + all);
  });
}

function bestAccuracyThreshold(truth: readonly boolean[], scores: readonly number[]): number {
  return argmax(scores, (bound) => scores.filter((score, at) => score >= bound === truth[at]).length);
}

function argmax(bounds: readonly number[], worth: (bound: number) => number): number {
  let [best, most] = [1, -1];
  for (const bound of new Set(bounds)) {
    const is = worth(bound);
    if (is > most) [best, most] = [bound, is];
  }
  return best;
}
