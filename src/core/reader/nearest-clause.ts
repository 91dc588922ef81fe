/** Finds the clause of a version that is nearest to one of another version, whether it changed or not. */
import type { Clause } from '../../domain/document.ts';
import { wordsOf } from '../text/phrase-index.ts';

export interface Nearest {
  clause: Clause;
  /** Dice's coefficient of their words, rare words counting more: 0 to 1. */
  likeness: number;
}

/** Less alike is no neighbour. */
const LEAST_LIKENESS = 0.2;
/** Words that stand in more clauses than this say little, and cost much. */
const MOST_HOLDERS = 400;
const MOST_WORDS = 400;

/** @returns the nearest clause, or nothing where none is alike. Linear in the words of what is asked, however long the version is. */
export function nearestIn(clauses: readonly Clause[]): (clause: Clause) => Nearest | undefined {
  const holders = new Map<string, number[]>();
  const wordsOfClauses = clauses.map(({ key }) => new Set(wordsOf(key).slice(0, MOST_WORDS)));
  wordsOfClauses.forEach((words, at) => {
    for (const word of words) {
      const having = holders.get(word);
      if (having === undefined) holders.set(word, [at]);
      else if (having.length <= MOST_HOLDERS) having.push(at);
    }
  });
  const weightOf = (word: string): number => Math.log(1 + clauses.length / (1 + (holders.get(word)?.length ?? 0)));
  const sum = (words: ReadonlySet<string>): number => {
    let total = 0;
    for (const word of words) total += weightOf(word);
    return total;
  };
  const totals = wordsOfClauses.map(sum);

  return ({ key }) => {
    const words = new Set(wordsOf(key).slice(0, MOST_WORDS));
    const shared = new Map<number, number>();
    for (const word of words) {
      const having = holders.get(word) ?? [];
      if (having.length > MOST_HOLDERS) continue;
      const weight = weightOf(word);
      for (const at of having) shared.set(at, (shared.get(at) ?? 0) + weight);
    }
    const own = sum(words);
    let [best, likeness] = [-1, LEAST_LIKENESS];
    for (const [at, weight] of shared) {
      const dice = (2 * weight) / (own + (totals[at] ?? 0));
      if (dice > likeness) [best, likeness] = [at, dice];
    }
    const clause = clauses[best];
    return clause && { clause, likeness };
  };
}
