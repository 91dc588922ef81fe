/** Pairs removed with added clauses where one is the edited other. */
import type { Clause, Comparison } from '../../domain/document.ts';
import { splitWords } from '../text/phrase-index.ts';

/** Clauses at least this similar (Dice's coefficient, rare words counting more) are one clause, edited. */
const MIN_EDIT_SIMILARITY = 0.45;
/** A word in more of the added clauses does not help to find the right one. */
const MAX_WORD_OCCURRENCES = 60;
/** Per removed clause. */
const MAX_CANDIDATES = 40;

/** Each clause is in one pair at most; the most similar are paired first. */
export function pairEdits(removed: readonly Clause[], added: readonly Clause[]): Comparison {
  const weigh = createWordWeigher([...removed, ...added]);
  const [befores, afters] = [removed.map(weigh), added.map(weigh)];
  const index = buildInvertedIndex(afters);

  const pairs: { before: Clause; after: Clause; similarity: number }[] = [];
  for (const before of befores) {
    for (const i of findCandidates(before, index)) {
      const after = afters[i];
      if (after === undefined) continue;
      const similarity = diceSimilarity(before, after);
      if (similarity >= MIN_EDIT_SIMILARITY) pairs.push({ before: before.clause, after: after.clause, similarity });
    }
  }
  pairs.sort((a, b) => b.similarity - a.similarity);

  const paired = new Set<Clause>();
  const edited = pairs.filter(({ before, after }) => {
    if (paired.has(before) || paired.has(after)) return false;
    paired.add(before).add(after);
    return true;
  });
  return {
    added: added.filter((clause) => !paired.has(clause)),
    removed: removed.filter((clause) => !paired.has(clause)),
    edited: edited.map(({ before, after }) => ({ before, after })),
  };
}

/** A clause with the weight of each of its distinct words. */
interface WeightedClause {
  clause: Clause;
  words: ReadonlyMap<string, number>;
  total: number;
}

/** Rare words weigh more: 1 / log2(2 + clauses that have the word). */
function createWordWeigher(clauses: readonly Clause[]): (clause: Clause) => WeightedClause {
  const wordsOfClause = new Map(clauses.map((clause) => [clause, new Set(splitWords(clause.key))]));
  const counts = new Map<string, number>();
  for (const words of wordsOfClause.values()) for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  return (clause) => {
    const words = new Map<string, number>();
    let total = 0;
    for (const word of wordsOfClause.get(clause) ?? []) {
      const weight = 1 / Math.log2(2 + (counts.get(word) ?? 0));
      words.set(word, weight);
      total += weight;
    }
    return { clause, words, total };
  };
}

/** The indexes of the clauses that have a word. */
function buildInvertedIndex(clauses: readonly WeightedClause[]): Map<string, number[]> {
  const index = new Map<string, number[]>();
  clauses.forEach(({ words }, i) => {
    for (const word of words.keys()) {
      const holders = index.get(word);
      if (holders) holders.push(i);
      else index.set(word, [i]);
    }
  });
  return index;
}

/** The added clauses that share most rare words with a removed one. */
function findCandidates({ words }: WeightedClause, index: ReadonlyMap<string, number[]>): number[] {
  const shared = new Map<number, number>();
  for (const word of words.keys()) {
    const holders = index.get(word) ?? [];
    if (holders.length > MAX_WORD_OCCURRENCES) continue;
    for (const i of holders) shared.set(i, (shared.get(i) ?? 0) + 1);
  }
  return [...shared]
    .sort(([, a], [, b]) => b - a)
    .slice(0, MAX_CANDIDATES)
    .map(([i]) => i);
}

function diceSimilarity(a: WeightedClause, b: WeightedClause): number {
  let common = 0;
  for (const [word, weight] of a.words) if (b.words.has(word)) common += 2 * weight;
  let total = a.total;
  for (const weight of b.words.values()) total += weight;
  return total === 0 ? 0 : common / total;
}
