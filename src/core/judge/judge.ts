/**
 * What a comparison means to a musician.
 *
 *  1. one side is not the document            → none, noise
 *  2. no clause about AI differs              → none
 *  3. each difference is weighed by what both sides say, what stands near it on the other side, and both read side by side
 *  4. that at least one of them counts        → ping (major), digest (minor) or silent (none), by two bounds
 *  5. the surest differences are its evidence, each with the words that spoke most
 */
import type { Comparison, Evidence, Reading } from '../../domain/document.ts';
import type { Significance, Verdict } from '../../domain/vocabulary.ts';
import type { Unreadable } from '../extract/detect-unreadable.ts';
import type { ClauseModel } from '../reader/clause-model.ts';
import { percent } from '../reader/format-percent.ts';
import type { VersionReading } from '../reader/version-analysis.ts';
import type { Recollection } from '../history/clause-history.ts';
import { type AiDifference, aiDifferences } from './find-differences.ts';
import { evidenceOf } from './evidence.ts';
import { type VerdictModel, type Weighed, type WeighedDifference, weigh } from './verdict-model.ts';

/** What is known beside the two texts. */
export interface Circumstances {
  /** Why one side is evidently not the document, if so. */
  broken?: Unreadable;
  /** How an earlier version is remembered to have said what a clause says, if one did. */
  recall(key: string): Recollection | undefined;
}

export interface JudgeParts {
  clauses: Pick<ClauseModel, 'compare' | 'wordsFor'>;
  verdict: VerdictModel;
}

const CHANGE_OF: Readonly<Record<Verdict, Significance>> = { ping: 'major', digest: 'minor', silent: 'none' };

/** Judges a comparison of two versions. */
export function judge(
  before: VersionReading,
  after: VersionReading,
  comparison: Comparison,
  circumstances: Circumstances,
  parts: JudgeParts,
): Reading {
  const { broken } = circumstances;
  const training = { old: before.training, new: after.training };
  if (broken !== undefined) return silent('noise', training, `${broken.reason}: ${broken.detail}`);

  const { differences, weighed } = weighComparison(before, after, comparison, circumstances, parts);
  if (differences.length === 0) return silent('ok', training, 'nothing that is said about AI differs');
  const likely = `${percent(weighed.major)} likely major, ${percent(weighed.any)} to matter`;
  if (weighed.verdict === 'silent') return silent('ok', training, `nothing of weight differs about AI (${likely})`);

  const told = toldOf(differences, weighed.differences, weighed.verdict);
  const evidence = told.map((one): Evidence => evidenceOf(one, parts.clauses));
  return {
    change: CHANGE_OF[weighed.verdict],
    capture: 'ok',
    topics: weighed.topics,
    direction: weighed.direction,
    training,
    alert: weighed.verdict === 'ping',
    evidence,
    reason: `${evidence[0]?.because ?? 'about AI'} (${likely})`,
  };
}

export interface WeighedComparison {
  /** How many clauses of any kind differ. */
  differing: number;
  differences: AiDifference[];
  weighed: Weighed;
}

/** What differs about AI, and how much each difference and all of them together weigh. */
export function weighComparison(
  before: VersionReading,
  after: VersionReading,
  comparison: Comparison,
  { recall }: Pick<Circumstances, 'recall'>,
  { clauses, verdict }: JudgeParts,
): WeighedComparison {
  const differences = aiDifferences(before, after, comparison, clauses, recall);
  const differing = comparison.edited.length + comparison.added.length + comparison.removed.length;
  return { differing, differences, weighed: weigh(differences, differing, verdict) };
}

/** Evidence shown of one change; the likeliest first. */
const MOST_TOLD = 12;
/** Others are shown only if they are at least so likely beside the surest. */
const BESIDE_THE_SUREST = 0.5;

function toldOf(
  differences: readonly AiDifference[],
  weighed: readonly WeighedDifference[],
  verdict: Verdict,
): AiDifference[] {
  const likelihood = ({ major, any }: WeighedDifference) => (verdict === 'ping' ? major : any);
  const sorted = differences
    .map((difference, at) => ({ difference, likely: likelihood(weighed[at] ?? { major: 0, any: 0 }) }))
    .sort((one, other) => other.likely - one.likely);
  const least = BESIDE_THE_SUREST * (sorted[0]?.likely ?? 0);
  return sorted
    .filter(({ likely }) => likely >= least)
    .slice(0, MOST_TOLD)
    .map(({ difference }) => difference);
}

function silent(capture: Reading['capture'], training: Reading['training'], reason: string): Reading {
  return { change: 'none', capture, topics: [], direction: 'neutral', training, alert: false, evidence: [], reason };
}
