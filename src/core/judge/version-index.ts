/** Looks up a version's clauses: by key, and by similarity to a clause of the other version. */
import type { Clause } from '../../domain/document.ts';
import { splitPassage } from '../document/clauses.ts';
import type { AiClause, VersionAnalysis } from '../reader/analyse-version.ts';
import { createNearestFinder, type NearestClause } from '../reader/nearest-clause.ts';
import type { DifferenceInput } from './difference-features.ts';

export interface VersionIndex {
  /** Clauses about AI by key. */
  ai: ReadonlyMap<string, AiClause>;
  /** Keys of all clauses. */
  keys(): ReadonlySet<string>;
  nearest(clause: Clause): NearestClause | undefined;
  /** The nearest clause with its probabilities; nothing where it is not about AI. */
  nearestAi(clause: Clause): DifferenceInput['nearestToBefore'];
}

/** Lazy: most comparisons have no difference about AI and need no index. */
export function indexVersion({ passages, aiClauses }: VersionAnalysis): VersionIndex {
  const ai = new Map<string, AiClause>();
  for (const aiClause of aiClauses) if (!ai.has(aiClause.clause.key)) ai.set(aiClause.clause.key, aiClause);
  const clauses = lazy(() => passages.flatMap(splitPassage));
  const keys = lazy((): ReadonlySet<string> => new Set(clauses().map(({ key }) => key)));
  const findNearest = lazy(() => createNearestFinder(clauses()));
  const cache = new Map<string, NearestClause | undefined>();
  const nearest = (clause: Clause) => {
    if (!cache.has(clause.key)) cache.set(clause.key, findNearest()(clause));
    return cache.get(clause.key);
  };
  return {
    ai,
    keys,
    nearest,
    nearestAi(clause) {
      const found = nearest(clause);
      const probabilities = found && ai.get(found.clause.key)?.probabilities;
      return found && probabilities && { probabilities, similarity: found.similarity };
    },
  };
}

function lazy<Value>(compute: () => Value): () => Value {
  let cached: { value: Value } | undefined;
  return () => {
    cached ??= { value: compute() };
    return cached.value;
  };
}
