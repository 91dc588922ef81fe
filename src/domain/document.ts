/** A document over time: what a page is read as, its versions and clauses, the changes between them, and where it stands. */
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

/** Names a declaration together with the program's way of following it. */
export type ExtractorVersion = string;

/** Why a page, though fetched, is not the document. */
export const UNREADABLE_REASONS = [
  'empty',
  'challenge',
  'log-in',
  'loading',
  'error-page',
  'cookie-dialog',
  'other-language',
  'truncated',
  'other-document',
  'selector-missing',
  'unsupported-type',
  'encrypted',
  'no-text',
  'broken-file',
  'too-large',
  'took-too-long',
] as const;
export type UnreadableReason = (typeof UNREADABLE_REASONS)[number];

/** A page read as a document, or the reason why it is none. */
export type Extraction =
  | { status: 'ok'; markdown: string; identity: Sha256 }
  | { status: 'unreadable'; reason: UnreadableReason; detail: string };

/** The readable text taken from a snapshot. Content-addressed: `id` hashes document and Markdown. */
export interface DocumentVersion {
  id: Sha256;
  document: DocumentId;
  markdown: string;
  /** Two versions with the same identity say the same. */
  identity: Sha256;
  /** When this text was first seen. */
  seen: Instant;
}

/** A statement in a version. `text` is an exact substring of the version's Markdown. */
export interface Clause {
  text: string;
  /** Headings above it, outermost first. */
  section: string[];
  /** What introduces the list it stands in, without markup; '' outside a list. */
  lead: string;
  /** What it says with markup, numbering and typography taken away: equal keys say the same. */
  key: string;
}

/** Two versions, clause by clause. What only moved, was renumbered or re-marked stands in none of the lists. */
export interface Comparison {
  added: Clause[];
  removed: Clause[];
  edited: { before: Clause; after: Clause }[];
}

/** Exact words of one side of a change. `text` is a substring of that version's Markdown. */
export interface Quote {
  side: 'old' | 'new';
  /** The heading it stands under, or '' above the first one; the line above its list where that is what changed. */
  section: string;
  text: string;
}

/** One clause that changed about AI: what it said, what it says. At least one of both is there. */
export interface Evidence {
  before?: Quote;
  after?: Quote;
  topics: Topic[];
  direction: Direction;
  /** What came, went or stands on both sides, the likeliest first; not known of changes from before this was kept. */
  frames?: Frame[];
  /** The act that is likeliest to have come or gone and the words that spoke most for it, for a human. */
  because: string;
}

/**
 * What a clause does, as a value: what is new or gone between two versions is a difference of sets of these, however they are worded. The act
 * (core/reader/acts.ts) says who does what to what, and under which condition.
 */
export interface Frame {
  act: string;
  side: 'gained' | 'lost' | 'both';
  /** That the clause does it, 0 to 1. */
  probability: number;
  /** The position on training it states, where it does. */
  training?: Position;
}

/** What a comparison means to a musician. */
export interface ChangeAssessment {
  change: Significance;
  /** `noise`: one side is evidently not the document (a broken capture, another language, a wrong page). */
  capture: 'ok' | 'noise';
  topics: Topic[];
  direction: Direction;
  training: { old: Position; new: Position };
  alert: boolean;
  evidence: Evidence[];
  /** One line: why this verdict. */
  reason: string;
}

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
  /** The "last updated" dates the two texts print, where they do. */
  statedDateOld?: CalendarDate;
  statedDateNew?: CalendarDate;
  /** The day, after the new text was first seen, from which it says it holds: announced, and not in force yet. */
  holdsFrom?: CalendarDate;
  /** How often wordings of the page had come back by then: it shows different readers different texts. */
  returns?: number;
  /** Since when the document reads as it did before, where it came back soon after the change was told. */
  takenBack?: Instant;
  reading: ChangeAssessment;
  /** Clauses that differ, AI or not, the first few: what a reader is shown where `reading` has no evidence. */
  edits: { before?: Quote; after?: Quote }[];
  /** How many clauses differ in all. */
  editCount: number;
  /** Where the old and new text came from, when not from our own fetches. */
  origin?: string;
}

/** What a version says on one topic. */
export interface StanceLine {
  topic: Topic;
  quotes: { text: string; section: string }[];
}

/** What a version of a document says about AI, topic by topic. */
export interface DocumentStance {
  document: DocumentId;
  version: Sha256;
  /** When that version was first seen. */
  seen: Instant;
  training: Position;
  lines: StanceLine[];
  /** How its text was judged; not known in stores from before this was kept. */
  judgedBy?: ReaderVersion;
}

/** Names what a text is judged by: a number made of the reader's weights and of how they are used. */
export type ReaderVersion = number;
