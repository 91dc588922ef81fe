/** Pairs clauses that were removed with clauses that were added where one is the other, edited. */
import type { Clause, Comparison } from '../../domain/document.ts';
import { splitWords } from '../text/phrase-index.ts';

/** Two clauses that share this much of their words (Dice's coefficient, rare words counting more) are one clause, edited. */
const MIN_EDIT_SIMILARITY = 0.45;
/** A word that stands in more of the added clauses than this says nothing about which one is meant. */
const MAX_WORD_OCCURRENCES = 60;
/** Clauses looked at for each removed one. */
const MAX_CANDIDATES = 40;

/** Each clause is in one pair at most; the likest pairs are made first. */
export function pairEdits(removed: readonly Clause[], added: readonly Clause[]): Comparison {
  const weigh = createWordWeigher([...removed, ...added]);
  const [befores, afters] = [removed.map(weigh), added.map(weigh)];
  const holders = buildInvertedIndex(afters);

  const pairs: { before: Clause; after: Clause; similarity: number }[] = [];
  for (const before of befores) {
    for (const i of findCandidates(before, holders)) {
      const after = afters[i];
      if (after === undefined) continue;
      const likeness = diceSimilarity(before, after);
      if (likeness >= MIN_EDIT_SIMILARITY)
        pairs.push({ before: before.clause, after: after.clause, similarity: likeness });
    }
  }
  pairs.sort((a, b) => b.similarity - a.similarity);

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

/** A clause and its distinct words with what each weighs. */
interface WeightedClause {
  clause: Clause;
  words: ReadonlyMap<string, number>;
  total: number;
}

/** Rare words weigh more: 1 / log2(1 + clauses that have it + 1). */
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

function buildInvertedIndex(clauses: readonly WeightedClause[]): Map<string, number[]> {
  const holders = new Map<string, number[]>();
  clauses.forEach(({ words }, i) => {
    for (const word of words.keys()) {
      const known = holders.get(word);
      if (known) known.push(i);
      else holders.set(word, [i]);
    }
  });
  return holders;
}

/** The added clauses that share most rare words with one. */
function findCandidates({ words }: WeightedClause, holders: ReadonlyMap<string, number[]>): number[] {
  const shared = new Map<number, number>();
  for (const word of words.keys()) {
    const having = holders.get(word) ?? [];
    if (having.length > MAX_WORD_OCCURRENCES) continue;
    for (const i of having) shared.set(i, (shared.get(i) ?? 0) + 1);
  }
  return [...shared]
    .sort(([, a], [, b]) => b - a)
    .slice(0, MAX_CANDIDATES)
    .map(([i]) => i);
}

function diceSimilarity(a: WeightedClause, b: WeightedClause): number {
  let common = 0;
  for (const [word, weight] of a.words) if (b.words.has(word)) common += 2 * weight;
  let all = a.total;
  for (const weight of b.words.values()) all += weight;
  return all === 0 ? 0 : common / all;
}
