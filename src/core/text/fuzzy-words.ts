/** Finds the words that a mistyped one may mean. */
import { distance } from 'fastest-levenshtein';

/** Shorter words must be spelled right; of longer ones this share of the letters may be wrong. */
export const MIN_FUZZY_LENGTH = 5;
export const MAX_TYPO_RATIO = 0.2;
/** Shorter words do not match the words they begin: "is" is no search for "island". */
export const MIN_PREFIX_LENGTH = 3;

/** At most `limit` words that differ from `word` in few enough letters, nearest first. */
export function findSimilarWords(word: string, words: Iterable<string>, limit: number): string[] {
  if (word.length < MIN_FUZZY_LENGTH) return [];
  const maxTypos = Math.round(word.length * MAX_TYPO_RATIO);
  return [...words]
    .filter((other) => Math.abs(other.length - word.length) <= maxTypos)
    .map((other) => ({ other, typos: distance(word, other) }))
    .filter(({ typos }) => typos <= maxTypos)
    .sort((a, b) => a.typos - b.typos)
    .slice(0, limit)
    .map(({ other }) => other);
}
