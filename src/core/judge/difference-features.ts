/**
 * What the verdict is made of: each difference between two versions as a row of numbers. What both sides say by the clause model, what
 * the clause nearest to each on the other side says, and what the encoder says of both side by side.
 */
import { ACT_NAMES, ACTS } from '../reader/acts.ts';
import { boundedLogOdds } from '../reader/logistic.ts';
import { at, OUTPUTS } from '../reader/outputs.ts';
import type { Says } from '../reader/output-probabilities.ts';

export interface JudgedDifference {
  before?: Says;
  after?: Says;
  /** What the new version says that is nearest to `before`, whether it changed or not, and how alike both are, 0 to 1. */
  nearBefore?: { says: Says; likeness: number };
  /** What the old version says that is nearest to `after`. */
  nearAfter?: { says: Says; likeness: number };
  /** The words of `before` stand elsewhere in the new version; those of `after` stood elsewhere in the old one. */
  stillStands: boolean;
  stoodBefore: boolean;
  /** The most that any clause of the old version, and of the new one, says of each output. */
  anywhereBefore: Says;
  anywhereAfter: Says;
  /** What the encoder says of both sides, where it was asked: logits of none, minor, major; same, gained, lost, bound. */
  compared?: Float32Array;
}

/** The columns of a row, in order. */
export const FEATURES = [
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

const MAJOR_ACTS = ACT_NAMES.filter((name) => ACTS[name].weight === 'major').map(at);
const [MAJOR, MINOR] = [at('major'), at('minor')];
export const NOTHING: Says = new Float32Array(OUTPUTS.length);
/** What is not about AI on either side is not compared, and is as good as sure to count for nothing. */
const NOT_COMPARED = Float32Array.of(4, -1, -4, 0, 0, 0, 0);

/**
 * @param differences how many clauses of any kind differ between the two versions.
 * @returns a finite number for each of FEATURES.
 */
export function featuresOfDifference(difference: JudgedDifference, differences: number): number[] {
  const { before, after, nearBefore, nearAfter, anywhereBefore, anywhereAfter, compared } = difference;
  const [was, is] = [before ?? NOTHING, after ?? NOTHING];
  const logits = compared ?? NOT_COMPARED;
  const [none, minor, major] = logProbabilities(logits.subarray(0, 3)) as [number, number, number];
  const [same = 0] = logProbabilities(logits.subarray(3));
  return [
    major - Math.log(Math.exp(none) + Math.exp(minor)),
    none,
    Number(compared === undefined),
    same,
    boundedLogOdds(is[MAJOR]),
    boundedLogOdds(was[MAJOR]),
    boundedLogOdds(Math.max(is[MAJOR] ?? 0, was[MAJOR] ?? 0)),
    boundedLogOdds(is[MINOR]),
    boundedLogOdds(was[MINOR]),
    boundedLogOdds(mostOnOneSide(is, was, nearAfter)),
    boundedLogOdds(mostOnOneSide(was, is, nearBefore)),
    boundedLogOdds(mostNowhere(is, anywhereBefore)),
    boundedLogOdds(mostNowhere(was, anywhereAfter)),
    boundedLogOdds(Math.max(mostOnOneSide(is, was, nearAfter), mostOnOneSide(was, is, nearBefore))),
    boundedLogOdds(Math.max(mostNowhere(is, anywhereBefore), mostNowhere(was, anywhereAfter))),
    nearAfter?.likeness ?? 0,
    nearBefore?.likeness ?? 0,
    Number(before === undefined),
    Number(after === undefined),
    Number(difference.stoodBefore),
    Number(difference.stillStands),
    Math.log1p(differences),
  ];
}

/** The act that one side does most surely, and neither the other side nor what is nearest to it there. */
function mostOnOneSide(side: Says, other: Says, near: JudgedDifference['nearAfter']): number {
  return Math.max(
    ...MAJOR_ACTS.map((act) => {
      const there = Math.max(other[act] ?? 0, (near?.says[act] ?? 0) * (near?.likeness ?? 0));
      return (side[act] ?? 0) * (1 - there);
    }),
  );
}

/** The act that a side does most surely, and nothing in the other version. */
const mostNowhere = (side: Says, anywhere: Says): number =>
  Math.max(...MAJOR_ACTS.map((act) => (side[act] ?? 0) * (1 - (anywhere[act] ?? 0))));

function logProbabilities(logits: Float32Array): number[] {
  const most = Math.max(...logits);
  const sum = Math.log(logits.reduce((total, logit) => total + Math.exp(logit - most), 0)) + most;
  return [...logits].map((logit) => logit - sum);
}
