/** Pairs clauses that were removed with clauses that were added where one is the other, edited. */
import type { Clause, Comparison } from '../domain.ts';
import { wordsOf } from './word-index.ts';

/** Two clauses that share this much of their words (Dice's coefficient, rare words counting more) are one clause, edited. */
const EDITED = 0.45;
/** A word that stands in more of the added clauses than this says nothing about which one is meant. */
const COMMON_WORD = 60;
/** Clauses looked at for each removed one. */
const MOST_CANDIDATES = 40;

/** Each clause is in one pair at most; the likest pairs are made first. */
export function pairEdits(removed: readonly Clause[], added: readonly Clause[]): Comparison {
  const weigh = weightsOf([...removed, ...added]);
  const addedWords = added.map(({ key }) => new Set(wordsOf(key)));
  const holders = holdersOf(addedWords);

  const pairs: { before: Clause; after: Clause; likeness: number }[] = [];
  for (const before of removed) {
    const words = new Set(wordsOf(before.key));
    for (const i of candidatesFor(words, holders)) {
      const [after, afterWords] = [added[i], addedWords[i]];
      if (after === undefined || afterWords === undefined) continue;
      const likeness = dice(words, afterWords, weigh);
      if (likeness >= EDITED) pairs.push({ before, after, likeness });
    }
  }
  pairs.sort((a, b) => b.likeness - a.likeness);

  const taken = new Set<Clause>();
  const edited = pairs.filter(({ before, after }) => {
    if (taken.has(before) || taken.has(after)) return false;
    taken.add(before).add(after);
    return true;
  });
  return {
    added: added.filter((clause) => !taken.has(clause)),
    removed: removed.filter((clause) => !taken.has(clause)),
    edited: edited.map(({ before, after }) => ({ before, after })),
  };
}

/** Rare words weigh more: 1 / log2(1 + clauses that have it + 1). */
function weightsOf(clauses: readonly Clause[]): (word: string) => number {
  const counts = new Map<string, number>();
  for (const { key } of clauses)
    for (const word of new Set(wordsOf(key))) counts.set(word, (counts.get(word) ?? 0) + 1);
  return (word) => 1 / Math.log2(2 + (counts.get(word) ?? 0));
}

function holdersOf(sets: readonly Set<string>[]): Map<string, number[]> {
  const holders = new Map<string, number[]>();
  sets.forEach((words, i) => {
    for (const word of words) {
      const known = holders.get(word);
      if (known) known.push(i);
      else holders.set(word, [i]);
    }
  });
  return holders;
}

/** The added clauses that share most rare words with `words`. */
function candidatesFor(words: ReadonlySet<string>, holders: ReadonlyMap<string, number[]>): number[] {
  const shared = new Map<number, number>();
  for (const word of words) {
    const having = holders.get(word) ?? [];
    if (having.length > COMMON_WORD) continue;
    for (const i of having) shared.set(i, (shared.get(i) ?? 0) + 1);
  }
  return [...shared]
    .sort(([, a], [, b]) => b - a)
    .slice(0, MOST_CANDIDATES)
    .map(([i]) => i);
}

function dice(a: ReadonlySet<string>, b: ReadonlySet<string>, weigh: (word: string) => number): number {
  let common = 0;
  let all = 0;
  for (const word of a) {
    all += weigh(word);
    if (b.has(word)) common += 2 * weigh(word);
  }
  for (const word of b) all += weigh(word);
  return all === 0 ? 0 : common / all;
}
