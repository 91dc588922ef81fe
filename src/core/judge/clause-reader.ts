/** Reads terms with what was learnt. Made once in each process or thread, and handed to whatever reads texts. */
import type { ChangeAssessment, Comparison, ReaderVersion } from '../../domain/document.ts';
import { analyseVersion } from '../reader/analyse-version.ts';
import type { ClauseModel } from '../reader/clause-model.ts';
import type { PositionModel } from '../reader/position-model.ts';
import type { VersionAnalysis } from '../reader/version-analysis.ts';
import { memoize } from '../text/keep-last.ts';
import { type JudgeContext, judge, type ScoredComparison, scoreComparison } from './judge.ts';
import type { VerdictModel } from './verdict-model.ts';

export interface ClauseReader {
  /** Names how texts are judged; kept with every stance. */
  readonly version: ReaderVersion;
  /** The reading of a version's Markdown. Equal texts have equal readings. */
  readVersion(markdown: string): VersionAnalysis;
  /** What a comparison of two versions means. */
  judge(
    before: VersionAnalysis,
    after: VersionAnalysis,
    comparison: Comparison,
    circumstances: JudgeContext,
  ): ChangeAssessment;
  /** How that comes about. */
  scoreComparison(
    before: VersionAnalysis,
    after: VersionAnalysis,
    comparison: Comparison,
    circumstances: Pick<JudgeContext, 'recall'>,
  ): ScoredComparison & { model: VerdictModel };
  /** Of a clause that was read: the words that speak most for an output. */
  topWords: ClauseModel['topWords'];
}

export interface ClauseReaderModels {
  version: ReaderVersion;
  clauseModel: ClauseModel;
  positions: PositionModel;
  verdict: VerdictModel;
}

/** A reader that keeps its last few readings. */
export function createClauseReader({
  version: way,
  clauseModel: clauses,
  positions,
  verdict,
}: ClauseReaderModels): ClauseReader {
  return {
    version: way,
    readVersion: memoize((markdown) => analyseVersion(markdown, { clauseModel: clauses, positions })),
    judge: (before, after, comparison, circumstances) =>
      judge(before, after, comparison, circumstances, { clauseModel: clauses, verdict }),
    scoreComparison: (before, after, comparison, circumstances) => ({
      ...scoreComparison(before, after, comparison, circumstances, { clauseModel: clauses, verdict }),
      model: verdict,
    }),
    topWords: clauses.topWords,
  };
}
