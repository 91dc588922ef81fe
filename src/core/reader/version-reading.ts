/** What is read of one version, before it is compared with another. */
import type { Clause, Position } from '../../domain.ts';
import type { Passage } from '../clauses.ts';
import type { Features } from '../judge/features.ts';
import type { Patterns } from '../judge/lexicon.ts';
import type { Statement } from '../judge/statements.ts';

/** A clause that speaks of AI, by itself or by where it stands. */
export interface AiClause {
  clause: Clause;
  features: Features;
  statements: Statement[];
}

export interface VersionReading {
  passages: Passage[];
  /** In the order of the text. */
  aiClauses: AiClause[];
  training: Position;
  patterns: Patterns;
}
