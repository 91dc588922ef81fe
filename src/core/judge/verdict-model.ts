/** From differences in numbers to a verdict: told at once, told in the digest, or not at all. */
import { type Direction, TOPICS, type Topic, type Verdict } from '../../domain/vocabulary.ts';
import { type Logistic, likeliestOf, probabilityOf } from '../reader/logistic.ts';
import { featuresOfDifference, type JudgedDifference } from './difference-features.ts';
import { gainsOf, gainsOfDirection, gainsOfTopic } from './output-deltas.ts';

/** A difference: the probability that it counts as major, and that it counts at all. */
export interface WeighedDifference {
  major: number;
  any: number;
}

/** What `training/verdict.ts` learnt. */
export interface VerdictModel {
  /** Over the features of a difference: whether it counts as major, and whether at all. */
  differences: { major: Logistic; any: Logistic };
  /** From these probabilities on a change pings, or goes to the digest. */
  bounds: { ping: number; digest: number };
  /** Over what speaks for each direction (gains.ts); the one that speaks most is right. */
  directions: Readonly<Record<Direction, Logistic>>;
  /** Over the gains that are of the topic's acts. */
  topics: Readonly<Record<Topic, Logistic & { bound: number }>>;
}

export interface Weighed {
  verdict: Verdict;
  /** The probabilities it was made of. */
  major: number;
  any: number;
  differences: WeighedDifference[];
  direction: Direction;
  topics: Topic[];
}

/** What is half as likely as a ping must be may matter, whatever else speaks against it. */
const LIKELY = 0.5;

/** @param differing how many clauses of any kind differ. */
export function weigh(given: readonly JudgedDifference[], differing: number, model: VerdictModel): Weighed {
  const differences = given.map((difference) => weighDifference(difference, differing, model));
  const major = atLeastOne(differences.map((one) => one.major));
  const any = atLeastOne(differences.map((one) => one.any));
  const verdict =
    major >= model.bounds.ping
      ? 'ping'
      : any >= model.bounds.digest || major >= LIKELY * model.bounds.ping
        ? 'digest'
        : 'silent';
  const gains = (what: keyof WeighedDifference) =>
    gainsOf(
      given,
      differences.map((one) => one[what]),
    );
  return {
    verdict,
    major,
    any,
    differences,
    // Which way it goes is told by what is major in it; what it is about by all that matters.
    direction: directionOf(verdict, gainsOfDirection(gains(verdict === 'ping' ? 'major' : 'any')), model),
    topics: verdict === 'silent' ? [] : topicsOf(gains('any'), model),
  };
}

/** What may only matter has no direction, unless something speaks for one this clearly. */
const SPEAKS = 0.4;

function directionOf(verdict: Verdict, row: readonly number[], { directions }: VerdictModel): Direction {
  if (verdict === 'silent' || (verdict === 'digest' && Math.max(...row) < SPEAKS)) return 'neutral';
  return likeliestOf(directions, row);
}

/** That one of several counts, if each counts or not by itself. */
export const atLeastOne = (probabilities: readonly number[]): number =>
  1 - probabilities.reduce((none, probability) => none * (1 - probability), 1);

export function weighDifference(
  difference: JudgedDifference,
  differing: number,
  { differences: { major, any } }: Pick<VerdictModel, 'differences'>,
): WeighedDifference {
  const row = featuresOfDifference(difference, differing);
  return { major: probabilityOf(major, row), any: probabilityOf(any, row) };
}

/** Those that are likely enough; or, where none is, the topic of what was gained or lost most surely. */
function topicsOf(gains: readonly number[], { topics }: VerdictModel): Topic[] {
  const likely = TOPICS.filter(
    (topic) => probabilityOf(topics[topic], gainsOfTopic(gains, topic)) >= topics[topic].bound,
  );
  if (likely.length > 0) return likely;
  const strengthOf = (topic: Topic) => Math.max(...gainsOfTopic(gains, topic));
  const surest = TOPICS.reduce((one, other) => (strengthOf(other) > strengthOf(one) ? other : one));
  return strengthOf(surest) > 0 ? [surest] : [];
}
