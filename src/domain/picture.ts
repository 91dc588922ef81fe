/**
 * Pictures beside an answer, for people who would rather look than read: plain data, with every word in its language already.
 * `src/io/pictures` draws them. The answer's text says everything a picture says, so one that cannot be drawn is no loss.
 */
import type { Direction } from '../domain/vocabulary.ts';

export type Picture = MatrixPicture | TimelinePicture | BeforeAfterPicture | MovesPicture;

/** What every picture has. */
interface Described {
  /** Of the file, in letters, digits and hyphens, without its extension. */
  name: string;
  title: string;
  subtitle?: string;
  /** What the picture shows, for those who do not see it. A renderer may cut it at the end. */
  altText: string;
}

/** Platforms side by side: a column each, a row for each topic. */
export interface MatrixPicture extends Described {
  kind: 'matrix';
  columns: string[];
  /** As many cells as there are columns. */
  rows: { label: string; cells: MatrixCell[] }[];
  legend: { mark: CellMark; words: string }[];
}

/** What is known there, one line each; documents and research that say different things are two lines. */
export type MatrixCell = CellFact[];

export interface CellFact {
  /** Where it is from; both where documents and research speak. */
  marks: CellMark[];
  /** Beside the mark, such as a number of clauses. */
  figure?: string;
  /** One or two short words. */
  words: string;
  tone?: Direction;
}

export type CellMark = 'read' | 'researched' | 'unknown';

/** What happened in order, the latest in words and what came before as marks, a line for each year or stretch of years. */
export interface TimelinePicture extends Described {
  kind: 'timeline';
  /** Oldest first. `more`: how many marks were left out, in words. */
  earlier: { years: string; marks: EventMark[]; more?: string }[];
  /** Oldest first, after all that is `earlier`. */
  latest: { year: string; date: string; mark: EventMark; label: string; title: string }[];
  legend: { mark: EventMark; words: string }[];
}

/** Families of events: words of the platform that bind, words that do not, law, business, and what others say. */
export const EVENT_MARKS = ['document', 'statement', 'law', 'business', 'talk'] as const;
export type EventMark = (typeof EVENT_MARKS)[number];

/** What a clause said and what it says. At least one side is there. */
export interface BeforeAfterPicture extends Described {
  kind: 'before-after';
  verdict: { words: string; tone: Direction };
  /** When it changed, as exactly as that is known. */
  window: string;
  before?: QuotedSide;
  after?: QuotedSide;
  /** Further passages that are not shown. */
  more?: string;
  /** The document's address. */
  source?: string;
}

/** Words of a document, verbatim and in its language. */
export interface QuotedSide {
  label: string;
  section?: string;
  runs: QuotedRun[];
  /** Sentences before the first or after the last run were left out. */
  cutBefore: boolean;
  cutAfter: boolean;
}

export interface QuotedRun {
  words: string;
  /** The other side does not have them. */
  changed: boolean;
}

/** Where platforms moved, for a digest. */
export interface MovesPicture extends Described {
  kind: 'moves';
  moves: { platform: string; topic: string; from?: string; to: string; tone: Direction }[];
  more?: string;
}

/**
 * Draws a picture as PNG, or nothing where that fails or is not done in time; it never throws. Who asks sends the answer
 * without it then.
 */
export type DrawPicture = (picture: Picture, withinMs: number) => Promise<Uint8Array | undefined>;
