/** Reads what changed between two versions of a document: compare, then judge. The whole way from two texts to a verdict. */
import type { Change, Comparison, Reading } from '../../domain/document.ts';
import type { ClauseReader } from '../judge/clause-reader.ts';
import { quoteOf } from '../document/clauses.ts';
import { comparePassages, compareVersions } from '../document/compare-versions.ts';
import { type Broken, isShrunk, unreadableAfter } from '../extract/detect-broken-capture.ts';
import type { Circumstances } from '../judge/judge.ts';

/** Edits kept of a change, whatever they are about; the rest is counted. */
const EDITS_KEPT = 12;

export interface ChangeReading {
  reading: Reading;
  /** Which side is evidently not the document, where `reading.capture` is noise. */
  broken?: Broken['side'];
  edits: Change['edits'];
  editCount: number;
}

export interface ChangeParts {
  clauseReader: ClauseReader;
  /** How an earlier version is remembered to have said what a clause says, by its key; such a clause only came back. */
  recall?: Circumstances['recall'];
}

/**
 * @param before the old version's Markdown.
 * @param after the new one's.
 */
export function readChange(
  before: string,
  after: string,
  { clauseReader, recall = () => undefined }: ChangeParts,
): ChangeReading {
  const [oldReading, newReading] = [clauseReader.readVersion(before), clauseReader.readVersion(after)];
  const comparison = comparePassages(oldReading.passages, newReading.passages);
  const broken = unreadableAfter(before, after);
  const reading = clauseReader.judge(oldReading, newReading, trusted(comparison, before, after), { broken, recall });
  const edits = editsOf(comparison);
  return { reading, broken: broken?.side, edits: edits.slice(0, EDITS_KEPT), editCount: edits.length };
}

/** What may be concluded from: what a text that lost much of itself lacks is not taken for withdrawn. */
export const trusted = (comparison: Comparison, before: string, after: string): Comparison =>
  isShrunk(before, after) ? { ...comparison, removed: [] } : comparison;

/** Every clause that differs between two versions, AI or not, quoted. */
export function editsBetween(before: string, after: string): Change['edits'] {
  return editsOf(compareVersions(before, after));
}

const editsOf = ({ edited, added, removed }: Comparison): Change['edits'] => [
  ...edited.map((edit) => ({ before: quoteOf('old', edit.before), after: quoteOf('new', edit.after) })),
  ...added.map((clause) => ({ after: quoteOf('new', clause) })),
  ...removed.map((clause) => ({ before: quoteOf('old', clause) })),
];
