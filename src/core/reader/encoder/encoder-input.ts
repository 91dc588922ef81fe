/** Builds the network's input from a clause with its context, or from both sides of a difference. */
import type { EncoderHeader, InputLimits } from './encoder-header.ts';
import type { Tokenizer } from './tokenizer/tokenizer.ts';

export interface EncoderClause {
  text: string;
  /** Heading, introduction of the list, and previous sentence; empty where there is none. */
  head: string;
  intro: string;
  prev: string;
}

/** Both sides of a difference; for an added or removed clause, the nearest clause stands in for the missing side. */
export interface EncoderPair {
  before: string;
  after: string;
  head: string;
}

export interface EncoderInput {
  pieces: number[];
  /** How many of them belong to the clause (or the new side), its special pieces included. */
  clause: number;
}

/** Hardly any word has more characters per piece. Texts are cut by it before they are tokenized. */
const MAX_CHARS_PER_PIECE = 32;

/** Start, clause, end; then heading, introduction and previous sentence, each with an end. Context is truncated at its start. */
export function buildClauseInput(
  { text, head, intro, prev }: EncoderClause,
  tokenize: Tokenizer,
  limits: InputLimits,
  { start, end }: { start: number; end: number },
): EncoderInput {
  const first = (words: string, max: number) => tokenize(words.slice(0, max * MAX_CHARS_PER_PIECE)).slice(0, max);
  const last = (words: string, max: number) =>
    max === 0 ? [] : tokenize(words.slice(-max * MAX_CHARS_PER_PIECE)).slice(-max);
  const clause = [start, ...first(text, limits.text), end];
  const context = [last(head, limits.head), last(intro, limits.intro), last(prev, limits.prev)];
  return { pieces: [...clause, ...context.flatMap((pieces) => [...pieces, end])], clause: clause.length };
}

/** Pieces kept before the first difference when a side is truncated. */
const PIECES_BEFORE_DIFFERENCE = 24;

/** Start, mark, new side, end, old side, end, heading, end. Long sides are cut to a window around the first difference. */
export function buildPairInput(
  { before, after, head }: EncoderPair,
  tokenize: Tokenizer,
  limits: InputLimits,
  { mark, side }: NonNullable<EncoderHeader['comparison']>,
  { start, end }: { start: number; end: number },
): EncoderInput {
  const maxChars = MAX_SIDE_PIECES * MAX_CHARS_PER_PIECE;
  const [old, now] = [tokenize(before.slice(0, maxChars)), tokenize(after.slice(0, maxChars))];
  const heading = limits.head === 0 ? [] : tokenize(head.slice(-limits.head * MAX_CHARS_PER_PIECE)).slice(-limits.head);
  const clause = [start, mark, ...windowAroundDifference(now, old, side), end];
  return {
    pieces: [...clause, ...windowAroundDifference(old, now, side), end, ...heading, end],
    clause: clause.length,
  };
}

/** How far into a side differences are looked for. */
const MAX_SIDE_PIECES = 400;

function windowAroundDifference(pieces: readonly number[], other: readonly number[], max: number): readonly number[] {
  if (pieces.length <= max || other.length === 0) return pieces.slice(0, max);
  let common = 0;
  while (common < Math.min(pieces.length, other.length) && pieces[common] === other[common]) common++;
  const start = Math.max(0, Math.min(common - PIECES_BEFORE_DIFFERENCE, pieces.length - max));
  return pieces.slice(start, start + max);
}
