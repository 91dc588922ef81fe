/** Predicts the verdict (ping, digest or silent), direction and topics of a change from its differences. */
import { type Direction, TOPICS, type Topic, type Verdict } from '../../domain/vocabulary.ts';
import { type LogisticRegression, mostLikelyClass, probabilityOf } from '../ml/logistic.ts';
import { type DifferenceInput, extractDifferenceFeatures } from './difference-features.ts';
import { computeOutputDeltas, extractDirectionFeatures, extractTopicFeatures } from './output-deltas.ts';

/** Of one difference: that it is major, and that it matters at all. */
export interface DifferenceProbabilities {
  major: number;
  any: number;
}

/** Fitted by `training/fit-verdict.ts`; `reader.json` holds it with these names. */
export interface VerdictModel {
  /** Over DIFFERENCE_FEATURES: whether a difference is major, and whether it matters at all. */
  differences: { major: LogisticRegression; any: LogisticRegression };
  /** Thresholds: from these probabilities on a change pings, or goes to the digest. */
  bounds: { ping: number; digest: number };
  /** Over DIRECTION_FEATURES. */
  directions: Readonly<Record<Direction, LogisticRegression>>;
  /** Over the topic's features (output-deltas.ts), each with its threshold. */
  topics: Readonly<Record<Topic, LogisticRegression & { bound: number }>>;
}

export interface VerdictPrediction {
  verdict: Verdict;
  /** Probabilities that the change is major, and that it matters at all. */
  major: number;
  any: number;
  differences: DifferenceProbabilities[];
  direction: Direction;
  topics: Topic[];
}

/** A change at half the ping threshold goes to the digest even if it is unlikely to matter. */
const DIGEST_SHARE_OF_PING = 0.5;

/** @param differingCount how many clauses of any kind differ. */
export function predictVerdict(
  inputs: readonly DifferenceInput[],
  differingCount: number,
  model: VerdictModel,
): VerdictPrediction {
  const differences = inputs.map((input) => scoreDifference(input, differingCount, model));
  const major = noisyOr(differences.map((difference) => difference.major));
  const any = noisyOr(differences.map((difference) => difference.any));
  const verdict =
    major >= model.bounds.ping
      ? 'ping'
      : any >= model.bounds.digest || major >= DIGEST_SHARE_OF_PING * model.bounds.ping
        ? 'digest'
        : 'silent';
  const deltas = (weight: keyof DifferenceProbabilities) =>
    computeOutputDeltas(
      inputs,
      differences.map((difference) => difference[weight]),
    );
  return {
    verdict,
    major,
    any,
    differences,
    // What is major in a ping decides its direction; everything that matters decides the topics.
    direction: directionOf(verdict, extractDirectionFeatures(deltas(verdict === 'ping' ? 'major' : 'any')), model),
    topics: verdict === 'silent' ? [] : topicsOf(deltas('any'), model),
  };
}

/** A digest change is neutral unless the evidence for a direction is this strong. */
const MIN_DIGEST_DIRECTION = 0.4;

function directionOf(verdict: Verdict, row: readonly number[], { directions }: VerdictModel): Direction {
  if (verdict === 'silent' || (verdict === 'digest' && Math.max(...row) < MIN_DIGEST_DIRECTION)) return 'neutral';
  return mostLikelyClass(directions, row);
}

/** The probability that at least one of several independent events holds. */
export const noisyOr = (probabilities: readonly number[]): number =>
  1 - probabilities.reduce((none, probability) => none * (1 - probability), 1);

export function scoreDifference(
  difference: DifferenceInput,
  differingCount: number,
  { differences: { major, any } }: Pick<VerdictModel, 'differences'>,
): DifferenceProbabilities {
  const row = extractDifferenceFeatures(difference, differingCount);
  return { major: probabilityOf(major, row), any: probabilityOf(any, row) };
}

/** The likely topics; where there are none, the one with the strongest delta. */
function topicsOf(deltas: readonly number[], { topics }: VerdictModel): Topic[] {
  const likely = TOPICS.filter(
    (topic) => probabilityOf(topics[topic], extractTopicFeatures(deltas, topic)) >= topics[topic].bound,
  );
  if (likely.length > 0) return likely;
  const strengthOf = (topic: Topic) => Math.max(...extractTopicFeatures(deltas, topic));
  const strongest = TOPICS.reduce((best, next) => (strengthOf(next) > strengthOf(best) ? next : best));
  return strengthOf(strongest) > 0 ? [strongest] : [];
}
