/** How a clause and its surroundings are put together for the network. */
import type { EncoderHeader, InputLimits } from './encoder-header.ts';
import type { Tokenizer } from './tokenizer/tokenizer.ts';

export interface EncoderClause {
  text: string;
  /** The heading it stands under, what introduces its list, and the sentence before it; empty where there is none. */
  head: string;
  intro: string;
  prev: string;
}

/** A clause as it was and as it is; where one was added or taken away, what is nearest to it stands in for the other side. */
export interface EncoderPair {
  before: string;
  after: string;
  head: string;
}

export interface EncoderInput {
  pieces: number[];
  /** How many of them are the clause's (of a difference: the new side's), with its marks. */
  clause: number;
}

/**
 * Hardly any word has more letters for a piece, and what comes after the last piece is not read. A text is cut to so many letters
 * before anything else is done with it.
 */
const MAX_CHARS_PER_PIECE = 32;

/**
 * Start, clause, end, then heading, introduction and sentence before with an end each. Of a clause the beginning is read, of what
 * stands before it the end.
 */
export function buildClauseInput(
  { text, head, intro, prev }: EncoderClause,
  tokenize: Tokenizer,
  limits: InputLimits,
  { start, end }: { start: number; end: number },
): EncoderInput {
  const first = (words: string, most: number) => tokenize(words.slice(0, most * MAX_CHARS_PER_PIECE)).slice(0, most);
  const last = (words: string, most: number) =>
    most === 0 ? [] : tokenize(words.slice(-most * MAX_CHARS_PER_PIECE)).slice(-most);
  const clause = [start, ...first(text, limits.text), end];
  const context = [last(head, limits.head), last(intro, limits.intro), last(prev, limits.prev)];
  return { pieces: [...clause, ...context.flatMap((pieces) => [...pieces, end])], clause: clause.length };
}

/** Pieces shown before the first that differs, of a side that is longer than is read. */
const PIECES_BEFORE_DIFFERENCE = 24;

/** Start, mark, the new side, end, the old one, end, heading, end; of long sides the part around the first piece that differs. */
export function buildPairInput(
  { before, after, head }: EncoderPair,
  tokenize: Tokenizer,
  limits: InputLimits,
  { mark, side }: NonNullable<EncoderHeader['comparison']>,
  { start, end }: { start: number; end: number },
): EncoderInput {
  const letters = MAX_SIDE_PIECES * MAX_CHARS_PER_PIECE;
  const [old, now] = [tokenize(before.slice(0, letters)), tokenize(after.slice(0, letters))];
  const heading = limits.head === 0 ? [] : tokenize(head.slice(-limits.head * MAX_CHARS_PER_PIECE)).slice(-limits.head);
  const clause = [start, mark, ...windowAroundDifference(now, old, side), end];
  return {
    pieces: [...clause, ...windowAroundDifference(old, now, side), end, ...heading, end],
    clause: clause.length,
  };
}

/** Pieces of a side that are looked through for what differs. */
const MAX_SIDE_PIECES = 400;

function windowAroundDifference(pieces: readonly number[], other: readonly number[], most: number): readonly number[] {
  if (pieces.length <= most || other.length === 0) return pieces.slice(0, most);
  let same = 0;
  while (same < Math.min(pieces.length, other.length) && pieces[same] === other[same]) same++;
  const start = Math.max(0, Math.min(same - PIECES_BEFORE_DIFFERENCE, pieces.length - most));
  return pieces.slice(start, start + most);
}
