/** Words that may be meant by one with a letter wrong, missing or too many. */

/** Words shorter than this must be written right; of longer ones this share of the letters may be wrong. */
export const MIN_FUZZY_LENGTH = 5;
export const MAX_TYPO_RATIO = 0.2;
/** Shorter words do not stand for the words they begin: "is" is no search for "island". */
export const MIN_PREFIX_LENGTH = 3;

/**
 * Those that differ in few enough letters, nearest first.
 * @param most words that are given.
 */
export function findSimilarWords(word: string, words: Iterable<string>, most: number): string[] {
  if (word.length < MIN_FUZZY_LENGTH) return [];
  const mistakes = Math.round(word.length * MAX_TYPO_RATIO);
  const near: { other: string; distance: number }[] = [];
  for (const other of words) {
    if (Math.abs(other.length - word.length) > mistakes) continue;
    const distance = boundedEditDistance(word, other, mistakes);
    if (distance !== undefined) near.push({ other, distance });
  }
  return near
    .sort((a, b) => a.distance - b.distance)
    .slice(0, most)
    .map(({ other }) => other);
}

/** Levenshtein's distance where it is at most so much; given up as soon as it is not. */
function boundedEditDistance(a: string, b: string, most: number): number | undefined {
  let above = Array.from({ length: b.length + 1 }, (_, i) => i);
  let row = new Array<number>(b.length + 1).fill(0);
  for (let i = 1; i <= a.length; i++) {
    const [from, to] = [Math.max(i - most, 1), Math.min(i + most, b.length)];
    row.fill(most + 1);
    row[0] = i;
    let least = most + 1;
    for (let j = from; j <= to; j++) {
      const exchanged = (above[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      const here = Math.min(exchanged, (above[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1);
      row[j] = here;
      if (here < least) least = here;
    }
    if (least > most) return undefined;
    [above, row] = [row, above];
  }
  const distance = above[b.length] ?? 0;
  return distance <= most ? distance : undefined;
}
