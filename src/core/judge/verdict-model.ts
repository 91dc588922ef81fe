/** From differences in numbers to a verdict: told at once, told in the digest, or not at all. */
import { type Direction, TOPICS, type Topic, type Verdict } from '../../domain/vocabulary.ts';
import { type LogisticRegression, mostLikelyClass, probabilityOf } from '../reader/logistic.ts';
import { type DifferenceInput, extractDifferenceFeatures } from './difference-features.ts';
import { computeOutputDeltas, extractDirectionFeatures, extractTopicFeatures } from './output-deltas.ts';

/** A difference: the probability that it counts as major, and that it counts at all. */
export interface DifferenceProbabilities {
  major: number;
  any: number;
}

/** What `training/verdict.ts` learnt. */
export interface VerdictModel {
  /** Over the features of a difference: whether it counts as major, and whether at all. */
  differences: { major: LogisticRegression; any: LogisticRegression };
  /** From these probabilities on a change pings, or goes to the digest. */
  bounds: { ping: number; digest: number };
  /** Over what speaks for each direction (gains.ts); the one that speaks most is right. */
  directions: Readonly<Record<Direction, LogisticRegression>>;
  /** Over the gains that are of the topic's acts. */
  topics: Readonly<Record<Topic, LogisticRegression & { bound: number }>>;
}

export interface VerdictPrediction {
  verdict: Verdict;
  /** The probabilities it was made of. */
  major: number;
  any: number;
  differences: DifferenceProbabilities[];
  direction: Direction;
  topics: Topic[];
}

/** What is half as likely as a ping must be may matter, whatever else speaks against it. */
const DIGEST_SHARE_OF_PING = 0.5;

/** @param differingCount how many clauses of any kind differ. */
export function predictVerdict(
  given: readonly DifferenceInput[],
  differingCount: number,
  model: VerdictModel,
): VerdictPrediction {
  const differences = given.map((difference) => scoreDifference(difference, differingCount, model));
  const major = noisyOr(differences.map((one) => one.major));
  const any = noisyOr(differences.map((one) => one.any));
  const verdict =
    major >= model.bounds.ping
      ? 'ping'
      : any >= model.bounds.digest || major >= DIGEST_SHARE_OF_PING * model.bounds.ping
        ? 'digest'
        : 'silent';
  const deltas = (what: keyof DifferenceProbabilities) =>
    computeOutputDeltas(
      given,
      differences.map((one) => one[what]),
    );
  return {
    verdict,
    major,
    any,
    differences,
    // Which way it goes is told by what is major in it; what it is about by all that matters.
    direction: directionOf(verdict, extractDirectionFeatures(deltas(verdict === 'ping' ? 'major' : 'any')), model),
    topics: verdict === 'silent' ? [] : topicsOf(deltas('any'), model),
  };
}

/** What may only matter has no direction, unless something speaks for one this clearly. */
const MIN_DIGEST_DIRECTION = 0.4;

function directionOf(verdict: Verdict, row: readonly number[], { directions }: VerdictModel): Direction {
  if (verdict === 'silent' || (verdict === 'digest' && Math.max(...row) < MIN_DIGEST_DIRECTION)) return 'neutral';
  return mostLikelyClass(directions, row);
}

/** That one of several counts, if each counts or not by itself. */
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

/** Those that are likely enough; or, where none is, the topic of what was gained or lost most surely. */
function topicsOf(deltas: readonly number[], { topics }: VerdictModel): Topic[] {
  const likely = TOPICS.filter(
    (topic) => probabilityOf(topics[topic], extractTopicFeatures(deltas, topic)) >= topics[topic].bound,
  );
  if (likely.length > 0) return likely;
  const strengthOf = (topic: Topic) => Math.max(...extractTopicFeatures(deltas, topic));
  const surest = TOPICS.reduce((one, other) => (strengthOf(other) > strengthOf(one) ? other : one));
  return strengthOf(surest) > 0 ? [surest] : [];
}
