/** Finds a phrase in the running text of many clauses, whatever the punctuation and clause boundaries inside it. */
import type { Clause } from '../../domain/document.ts';
import { NON_ASCII } from './normalise-text.ts';

const WORD = /[\p{L}\p{N}]+/gu;
const ASCII_WORD = /[a-z\d]+/gi;

/** The words of a key (see `textKey`), in order. */
export function splitWords(key: string): string[] {
  return key.match(NON_ASCII.test(key) ? WORD : ASCII_WORD) ?? [];
}

/** Words looked up together. Shorter phrases are everywhere and prove nothing. */
const GRAM_WORDS = 4;
const gramAt = (words: readonly string[], i: number): string =>
  `${words[i]} ${words[i + 1]} ${words[i + 2]} ${words[i + 3]}`;
/** Text that repeats more often is navigation. */
const MAX_POSITIONS_PER_GRAM = 16;

/** Words that join two sentences into one. Between clauses they mean no more than a full stop. */
const CONJUNCTIONS: ReadonlySet<string> = new Set(['and', 'und', 'et', 'y', 'e', 'ed']);

/** An index of clauses in their order. */
export interface PhraseIndex {
  /**
   * The clauses whose words contain the words of `key` in a row, if any do. Where a clause ends, `key` may have an "and" that they
   * have not.
   */
  clausesAround(key: string): Clause[] | undefined;
}

export function createPhraseIndex(clauses: readonly Clause[]): PhraseIndex {
  const words: string[] = [];
  const clauseAt: Clause[] = [];
  for (const clause of clauses) {
    for (const word of splitWords(clause.key)) {
      words.push(word);
      clauseAt.push(clause);
    }
  }
  const positionsOfGram = new Map<string, number[]>();
  for (let i = 0; i + GRAM_WORDS <= words.length; i++) {
    const gram = gramAt(words, i);
    const positions = positionsOfGram.get(gram);
    if (positions === undefined) positionsOfGram.set(gram, [i]);
    else if (positions.length < MAX_POSITIONS_PER_GRAM) positions.push(i);
  }
  const findPhraseEnd = (phrase: readonly string[], start: number): number | undefined => {
    let i = start;
    for (const word of phrase) {
      const isBetweenClauses = i > start && clauseAt[i] !== clauseAt[i - 1];
      if (words[i] === word) i++;
      else if (!isBetweenClauses || !CONJUNCTIONS.has(word)) return undefined;
    }
    return i;
  };
  return {
    clausesAround(key) {
      const phrase = splitWords(key);
      if (phrase.length < GRAM_WORDS) return undefined;
      for (const start of positionsOfGram.get(gramAt(phrase, 0)) ?? []) {
        const end = findPhraseEnd(phrase, start);
        if (end !== undefined) return [...new Set(clauseAt.slice(start, end))];
      }
      return undefined;
    },
  };
}
