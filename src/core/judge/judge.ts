/**
 * Judges a comparison of two versions: what it means for a musician.
 *
 *  1. one side is evidently not the document → none, noise
 *  2. no clause about AI differs             → none
 *  3. each difference is scored by the probabilities of both sides, their nearest clauses, and the encoder's comparison of both
 *  4. two thresholds on the combined score   → ping (major), digest (minor) or silent (none)
 *  5. the differences that contributed most become evidence
 */
import type { ChangeAssessment, Comparison, Unreadable } from '../../domain/document.ts';
import type { Significance, Verdict } from '../../domain/vocabulary.ts';
import type { VersionAnalysis } from '../reader/analyse-version.ts';
import type { ClauseModel } from '../reader/clause-model.ts';
import { formatPercent } from '../text/format-percent.ts';
import { findChangedHeadings } from './changed-heading.ts';
import { buildEvidence } from './evidence.ts';
import { type AiDifference, type ClauseRecurrence, findAiDifferences } from './find-differences.ts';
import {
  type DifferenceProbabilities,
  predictVerdict,
  type VerdictModel,
  type VerdictPrediction,
} from './verdict-model.ts';

/** What is known besides the two texts. */
export interface JudgeContext {
  /** Why one side is evidently not the document. */
  broken?: Unreadable;
  /** By clause key: whether an earlier version had the clause. */
  recall(key: string): ClauseRecurrence | undefined;
}

export interface JudgeModels {
  clauseModel: Pick<ClauseModel, 'compare' | 'topWords'>;
  verdict: VerdictModel;
}

export const SIGNIFICANCE_BY_VERDICT: Readonly<Record<Verdict, Significance>> = {
  ping: 'major',
  digest: 'minor',
  silent: 'none',
};

export function judge(
  before: VersionAnalysis,
  after: VersionAnalysis,
  comparison: Comparison,
  context: JudgeContext,
  models: JudgeModels,
): ChangeAssessment {
  const { broken } = context;
  const training = { old: before.training, new: after.training };
  if (broken !== undefined) return silentAssessment('noise', training, `${broken.reason}: ${broken.detail}`);

  const { differences, prediction } = scoreComparison(before, after, comparison, context, models);
  if (differences.length === 0) return silentAssessment('ok', training, 'no clause about AI differs');
  const odds = `${formatPercent(prediction.major)} likely major, ${formatPercent(prediction.any)} to matter`;
  if (prediction.verdict === 'silent')
    return silentAssessment('ok', training, `no difference about AI is likely to matter (${odds})`);

  const selected = selectEvidence(differences, prediction.differences, prediction.verdict);
  const evidence = selected.map((difference) => buildEvidence(difference, models.clauseModel));
  return {
    significance: SIGNIFICANCE_BY_VERDICT[prediction.verdict],
    capture: 'ok',
    topics: prediction.topics,
    direction: prediction.direction,
    training,
    evidence,
    reason: `${evidence[0]?.because ?? 'about AI'} (${odds})`,
  };
}

export interface ScoredComparison {
  /** How many clauses differ, about AI or not. */
  differingCount: number;
  differences: AiDifference[];
  prediction: VerdictPrediction;
}

export function scoreComparison(
  before: VersionAnalysis,
  after: VersionAnalysis,
  comparison: Comparison,
  { recall }: Pick<JudgeContext, 'recall'>,
  { clauseModel, verdict }: JudgeModels,
): ScoredComparison {
  const differences = [
    ...findAiDifferences(before, after, comparison, clauseModel, recall),
    ...findChangedHeadings(before, after, clauseModel),
  ];
  const differingCount = comparison.edited.length + comparison.added.length + comparison.removed.length;
  return { differingCount, differences, prediction: predictVerdict(differences, differingCount, verdict) };
}

const MAX_EVIDENCE = 12;
/** Evidence must be at least this likely relative to the likeliest. */
const MIN_RELATIVE_PROBABILITY = 0.5;

/** The likeliest first. */
function selectEvidence(
  differences: readonly AiDifference[],
  probabilities: readonly DifferenceProbabilities[],
  verdict: Verdict,
): AiDifference[] {
  const ranked = differences
    .map((difference, i) => {
      const { major, any } = probabilities[i] ?? { major: 0, any: 0 };
      return { difference, probability: verdict === 'ping' ? major : any };
    })
    .sort((a, b) => b.probability - a.probability);
  const minProbability = MIN_RELATIVE_PROBABILITY * (ranked[0]?.probability ?? 0);
  return ranked
    .filter(({ probability }) => probability >= minProbability)
    .slice(0, MAX_EVIDENCE)
    .map(({ difference }) => difference);
}

function silentAssessment(
  capture: ChangeAssessment['capture'],
  training: ChangeAssessment['training'],
  reason: string,
): ChangeAssessment {
  return {
    significance: 'none',
    capture,
    topics: [],
    direction: 'neutral',
    training,
    evidence: [],
    reason,
  };
}
