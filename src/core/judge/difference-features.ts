/**
 * What the verdict is made of: each difference between two versions as a row of numbers. What both sides say by the clause model, what
 * the clause nearest to each on the other side says, and what the encoder says of both side by side.
 */
import { ACT_NAMES, ACTS } from '../reader/acts.ts';
import { clampedLogOdds } from '../reader/logistic.ts';
import type { OutputProbabilities } from '../reader/output-probabilities.ts';
import { OUTPUTS, outputIndex } from '../reader/outputs.ts';

export interface DifferenceInput {
  before?: OutputProbabilities;
  after?: OutputProbabilities;
  /** What the new version says that is nearest to `before`, whether it changed or not, and how alike both are, 0 to 1. */
  nearestToBefore?: { probabilities: OutputProbabilities; similarity: number };
  /** What the old version says that is nearest to `after`. */
  nearestToAfter?: { probabilities: OutputProbabilities; similarity: number };
  /** The words of `before` stand elsewhere in the new version; those of `after` stood elsewhere in the old one. */
  isStillPresent: boolean;
  wasAlreadyPresent: boolean;
  /** The most that any clause of the old version, and of the new one, says of each output. */
  maxInOldVersion: OutputProbabilities;
  maxInNewVersion: OutputProbabilities;
  /** What the encoder says of both sides, where it was asked: logits of none, minor, major; same, gained, lost, bound. */
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
export const ZERO_PROBABILITIES: OutputProbabilities = new Float32Array(OUTPUTS.length);
/** What is not about AI on either side is not compared, and is as good as sure to count for nothing. */
const DEFAULT_COMPARISON_LOGITS = Float32Array.of(4, -1, -4, 0, 0, 0, 0);

/**
 * @param differences how many clauses of any kind differ between the two versions.
 * @returns a finite number for each of FEATURES.
 */
export function extractDifferenceFeatures(difference: DifferenceInput, differences: number): number[] {
  const {
    before,
    after,
    nearestToBefore: nearBefore,
    nearestToAfter: nearAfter,
    maxInOldVersion: anywhereBefore,
    maxInNewVersion: anywhereAfter,
    comparisonLogits: compared,
  } = difference;
  const [was, is] = [before ?? ZERO_PROBABILITIES, after ?? ZERO_PROBABILITIES];
  const logits = compared ?? DEFAULT_COMPARISON_LOGITS;
  const [none, minor, major] = logProbabilities(logits.subarray(0, 3)) as [number, number, number];
  const [same = 0] = logProbabilities(logits.subarray(3));
  return [
    major - Math.log(Math.exp(none) + Math.exp(minor)),
    none,
    Number(compared === undefined),
    same,
    clampedLogOdds(is[MAJOR]),
    clampedLogOdds(was[MAJOR]),
    clampedLogOdds(Math.max(is[MAJOR] ?? 0, was[MAJOR] ?? 0)),
    clampedLogOdds(is[MINOR]),
    clampedLogOdds(was[MINOR]),
    clampedLogOdds(maxActOnOneSide(is, was, nearAfter)),
    clampedLogOdds(maxActOnOneSide(was, is, nearBefore)),
    clampedLogOdds(maxActFoundNowhere(is, anywhereBefore)),
    clampedLogOdds(maxActFoundNowhere(was, anywhereAfter)),
    clampedLogOdds(Math.max(maxActOnOneSide(is, was, nearAfter), maxActOnOneSide(was, is, nearBefore))),
    clampedLogOdds(Math.max(maxActFoundNowhere(is, anywhereBefore), maxActFoundNowhere(was, anywhereAfter))),
    nearAfter?.similarity ?? 0,
    nearBefore?.similarity ?? 0,
    Number(before === undefined),
    Number(after === undefined),
    Number(difference.wasAlreadyPresent),
    Number(difference.isStillPresent),
    Math.log1p(differences),
  ];
}

/** The act that one side does most surely, and neither the other side nor what is nearest to it there. */
function maxActOnOneSide(
  side: OutputProbabilities,
  other: OutputProbabilities,
  near: DifferenceInput['nearestToAfter'],
): number {
  return Math.max(
    ...MAJOR_ACTS.map((act) => {
      const there = Math.max(other[act] ?? 0, (near?.probabilities[act] ?? 0) * (near?.similarity ?? 0));
      return (side[act] ?? 0) * (1 - there);
    }),
  );
}

/** The act that a side does most surely, and nothing in the other version. */
const maxActFoundNowhere = (side: OutputProbabilities, anywhere: OutputProbabilities): number =>
  Math.max(...MAJOR_ACTS.map((act) => (side[act] ?? 0) * (1 - (anywhere[act] ?? 0))));

function logProbabilities(logits: Float32Array): number[] {
  const most = Math.max(...logits);
  const sum = Math.log(logits.reduce((total, logit) => total + Math.exp(logit - most), 0)) + most;
  return [...logits].map((logit) => logit - sum);
}
