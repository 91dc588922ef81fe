/** How a clause and its surroundings are put together for the network. */
import type { Limits } from './header.ts';
import type { Tokenizer } from './tokenizer/tokenizer.ts';

export interface ClauseInContext {
  text: string;
  /** The heading it stands under, what introduces its list, and the sentence before it; empty where there is none. */
  head: string;
  intro: string;
  prev: string;
}

export interface Input {
  pieces: number[];
  /** How many of them are the clause's, with its marks. */
  clause: number;
}

/**
 * Hardly any word has more letters for a piece, and what comes after the last piece is not read. A text is cut to so many letters
 * before anything else is done with it.
 */
const LETTERS_PER_PIECE = 32;

/**
 * Start, clause, end, then heading, introduction and sentence before with an end each. Of a clause the beginning is read, of what
 * stands before it the end.
 */
export function putTogether(
  { text, head, intro, prev }: ClauseInContext,
  tokenize: Tokenizer,
  limits: Limits,
  { start, end }: { start: number; end: number },
): Input {
  const first = (words: string, most: number) => tokenize(words.slice(0, most * LETTERS_PER_PIECE)).slice(0, most);
  const last = (words: string, most: number) =>
    most === 0 ? [] : tokenize(words.slice(-most * LETTERS_PER_PIECE)).slice(-most);
  const clause = [start, ...first(text, limits.text), end];
  const context = [last(head, limits.head), last(intro, limits.intro), last(prev, limits.prev)];
  return { pieces: [...clause, ...context.flatMap((pieces) => [...pieces, end])], clause: clause.length };
}
