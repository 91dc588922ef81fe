/** Turns a difference into features for the verdict: the probabilities of both sides, of their nearest clauses, and the encoder's comparison. */

import { clampedLogOdds } from '../ml/logistic.ts';
import { ACT_NAMES, ACTS } from '../reader/acts.ts';
import { OUTPUTS, type OutputProbabilities, outputIndex } from '../reader/outputs.ts';

export interface DifferenceInput {
  before?: OutputProbabilities;
  after?: OutputProbabilities;
  /** The clause of the new version most similar to `before`, whether it changed or not; similarity 0 to 1. */
  nearestToBefore?: { probabilities: OutputProbabilities; similarity: number };
  /** The clause of the old version most similar to `after`. */
  nearestToAfter?: { probabilities: OutputProbabilities; similarity: number };
  /** The words of `before` are elsewhere in the new version. */
  isStillPresent: boolean;
  /** The words of `after` were elsewhere in the old version. */
  wasAlreadyPresent: boolean;
  /** The highest probability of each output over all clauses of a version. */
  maxInOldVersion: OutputProbabilities;
  maxInNewVersion: OutputProbabilities;
  /** The encoder's logits of none, minor, major; same, gained, lost, bound. Absent where it did not compare. */
  comparisonLogits?: Float32Array;
}

/** The columns of a row, in order. */
export const DIFFERENCE_FEATURES = [
  'counts major',
  'counts none',
  'not compared',
  'same',
  'major after',
  'major before',
  'major on a side',
  'minor after',
  'minor before',
  'gained',
  'lost',
  'gained, and said nowhere before',
  'lost, and said nowhere after',
  'gained or lost',
  'gained or lost, and said nowhere else',
  'likeness to the old version',
  'likeness to the new version',
  'added',
  'removed',
  'stood before',
  'still stands',
  'differences',
] as const;

const MAJOR_ACTS = ACT_NAMES.filter((name) => ACTS[name].significance === 'major').map(outputIndex);
const [MAJOR, MINOR] = [outputIndex('major'), outputIndex('minor')];
const ZERO_PROBABILITIES: OutputProbabilities = new Float32Array(OUTPUTS.length);
/** What was not compared is almost certain not to matter. */
const DEFAULT_COMPARISON_LOGITS = Float32Array.of(4, -1, -4, 0, 0, 0, 0);

/**
 * @param differingCount how many clauses differ between the two versions, about AI or not.
 * @returns a finite number for each of DIFFERENCE_FEATURES.
 */
export function extractDifferenceFeatures(difference: DifferenceInput, differingCount: number): number[] {
  const { before, after, nearestToBefore, nearestToAfter, comparisonLogits } = difference;
  const [was, is] = [before ?? ZERO_PROBABILITIES, after ?? ZERO_PROBABILITIES];
  const logits = comparisonLogits ?? DEFAULT_COMPARISON_LOGITS;
  const gained = maxActOnOneSide(is, was, nearestToAfter);
  const lost = maxActOnOneSide(was, is, nearestToBefore);
  const newlyGained = maxActFoundNowhere(is, difference.maxInOldVersion);
  const whollyLost = maxActFoundNowhere(was, difference.maxInNewVersion);
  const [none, minor, major] = logProbabilities(logits.subarray(0, 3)) as [number, number, number];
  const [same = 0] = logProbabilities(logits.subarray(3));
  return [
    major - Math.log(Math.exp(none) + Math.exp(minor)),
    none,
    Number(comparisonLogits === undefined),
    same,
    clampedLogOdds(is[MAJOR]),
    clampedLogOdds(was[MAJOR]),
    clampedLogOdds(Math.max(is[MAJOR] ?? 0, was[MAJOR] ?? 0)),
    clampedLogOdds(is[MINOR]),
    clampedLogOdds(was[MINOR]),
    clampedLogOdds(gained),
    clampedLogOdds(lost),
    clampedLogOdds(newlyGained),
    clampedLogOdds(whollyLost),
    clampedLogOdds(Math.max(gained, lost)),
    clampedLogOdds(Math.max(newlyGained, whollyLost)),
    nearestToAfter?.similarity ?? 0,
    nearestToBefore?.similarity ?? 0,
    Number(before === undefined),
    Number(after === undefined),
    Number(difference.wasAlreadyPresent),
    Number(difference.isStillPresent),
    Math.log1p(differingCount),
  ];
}

/** How surely one side has a major act that neither the other side nor its nearest clause there has. */
function maxActOnOneSide(
  side: OutputProbabilities,
  other: OutputProbabilities,
  nearest: DifferenceInput['nearestToAfter'],
): number {
  return Math.max(
    ...MAJOR_ACTS.map((act) => {
      const onOtherSide = Math.max(other[act] ?? 0, (nearest?.probabilities[act] ?? 0) * (nearest?.similarity ?? 0));
      return (side[act] ?? 0) * (1 - onOtherSide);
    }),
  );
}

/** How surely a side has a major act that no clause of the other version has. */
const maxActFoundNowhere = (side: OutputProbabilities, maxInOtherVersion: OutputProbabilities): number =>
  Math.max(...MAJOR_ACTS.map((act) => (side[act] ?? 0) * (1 - (maxInOtherVersion[act] ?? 0))));

function logProbabilities(logits: Float32Array): number[] {
  const max = Math.max(...logits);
  const logSum = Math.log(logits.reduce((total, logit) => total + Math.exp(logit - max), 0)) + max;
  return [...logits].map((logit) => logit - logSum);
}
