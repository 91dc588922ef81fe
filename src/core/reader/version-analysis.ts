/** What is read of one version, before it is compared with another. */
import type { Clause } from '../../domain/document.ts';
import type { Position } from '../../domain/vocabulary.ts';
import type { Passage } from '../document/clauses.ts';
import type { ClauseWithPrevious } from './clause-model.ts';
import type { OutputProbabilities } from './output-probabilities.ts';

/** A clause that may be about AI, with how likely it does what. */
export interface AiClause extends ClauseWithPrevious {
  clause: Clause;
  probabilities: OutputProbabilities;
  /** By the encoder as well. */
  isEncoded: boolean;
}

export interface VersionAnalysis {
  passages: Passage[];
  /** In the order of the text. */
  aiClauses: AiClause[];
  training: Position;
}
