/** Pairs clauses that were removed with clauses that were added where one is the other, edited. */
import type { Clause, Comparison } from '../../domain/document.ts';
import { wordsOf } from '../text/phrase-index.ts';

/** Two clauses that share this much of their words (Dice's coefficient, rare words counting more) are one clause, edited. */
const EDITED = 0.45;
/** A word that stands in more of the added clauses than this says nothing about which one is meant. */
const COMMON_WORD = 60;
/** Clauses looked at for each removed one. */
const MOST_CANDIDATES = 40;

/** Each clause is in one pair at most; the likest pairs are made first. */
export function pairEdits(removed: readonly Clause[], added: readonly Clause[]): Comparison {
  const weigh = weightsOf([...removed, ...added]);
  const [befores, afters] = [removed.map(weigh), added.map(weigh)];
  const holders = holdersOf(afters);

  const pairs: { before: Clause; after: Clause; likeness: number }[] = [];
  for (const before of befores) {
    for (const i of candidatesFor(before, holders)) {
      const after = afters[i];
      if (after === undefined) continue;
      const likeness = dice(before, after);
      if (likeness >= EDITED) pairs.push({ before: before.clause, after: after.clause, likeness });
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

/** A clause and its distinct words with what each weighs. */
interface Weighed {
  clause: Clause;
  words: ReadonlyMap<string, number>;
  total: number;
}

/** Rare words weigh more: 1 / log2(1 + clauses that have it + 1). */
function weightsOf(clauses: readonly Clause[]): (clause: Clause) => Weighed {
  const wordsOfClause = new Map(clauses.map((clause) => [clause, new Set(wordsOf(clause.key))]));
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

function holdersOf(clauses: readonly Weighed[]): Map<string, number[]> {
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
function candidatesFor({ words }: Weighed, holders: ReadonlyMap<string, number[]>): number[] {
  const shared = new Map<number, number>();
  for (const word of words.keys()) {
    const having = holders.get(word) ?? [];
    if (having.length > COMMON_WORD) continue;
    for (const i of having) shared.set(i, (shared.get(i) ?? 0) + 1);
  }
  return [...shared]
    .sort(([, a], [, b]) => b - a)
    .slice(0, MOST_CANDIDATES)
    .map(([i]) => i);
}

function dice(a: Weighed, b: Weighed): number {
  let common = 0;
  for (const [word, weight] of a.words) if (b.words.has(word)) common += 2 * weight;
  let all = a.total;
  for (const weight of b.words.values()) all += weight;
  return all === 0 ? 0 : common / all;
}
