/** Reads terms with what was learnt. Made once in each process or thread, and handed to whatever reads texts. */
import type { Comparison, Reading, WayOfJudging } from '../../domain/document.ts';
import { type Circumstances, judge, type WeighedComparison, weighComparison } from './judge.ts';
import type { VerdictModel } from './verdict-model.ts';
import { keepLast } from '../text/keep-last.ts';
import type { ClauseModel } from '../reader/clause-model.ts';
import type { PositionModel } from '../reader/position-model.ts';
import { readVersion } from '../reader/analyse-version.ts';
import type { VersionReading } from '../reader/version-analysis.ts';

export interface ClauseReader {
  /** Names how texts are judged; kept with every stance. */
  readonly way: WayOfJudging;
  /** The reading of a version's Markdown. Equal texts have equal readings. */
  readVersion(markdown: string): VersionReading;
  /** What a comparison of two versions means. */
  judge(before: VersionReading, after: VersionReading, comparison: Comparison, circumstances: Circumstances): Reading;
  /** How that comes about. */
  weigh(
    before: VersionReading,
    after: VersionReading,
    comparison: Comparison,
    circumstances: Pick<Circumstances, 'recall'>,
  ): WeighedComparison & { model: VerdictModel };
  /** Of a clause that was read: the words that speak most for an output. */
  wordsFor: ClauseModel['wordsFor'];
}

export interface ClauseReaderParts {
  way: WayOfJudging;
  clauses: ClauseModel;
  positions: PositionModel;
  verdict: VerdictModel;
}

/** A reader that keeps its last few readings. */
export function createClauseReader({ way, clauses, positions, verdict }: ClauseReaderParts): ClauseReader {
  return {
    way,
    readVersion: keepLast((markdown) => readVersion(markdown, { clauses, positions })),
    judge: (before, after, comparison, circumstances) =>
      judge(before, after, comparison, circumstances, { clauses, verdict }),
    weigh: (before, after, comparison, circumstances) => ({
      ...weighComparison(before, after, comparison, circumstances, { clauses, verdict }),
      model: verdict,
    }),
    wordsFor: clauses.wordsFor,
  };
}
