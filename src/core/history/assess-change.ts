/** Assesses the change between two versions of a document: compares their clauses, then judges the differences. */
import type { Change, ChangeAssessment, Comparison } from '../../domain/document.ts';
import { quoteClause } from '../document/clauses.ts';
import { comparePassages, compareVersions } from '../document/compare-versions.ts';
import {
  type BrokenCapture,
  detectBrokenCapture,
  isShrunk,
  summarizeText,
  type TextSummary,
} from '../extract/checks/detect-broken-capture.ts';
import type { ClauseReader } from '../judge/clause-reader.ts';
import type { JudgeContext } from '../judge/judge.ts';
import type { VersionAnalysis } from '../reader/analyse-version.ts';

/** Edits kept of a change, whatever they are about; the others are only counted. */
const MAX_EDITS_KEPT = 12;

export interface AssessedChange {
  assessment: ChangeAssessment;
  /** The side that is evidently not the document, where `assessment.capture` is noise. */
  brokenSide?: BrokenCapture['side'];
  edits: Change['edits'];
  editCount: number;
  oldAnalysis: VersionAnalysis;
}

export interface AssessChangeOptions {
  clauseReader: ClauseReader;
  /** Whether an earlier version had a clause, by its key; such a clause only came back. */
  recallClause?: JudgeContext['recall'];
}

/** @param before,after Markdown. */
export function assessChange(
  before: string,
  after: string,
  { clauseReader, recallClause: recall = () => undefined }: AssessChangeOptions,
): AssessedChange {
  const [oldAnalysis, newAnalysis] = [clauseReader.readVersion(before), clauseReader.readVersion(after)];
  const comparison = comparePassages(oldAnalysis.passages, newAnalysis.passages);
  const [oldSummary, newSummary] = [summarizeText(before), summarizeText(after)];
  const broken = detectBrokenCapture(oldSummary, newSummary);
  const reliable = dropUnreliableRemovals(comparison, oldSummary, newSummary);
  const assessment = clauseReader.judge(oldAnalysis, newAnalysis, reliable, { broken, recall });
  const edits = toEdits(comparison);
  return {
    assessment,
    brokenSide: broken?.side,
    edits: edits.slice(0, MAX_EDITS_KEPT),
    editCount: edits.length,
    oldAnalysis,
  };
}

/** A text that lost much of itself may only hide clauses: its removals prove nothing. */
export const dropUnreliableRemovals = (comparison: Comparison, before: TextSummary, after: TextSummary): Comparison =>
  isShrunk(before, after) ? { ...comparison, removed: [] } : comparison;

/** Quotes every clause that differs between two versions, about AI or not. */
export function listEdits(before: string, after: string): Change['edits'] {
  return toEdits(compareVersions(before, after));
}

const toEdits = ({ edited, added, removed }: Comparison): Change['edits'] => [
  ...edited.map((edit) => ({ before: quoteClause('old', edit.before), after: quoteClause('new', edit.after) })),
  ...added.map((clause) => ({ after: quoteClause('new', clause) })),
  ...removed.map((clause) => ({ before: quoteClause('old', clause) })),
];
