/**
 * Pictures beside an answer, as plain data with all words translated. The answer's text says everything a picture shows, so one that
 * cannot be drawn is no loss.
 */
import type { Direction } from './vocabulary.ts';

export type Picture = MatrixPicture | TimelinePicture | BeforeAfterPicture | MovesPicture;

interface Described {
  /** The file's name without its extension: letters, digits and hyphens. */
  name: string;
  title: string;
  subtitle?: string;
  /** A renderer may cut it off at the end. */
  altText: string;
}

/** Platforms side by side: a column per platform, a row per topic. */
export interface MatrixPicture extends Described {
  kind: 'matrix';
  columns: string[];
  /** A cell per column. */
  rows: { label: string; cells: MatrixCell[] }[];
  legend: { mark: CellMark; words: string }[];
}

/** One line per fact; documents and research that disagree are two facts. */
export type MatrixCell = CellFact[];

export interface CellFact {
  /** Where it is from: the documents, research, or both. */
  marks: CellMark[];
  /** Beside the mark, such as a number of clauses. */
  figure?: string;
  /** One or two short words. */
  words: string;
  tone?: Direction;
}

export type CellMark = 'read' | 'researched' | 'unknown';

/** Events in order: the latest in words, earlier ones as marks, a line per year or span of years. */
export interface TimelinePicture extends Described {
  kind: 'timeline';
  /** Oldest first. `more`: the number of marks left out, in words. */
  earlier: { years: string; marks: EventMark[]; more?: string }[];
  /** Oldest first. */
  latest: { year: string; date: string; mark: EventMark; label: string; title: string }[];
  legend: { mark: EventMark; words: string }[];
}

/** Families of events: the platform's binding and non-binding words, law, business, and what others say. */
export const EVENT_MARKS = ['document', 'statement', 'law', 'business', 'talk'] as const;
export type EventMark = (typeof EVENT_MARKS)[number];

/** What a clause said before and says now. At least one side is present. */
export interface BeforeAfterPicture extends Described {
  kind: 'before-after';
  verdict: { words: string; tone: Direction };
  /** When it changed, as exactly as known. */
  window: string;
  before?: QuotedSide;
  after?: QuotedSide;
  /** The number of passages not shown, in words. */
  more?: string;
  /** The document's address. */
  source?: string;
}

/** Verbatim, in the document's language. */
export interface QuotedSide {
  label: string;
  section?: string;
  runs: QuotedRun[];
  /** Sentences before the first or after the last run are left out. */
  cutBefore: boolean;
  cutAfter: boolean;
}

export interface QuotedRun {
  words: string;
  /** Missing on the other side. */
  changed: boolean;
}

/** How platforms' positions changed, for a digest. */
export interface MovesPicture extends Described {
  kind: 'moves';
  moves: { platform: string; topic: string; from?: string; to: string; tone: Direction }[];
  more?: string;
}

/** Draws a picture as PNG; nothing where that fails or takes too long. Never throws. */
export type DrawPicture = (picture: Picture, withinMs: number) => Promise<Uint8Array | undefined>;
