/** Finds a run of words in the running text of many clauses, whatever the punctuation and the clause boundaries between them. */
import type { Clause } from '../../domain/document.ts';
import { NON_ASCII } from './normalise-text.ts';

const WORD = /[\p{L}\p{N}]+/gu;
const ASCII_WORD = /[a-z\d]+/gi;

/** The words of a key (see `textKey`), in order. */
export function splitWords(key: string): string[] {
  return key.match(NON_ASCII.test(key) ? WORD : ASCII_WORD) ?? [];
}

/** Words that are looked up together. Shorter runs stand everywhere and prove nothing. */
const GRAM_WORDS = 4;
const gramAt = (words: readonly string[], at: number): string =>
  `${words[at]} ${words[at + 1]} ${words[at + 2]} ${words[at + 3]}`;
/** Places remembered for each gram; text that repeats more often is navigation. */
const MAX_POSITIONS_PER_GRAM = 16;

/** Words that make one sentence of two, in the languages that are read. Where a clause ends they say no more than a full stop. */
const CONJUNCTIONS: ReadonlySet<string> = new Set(['and', 'und', 'et', 'y', 'e', 'ed']);

/**
 * Indexes clauses in their order.
 * `clausesAround(key)` gives the clauses whose words contain the words of `key` in a row, or nothing when there is no such row.
 * Between two clauses `key` may have an "and" that the row has not.
 */
export function createPhraseIndex(clauses: readonly Clause[]): { clausesAround(key: string): Clause[] | undefined } {
  const words: string[] = [];
  const clauseAt: Clause[] = [];
  for (const clause of clauses) {
    for (const word of splitWords(clause.key)) {
      words.push(word);
      clauseAt.push(clause);
    }
  }
  const places = new Map<string, number[]>();
  for (let i = 0; i + GRAM_WORDS <= words.length; i++) {
    const gram = gramAt(words, i);
    const known = places.get(gram);
    if (known === undefined) places.set(gram, [i]);
    else if (known.length < MAX_POSITIONS_PER_GRAM) known.push(i);
  }
  /** Where the row ends that has the wanted words, or nothing. */
  const endOfRow = (wanted: readonly string[], start: number): number | undefined => {
    let at = start;
    for (const word of wanted) {
      const isBetweenClauses = at > start && clauseAt[at] !== clauseAt[at - 1];
      if (words[at] === word) at++;
      else if (!isBetweenClauses || !CONJUNCTIONS.has(word)) return undefined;
    }
    return at;
  };
  return {
    clausesAround(key) {
      const wanted = splitWords(key);
      if (wanted.length < GRAM_WORDS) return undefined;
      for (const start of places.get(gramAt(wanted, 0)) ?? []) {
        const end = endOfRow(wanted, start);
        if (end !== undefined) return [...new Set(clauseAt.slice(start, end))];
      }
      return undefined;
    },
  };
}
