/** Finds the clause of a version that is most similar to a given one. */
import type { Clause } from '../../domain/document.ts';
import { splitWords } from '../text/phrase-index.ts';

export interface NearestClause {
  clause: Clause;
  /** Dice coefficient of their words, weighted by rarity: 0 to 1. */
  similarity: number;
}

const MIN_SIMILARITY = 0.2;
/** Words in more clauses than this are ignored. */
const MAX_POSTINGS = 400;
const MAX_CLAUSE_WORDS = 400;

/** The returned search is linear in the words of the clause sought, however long the version is. */
export function createNearestFinder(clauses: readonly Clause[]): (clause: Clause) => NearestClause | undefined {
  const postings = new Map<string, number[]>();
  const wordsOfClauses = clauses.map(({ key }) => new Set(splitWords(key).slice(0, MAX_CLAUSE_WORDS)));
  wordsOfClauses.forEach((words, index) => {
    for (const word of words) {
      const posting = postings.get(word);
      if (posting === undefined) postings.set(word, [index]);
      else if (posting.length <= MAX_POSTINGS) posting.push(index);
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
      for (const index of posting) shared.set(index, (shared.get(index) ?? 0) + weight);
    }
    const own = sum(words);
    let [best, similarity] = [-1, MIN_SIMILARITY];
    for (const [index, weight] of shared) {
      const dice = (2 * weight) / (own + (totals[index] ?? 0));
      if (dice > similarity) [best, similarity] = [index, dice];
    }
    const clause = clauses[best];
    return clause && { clause, similarity };
  };
}
