/** Fits the small regressions that turn clause probabilities into a verdict. */
import { type DifferenceInput, extractDifferenceFeatures } from '../src/core/judge/difference-features.ts';
import {
  computeOutputDeltas,
  extractDirectionFeatures,
  extractTopicFeatures,
} from '../src/core/judge/output-deltas.ts';
import {
  type DifferenceProbabilities,
  noisyOr,
  scoreDifference,
  type VerdictModel,
} from '../src/core/judge/verdict-model.ts';
import { probabilityOf } from '../src/core/ml/logistic.ts';
import { extractPositionFeatures, type PositionModel } from '../src/core/reader/position-model.ts';
import { DIRECTIONS, POSITIONS, TOPICS } from '../src/domain/vocabulary.ts';
import type { ChangeExample } from './change-examples.ts';
import { fitLogistic, fitMultinomial } from './fit-logistic.ts';

/** Regularisation (scikit-learn's C): smaller where there are many columns for few examples. */
const INVERSE_PENALTY = { difference: 0.3, direction: 0.2, topic: 0.3, position: 0.1 };

/** Rarer topics get a threshold of 0.5. */
const MIN_EXAMPLES_FOR_THRESHOLD = 10;

export interface FittedModels {
  verdict: VerdictModel;
  positions: PositionModel;
}

export function fitModels(examples: readonly ChangeExample[]): FittedModels {
  const readable = examples.filter(({ isUnreadable }) => !isUnreadable);
  // Thresholds, directions and topics are fitted to predictions of models that have not seen the change.
  const scored = new Map(
    [...Map.groupBy(readable, ({ fold }) => fold)].flatMap(([heldOut, examples]) => {
      const differences = fitDifferences(readable.filter(({ fold }) => fold !== heldOut));
      return examples.map((example) => {
        const score = (input: DifferenceInput) => scoreDifference(input, example.differingCount, { differences });
        return [example, example.differences.map(score)] as const;
      });
    }),
  );
  const probabilitiesOf = (example: ChangeExample, weight: keyof DifferenceProbabilities) =>
    (scored.get(example) ?? []).map((probabilities) => probabilities[weight]);
  const bounds = {
    ping: bestF1Threshold(
      readable.map(({ label }) => label.change === 'major'),
      readable.map((example) => noisyOr(probabilitiesOf(example, 'major'))),
    ),
    digest: bestAccuracyThreshold(
      readable.map(({ label }) => label.change !== 'none'),
      readable.map((example) => noisyOr(probabilitiesOf(example, 'any'))),
    ),
  };

  const majors = readable.filter(({ label }) => label.change === 'major');
  const deltasOfMajors = (weight: keyof DifferenceProbabilities) =>
    majors.map((example) => computeOutputDeltas(example.differences, probabilitiesOf(example, weight)));
  const directions = fitMultinomial(
    DIRECTIONS,
    deltasOfMajors('major').map(extractDirectionFeatures),
    majors.map(({ label }) => label.direction),
    INVERSE_PENALTY.direction,
  );
  const topics = Object.fromEntries(
    TOPICS.map((topic) => {
      const rows = deltasOfMajors('any').map((deltas) => extractTopicFeatures(deltas, topic));
      const hasTopic = majors.map(({ label }) => label.topics.includes(topic));
      const logistic = fitLogistic(rows, hasTopic, INVERSE_PENALTY.topic);
      const isRare = hasTopic.filter(Boolean).length < MIN_EXAMPLES_FOR_THRESHOLD;
      return [
        topic,
        {
          ...logistic,
          bound: isRare
            ? 0.5
            : bestF1Threshold(
                hasTopic,
                rows.map((row) => probabilityOf(logistic, row)),
              ),
        },
      ];
    }),
  ) as VerdictModel['topics'];

  const sides = examples
    .filter(({ label }) => label.capture === 'ok')
    .flatMap((example) =>
      (['old', 'new'] as const).map(
        (side) => [extractPositionFeatures(example[side]), example.label.training[side]] as const,
      ),
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
  const labelled = examples.flatMap(({ differences, significances, differingCount }) =>
    differences.flatMap((difference, i) => {
      const significance = significances[i];
      return significance === undefined
        ? []
        : [{ row: extractDifferenceFeatures(difference, differingCount), significance }];
    }),
  );
  const rows = labelled.map(({ row }) => row);
  return {
    major: fitLogistic(
      rows,
      labelled.map(({ significance }) => significance === 'major'),
      INVERSE_PENALTY.difference,
    ),
    any: fitLogistic(
      rows,
      labelled.map(({ significance }) => significance !== 'none'),
      INVERSE_PENALTY.difference,
    ),
  };
}

export function bestF1Threshold(truth: readonly boolean[], scores: readonly number[]): number {
  const positives = truth.filter(Boolean).length;
  return argmax(scores, (threshold) => {
    const predicted = scores.map((score) => score >= threshold);
    const hits = predicted.filter((isPositive, i) => isPositive && truth[i]).length;
    return (2 * hits) / Math.max(1, predicted.filter(Boolean).length + positives);
  });
}

function bestAccuracyThreshold(truth: readonly boolean[], scores: readonly number[]): number {
  return argmax(scores, (threshold) => scores.filter((score, i) => score >= threshold === truth[i]).length);
}

function argmax(candidates: readonly number[], scoreOf: (candidate: number) => number): number {
  let [best, max] = [1, -1];
  for (const candidate of new Set(candidates)) {
    const value = scoreOf(candidate);
    if (value > max) [best, max] = [candidate, value];
  }
  return best;
}
