/** What is read of one version, before it is compared with another. */
import type { Clause } from '../../domain/document.ts';
import type { Position } from '../../domain/vocabulary.ts';
import type { Passage } from '../document/clauses.ts';
import type { ClauseInPlace } from './clause-model.ts';
import type { Says } from './output-probabilities.ts';

/** A clause that may be about AI, with how likely it does what. */
export interface AiClause extends ClauseInPlace {
  clause: Clause;
  says: Says;
  /** By the encoder as well. */
  closely: boolean;
}

export interface VersionReading {
  passages: Passage[];
  /** In the order of the text. */
  aiClauses: AiClause[];
  training: Position;
}
