/** Logistic regression on concepts: how much each of them speaks for a change of rights. */
import type { Concept } from '../src/core/judge/lexicon.ts';
import { type Clause, conceptsOf, type Example } from './examples.ts';

export interface Weights {
  /** Where a clause without any of the concepts stands. */
  bias: number;
  concepts: Map<Concept, number>;
}

/** A rarer concept could be learnt by heart. */
const SEEN_AT_LEAST = 5;
/** Keeps weights small that few examples ask for. */
const PENALTY = 5;
const STEPS = 400;
const STEP = 0.03;
/** Which clause of a passage makes it major is not labelled: the one that weighs most, by what was learnt so far. */
const ROUNDS = 2;

export function fit(examples: readonly Example[]): Weights {
  const passages = examples.map(({ major, clauses }) => ({ major, clauses: clauses.map(conceptsOf) }));
  const concepts = frequent(passages.flatMap(({ clauses }) => clauses));
  const learn = (telling: (clauses: readonly Clause[]) => readonly Clause[]) =>
    descend(
      concepts,
      passages.flatMap(({ major, clauses }) => {
        const rows = major ? telling(clauses) : clauses;
        const counts = major ? 1 / rows.length : 1 / Math.sqrt(rows.length);
        return rows.map((clause) => ({ clause: new Set(clause), major, counts }));
      }),
    );
  let weights = learn((clauses) => clauses);
  for (let round = 0; round < ROUNDS; round++) {
    const learnt = weights;
    weights = learn((clauses) => [heaviest(clauses, learnt)]);
  }
  return weights;
}

/** How much a clause speaks for a change of rights: the logarithm of the odds. */
export function weigh(clause: Clause, { bias, concepts }: Weights): number {
  return clause.reduce((sum, concept) => sum + (concepts.get(concept) ?? 0), bias);
}

/** A passage weighs what its heaviest clause does. */
export const weighPassage = ({ clauses }: Example, weights: Weights): number =>
  Math.max(Number.NEGATIVE_INFINITY, ...clauses.map((clause) => weigh(conceptsOf(clause), weights)));

function heaviest(clauses: readonly Clause[], weights: Weights): Clause {
  return clauses.reduce((one, other) => (weigh(other, weights) > weigh(one, weights) ? other : one));
}

function frequent(clauses: readonly Clause[]): Concept[] {
  const counts = new Map<Concept, number>();
  for (const clause of clauses) for (const concept of clause) counts.set(concept, (counts.get(concept) ?? 0) + 1);
  return [...counts]
    .filter(([, count]) => count >= SEEN_AT_LEAST)
    .map(([concept]) => concept)
    .sort();
}

interface Row {
  clause: ReadonlySet<Concept>;
  major: boolean;
  /** How much the row counts. */
  counts: number;
}

/** Gradient descent with a step of its own for each weight (Adam); the same examples give the same weights. */
function descend(concepts: readonly Concept[], rows: readonly Row[]): Weights {
  const size = concepts.length + 1;
  const held = rows.map(({ clause }) => [
    ...concepts.flatMap((concept, i) => (clause.has(concept) ? [i] : [])),
    concepts.length,
  ]);
  const total = rows.reduce((sum, { counts }) => sum + counts, 0);
  const [weights, slope, spread] = [new Float64Array(size), new Float64Array(size), new Float64Array(size)];
  for (let step = 1; step <= STEPS; step++) {
    const gradient = weights.map((weight, i) => (i < concepts.length ? (PENALTY * weight) / rows.length : 0));
    rows.forEach(({ major, counts }, row) => {
      const at = held[row] ?? [];
      const odds = at.reduce((sum, i) => sum + (weights[i] ?? 0), 0);
      const error = ((1 / (1 + Math.exp(-odds)) - Number(major)) * counts) / total;
      for (const i of at) gradient[i] = (gradient[i] ?? 0) + error;
    });
    gradient.forEach((value, i) => {
      slope[i] = 0.9 * (slope[i] ?? 0) + 0.1 * value;
      spread[i] = 0.99 * (spread[i] ?? 0) + 0.01 * value * value;
      const steady = (slope[i] ?? 0) / (1 - 0.9 ** step) / (Math.sqrt((spread[i] ?? 0) / (1 - 0.99 ** step)) + 1e-7);
      weights[i] = (weights[i] ?? 0) - STEP * steady;
    });
  }
  return {
    bias: weights[concepts.length] ?? 0,
    concepts: new Map(concepts.map((concept, i) => [concept, weights[i] ?? 0])),
  };
}
