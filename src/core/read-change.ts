/** Reads what changed between two versions of a document: compare, then judge. The whole way from two texts to a verdict. */
import type { Change, Comparison, Reading } from '../domain.ts';
import { quoteOf } from './clauses.ts';
import { comparePassages, compareVersions } from './compare.ts';
import { type Broken, isShrunk, unreadableAfter } from './extract/succession.ts';
import { type Circumstances, judge } from './judge/judge.ts';
import type { ClauseReader } from './reader/clause-reader.ts';

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
  const trusted = isShrunk(before, after) ? { ...comparison, removed: [] } : comparison;
  const reading = judge(oldReading, newReading, trusted, { broken, recall });
  const edits = editsOf(comparison);
  return { reading, broken: broken?.side, edits: edits.slice(0, EDITS_KEPT), editCount: edits.length };
}

/** Every clause that differs between two versions, AI or not, quoted. */
export function editsBetween(before: string, after: string): Change['edits'] {
  return editsOf(compareVersions(before, after));
}

const editsOf = ({ edited, added, removed }: Comparison): Change['edits'] => [
  ...edited.map((edit) => ({ before: quoteOf('old', edit.before), after: quoteOf('new', edit.after) })),
  ...added.map((clause) => ({ after: quoteOf('new', clause) })),
  ...removed.map((clause) => ({ before: quoteOf('old', clause) })),
];
