/** Reads what changed between two versions of a document: compare, then judge. The whole way from two texts to a verdict. */
import type { Change, ChangeAssessment, Comparison } from '../../domain/document.ts';
import { quoteClause } from '../document/clauses.ts';
import { comparePassages, compareVersions } from '../document/compare-versions.ts';
import { type BrokenCapture, detectBrokenCapture, isShrunk } from '../extract/detect-broken-capture.ts';
import type { ClauseReader } from '../judge/clause-reader.ts';
import type { JudgeContext } from '../judge/judge.ts';

/** Edits kept of a change, whatever they are about; the rest is counted. */
const MAX_EDITS_KEPT = 12;

export interface AssessedChange {
  reading: ChangeAssessment;
  /** Which side is evidently not the document, where `reading.capture` is noise. */
  brokenSide?: BrokenCapture['side'];
  edits: Change['edits'];
  editCount: number;
}

export interface AssessChangeOptions {
  clauseReader: ClauseReader;
  /** How an earlier version is remembered to have said what a clause says, by its key; such a clause only came back. */
  recallClause?: JudgeContext['recall'];
}

/**
 * @param before the old version's Markdown.
 * @param after the new one's.
 */
export function assessChange(
  before: string,
  after: string,
  { clauseReader, recallClause: recall = () => undefined }: AssessChangeOptions,
): AssessedChange {
  const [oldReading, newReading] = [clauseReader.readVersion(before), clauseReader.readVersion(after)];
  const comparison = comparePassages(oldReading.passages, newReading.passages);
  const broken = detectBrokenCapture(before, after);
  const reading = clauseReader.judge(oldReading, newReading, dropUnreliableRemovals(comparison, before, after), {
    broken,
    recall,
  });
  const edits = toEdits(comparison);
  return { reading, brokenSide: broken?.side, edits: edits.slice(0, MAX_EDITS_KEPT), editCount: edits.length };
}

/** What may be concluded from: what a text that lost much of itself lacks is not taken for withdrawn. */
export const dropUnreliableRemovals = (comparison: Comparison, before: string, after: string): Comparison =>
  isShrunk(before, after) ? { ...comparison, removed: [] } : comparison;

/** Every clause that differs between two versions, AI or not, quoted. */
export function listEdits(before: string, after: string): Change['edits'] {
  return toEdits(compareVersions(before, after));
}

const toEdits = ({ edited, added, removed }: Comparison): Change['edits'] => [
  ...edited.map((edit) => ({ before: quoteClause('old', edit.before), after: quoteClause('new', edit.after) })),
  ...added.map((clause) => ({ after: quoteClause('new', clause) })),
  ...removed.map((clause) => ({ before: quoteClause('old', clause) })),
];
