/** Reads what clauses say about AI. Made once in each process or thread, and handed to whatever reads texts. */
import type { WayOfJudging } from '../../domain.ts';
import type { VersionReading } from './version-reading.ts';

export interface ClauseReader {
  /** Names how texts are judged; kept with every stance. */
  readonly way: WayOfJudging;
  /** The reading of a version's Markdown. Equal texts have equal readings. */
  readVersion(markdown: string): VersionReading;
}
