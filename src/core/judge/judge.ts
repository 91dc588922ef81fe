/**
 * What a comparison means to a musician.
 *
 *  1. one side is not the document            → none, noise
 *  2. no clause about AI differs              → none
 *  3. each difference is weighed by what both sides say, what stands near it on the other side, and both read side by side
 *  4. that at least one of them counts        → ping (major), digest (minor) or silent (none), by two bounds
 *  5. the surest differences are its evidence, each with the words that spoke most
 */
import type { ChangeAssessment, Comparison, Evidence } from '../../domain/document.ts';
import type { Significance, Verdict } from '../../domain/vocabulary.ts';
import type { Unreadable } from '../extract/detect-unreadable.ts';
import type { ClauseRecurrence } from '../history/clause-history.ts';
import type { ClauseModel } from '../reader/clause-model.ts';
import { formatPercent } from '../reader/format-percent.ts';
import type { VersionAnalysis } from '../reader/version-analysis.ts';
import { buildEvidence } from './evidence.ts';
import { type AiDifference, findAiDifferences } from './find-differences.ts';
import {
  type DifferenceProbabilities,
  predictVerdict,
  type VerdictModel,
  type VerdictPrediction,
} from './verdict-model.ts';

/** What is known beside the two texts. */
export interface JudgeContext {
  /** Why one side is evidently not the document, if so. */
  broken?: Unreadable;
  /** How an earlier version is remembered to have said what a clause says, if one did. */
  recall(key: string): ClauseRecurrence | undefined;
}

export interface JudgeModels {
  clauseModel: Pick<ClauseModel, 'compare' | 'topWords'>;
  verdict: VerdictModel;
}

const SIGNIFICANCE_BY_VERDICT: Readonly<Record<Verdict, Significance>> = {
  ping: 'major',
  digest: 'minor',
  silent: 'none',
};

/** Judges a comparison of two versions. */
export function judge(
  before: VersionAnalysis,
  after: VersionAnalysis,
  comparison: Comparison,
  circumstances: JudgeContext,
  parts: JudgeModels,
): ChangeAssessment {
  const { broken } = circumstances;
  const training = { old: before.training, new: after.training };
  if (broken !== undefined) return silentAssessment('noise', training, `${broken.reason}: ${broken.detail}`);

  const { differences, prediction: weighed } = scoreComparison(before, after, comparison, circumstances, parts);
  if (differences.length === 0) return silentAssessment('ok', training, 'nothing that is said about AI differs');
  const likely = `${formatPercent(weighed.major)} likely major, ${formatPercent(weighed.any)} to matter`;
  if (weighed.verdict === 'silent')
    return silentAssessment('ok', training, `nothing of weight differs about AI (${likely})`);

  const selected = selectEvidence(differences, weighed.differences, weighed.verdict);
  const evidence = selected.map((one): Evidence => buildEvidence(one, parts.clauseModel));
  return {
    change: SIGNIFICANCE_BY_VERDICT[weighed.verdict],
    capture: 'ok',
    topics: weighed.topics,
    direction: weighed.direction,
    training,
    alert: weighed.verdict === 'ping',
    evidence,
    reason: `${evidence[0]?.because ?? 'about AI'} (${likely})`,
  };
}

export interface ScoredComparison {
  /** How many clauses of any kind differ. */
  differingCount: number;
  differences: AiDifference[];
  prediction: VerdictPrediction;
}

/** What differs about AI, and how much each difference and all of them together weigh. */
export function scoreComparison(
  before: VersionAnalysis,
  after: VersionAnalysis,
  comparison: Comparison,
  { recall }: Pick<JudgeContext, 'recall'>,
  { clauseModel: clauses, verdict }: JudgeModels,
): ScoredComparison {
  const differences = findAiDifferences(before, after, comparison, clauses, recall);
  const differing = comparison.edited.length + comparison.added.length + comparison.removed.length;
  return { differingCount: differing, differences, prediction: predictVerdict(differences, differing, verdict) };
}

/** Evidence shown of one change; the likeliest first. */
const MAX_EVIDENCE = 12;
/** Others are shown only if they are at least so likely beside the surest. */
const MIN_RELATIVE_PROBABILITY = 0.5;

function selectEvidence(
  differences: readonly AiDifference[],
  prediction: readonly DifferenceProbabilities[],
  verdict: Verdict,
): AiDifference[] {
  const likelihood = ({ major, any }: DifferenceProbabilities) => (verdict === 'ping' ? major : any);
  const sorted = differences
    .map((difference, at) => ({ difference, likely: likelihood(prediction[at] ?? { major: 0, any: 0 }) }))
    .sort((one, other) => other.likely - one.likely);
  const least = MIN_RELATIVE_PROBABILITY * (sorted[0]?.likely ?? 0);
  return sorted
    .filter(({ likely }) => likely >= least)
    .slice(0, MAX_EVIDENCE)
    .map(({ difference }) => difference);
}

function silentAssessment(
  capture: ChangeAssessment['capture'],
  training: ChangeAssessment['training'],
  reason: string,
): ChangeAssessment {
  return { change: 'none', capture, topics: [], direction: 'neutral', training, alert: false, evidence: [], reason };
}
