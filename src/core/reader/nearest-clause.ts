/** Finds the clause of a version that is nearest to one of another version, whether it changed or not. */
import type { Clause } from '../../domain/document.ts';
import { splitWords } from '../text/phrase-index.ts';

export interface NearestClause {
  clause: Clause;
  /** Dice's coefficient of their words, rare words counting more: 0 to 1. */
  similarity: number;
}

/** Less alike is no neighbour. */
const MIN_SIMILARITY = 0.2;
/** Words that stand in more clauses than this say little, and cost much. */
const MAX_POSTINGS = 400;
const MAX_CLAUSE_WORDS = 400;

/** @returns the nearest clause, or nothing where none is alike. Linear in the words of what is asked, however long the version is. */
export function createNearestFinder(clauses: readonly Clause[]): (clause: Clause) => NearestClause | undefined {
  const postings = new Map<string, number[]>();
  const wordsOfClauses = clauses.map(({ key }) => new Set(splitWords(key).slice(0, MAX_CLAUSE_WORDS)));
  wordsOfClauses.forEach((words, at) => {
    for (const word of words) {
      const posting = postings.get(word);
      if (posting === undefined) postings.set(word, [at]);
      else if (posting.length <= MAX_POSTINGS) posting.push(at);
    }
  });
  const weightOf = (word: string): number => Math.log(1 + clauses.length / (1 + (postings.get(word)?.length ?? 0)));
  const sum = (words: ReadonlySet<string>): number => {
    let total = 0;
    for (const word of words) total += weightOf(word);
    return total;
  };
  const totals = wordsOfClauses.map(sum);

  return ({ key }) => {
    const words = new Set(splitWords(key).slice(0, MAX_CLAUSE_WORDS));
    const shared = new Map<number, number>();
    for (const word of words) {
      const posting = postings.get(word) ?? [];
      if (posting.length > MAX_POSTINGS) continue;
      const weight = weightOf(word);
      for (const at of posting) shared.set(at, (shared.get(at) ?? 0) + weight);
    }
    const own = sum(words);
    let [best, likeness] = [-1, MIN_SIMILARITY];
    for (const [at, weight] of shared) {
      const dice = (2 * weight) / (own + (totals[at] ?? 0));
      if (dice > likeness) [best, likeness] = [at, dice];
    }
    const clause = clauses[best];
    return clause && { clause, similarity: likeness };
  };
}
