/** Documents over time: extraction, versions, clauses, changes between versions, and stances. */
import type {
  CalendarDate,
  Direction,
  DocumentId,
  Instant,
  PlatformId,
  Position,
  Sha256,
  Significance,
  Topic,
} from './vocabulary.ts';

/** Identifies a declaration together with the extractor's release. */
export type ExtractorVersion = string;

/** Why a fetched page is not the document. */
export type UnreadableReason =
  | 'empty'
  | 'challenge'
  | 'log-in'
  | 'loading'
  | 'error-page'
  | 'cookie-dialog'
  | 'other-language'
  | 'truncated'
  | 'other-document'
  | 'selector-missing'
  | 'unsupported-type'
  | 'encrypted'
  | 'no-text'
  | 'broken-file'
  | 'too-large'
  | 'took-too-long';

export type Extraction = { status: 'ok'; markdown: string; identity: Sha256 } | UnreadableResult;

export interface Unreadable {
  reason: UnreadableReason;
  /** One line for people. */
  detail: string;
}

export interface UnreadableResult extends Unreadable {
  status: 'unreadable';
}

/** The text extracted from a snapshot. Content-addressed: `id` hashes document and Markdown. */
export interface DocumentVersion {
  id: Sha256;
  document: DocumentId;
  markdown: string;
  /** Versions with the same identity say the same. */
  identity: Sha256;
  /** When this text was first seen. */
  seen: Instant;
}

/** A statement in a version. `text` is an exact substring of the version's Markdown. */
export interface Clause {
  text: string;
  /** Headings above it, outermost first. */
  section: string[];
  /** The line that introduces its list, without markup; '' outside a list. */
  lead: string;
  /** The text without markup, numbering and typography: equal keys say the same. */
  key: string;
}

/** The clauses that differ between two versions, leaving out what only moved, was renumbered or re-marked. */
export interface Comparison {
  added: Clause[];
  removed: Clause[];
  edited: { before: Clause; after: Clause }[];
}

/** Words of one side of a change. `text` is an exact substring of that version's Markdown. */
export interface Quote {
  side: 'old' | 'new';
  /** The nearest heading, '' above the first one; or the line that introduces the list, where that is what changed. */
  section: string;
  text: string;
}

/** One clause about AI that changed. At least one side is present. */
export interface Evidence {
  before?: Quote;
  after?: Quote;
  topics: Topic[];
  direction: Direction;
  /** Likeliest first; absent in old stores. */
  frames?: Frame[];
  /** For people: the likeliest act and the words that weighed most for it. */
  because: string;
}

/** An act (core/reader/acts.ts) that a clause gained, lost or has on both sides, however it is worded. */
export interface Frame {
  act: string;
  side: 'gained' | 'lost' | 'both';
  /** 0 to 1. */
  probability: number;
  /** The position on training that the act states, if any. */
  training?: Position;
}

/** What a change means to a musician. */
export interface ChangeAssessment {
  significance: Significance;
  /** `noise`: one side is evidently not the document: a broken capture, another language, a wrong page. */
  capture: 'ok' | 'noise';
  topics: Topic[];
  direction: Direction;
  training: { old: Position; new: Position };
  evidence: Evidence[];
  /** One line. */
  reason: string;
}

/** Whether a change alerts channels at once. */
export const isMajor = ({ significance }: Pick<ChangeAssessment, 'significance'>): boolean => significance === 'major';

/** A recorded change of a document. */
export interface Change {
  id: Sha256;
  document: DocumentId;
  platform: PlatformId;
  oldVersion: Sha256;
  newVersion: Sha256;
  /** The evidence window: when the old text was last seen and the new one first. */
  lastSeenOld: Instant;
  firstSeenNew: Instant;
  /** The "last updated" dates that the texts print. */
  statedDateOld?: CalendarDate;
  statedDateNew?: CalendarDate;
  /** The date on which the new text says it takes effect, if that is after `firstSeenNew`. */
  holdsFrom?: CalendarDate;
  /** How often earlier versions had come back by then: the page shows its readers different texts. */
  returns?: number;
  /** Since when the document is as it was before, where it came back soon after the alert. */
  takenBack?: Instant;
  assessment: ChangeAssessment;
  /** The first clauses that differ, about AI or not: shown where the assessment has no evidence. */
  edits: { before?: Quote; after?: Quote }[];
  /** All clauses that differ. */
  editCount: number;
  /** Who recorded the texts, when not we ourselves. */
  origin?: string;
}

/** Quotes of a version on one topic. */
export interface StanceLine {
  topic: Topic;
  quotes: { text: string; section: string }[];
}

/** Where a version stands on AI. */
export interface DocumentStance {
  document: DocumentId;
  version: Sha256;
  /** When that version was first seen. */
  seen: Instant;
  training: Position;
  lines: StanceLine[];
  /** Absent in old stores. */
  judgedBy?: ReaderVersion;
}

/** Identifies the clause reader's weights and how they are used. */
export type ReaderVersion = number;
