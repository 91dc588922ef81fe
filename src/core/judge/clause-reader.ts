/** The trained reader of terms: analyses versions and judges their comparison. Created once in each process or thread. */
import type { ChangeAssessment, Comparison, ReaderVersion } from '../../domain/document.ts';
import { analyseVersion, type VersionAnalysis } from '../reader/analyse-version.ts';
import type { ClauseModel } from '../reader/clause-model.ts';
import type { PositionModel } from '../reader/position-model.ts';
import { memoize } from '../text/memoize.ts';
import { type JudgeContext, judge, type ScoredComparison, scoreComparison } from './judge.ts';
import type { VerdictModel } from './verdict-model.ts';

export interface ClauseReader {
  /** Stored with every stance, so that stances are recomputed when the reader changes. */
  readonly version: ReaderVersion;
  /** Analyses a version's Markdown. */
  readVersion(markdown: string): VersionAnalysis;
  /** What a comparison of two versions means. */
  judge(
    before: VersionAnalysis,
    after: VersionAnalysis,
    comparison: Comparison,
    context: JudgeContext,
  ): ChangeAssessment;
  /** The scores behind a judgement. */
  scoreComparison(
    before: VersionAnalysis,
    after: VersionAnalysis,
    comparison: Comparison,
    context: Pick<JudgeContext, 'recall'>,
  ): ScoredComparison & { model: VerdictModel };
  topWords: ClauseModel['topWords'];
}

export interface ClauseReaderModels {
  version: ReaderVersion;
  clauseModel: ClauseModel;
  positions: PositionModel;
  verdict: VerdictModel;
}

/** The last few analyses are memoized. */
export function createClauseReader({ version, clauseModel, positions, verdict }: ClauseReaderModels): ClauseReader {
  return {
    version,
    readVersion: memoize((markdown) => analyseVersion(markdown, { clauseModel, positions })),
    judge: (before, after, comparison, context) => judge(before, after, comparison, context, { clauseModel, verdict }),
    scoreComparison: (before, after, comparison, context) => ({
      ...scoreComparison(before, after, comparison, context, { clauseModel, verdict }),
      model: verdict,
    }),
    topWords: clauseModel.topWords,
  };
}
