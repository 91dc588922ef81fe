/** Analyses one version by itself: its passages, its clauses about AI, and its position on training. */
import type { Position } from '../../domain/vocabulary.ts';
import { type Passage, splitIntoPassages, splitPassage } from '../document/clauses.ts';
import type { ClauseModel, ClauseWithPrevious } from './clause-model.ts';
import type { OutputProbabilities } from './outputs.ts';
import { classifyPosition, type PositionModel } from './position-model.ts';

/** A clause that may be about AI. */
export interface AiClause extends ClauseWithPrevious {
  probabilities: OutputProbabilities;
  /** Whether the encoder read it, too. */
  isEncoded: boolean;
}

export interface VersionAnalysis {
  passages: Passage[];
  /** In the order of the text. */
  aiClauses: AiClause[];
  training: Position;
}

interface VersionAnalysisModels {
  clauseModel: ClauseModel;
  positions: PositionModel;
}

/** Nine in ten recorded terms have fewer. The bound keeps a hostile page to some seconds: the rest gets the linear model alone. */
const MAX_ENCODED_CLAUSES = 250;
const MAX_CLASSIFIED_CLAUSES = 20_000;

export function analyseVersion(markdown: string, { clauseModel, positions }: VersionAnalysisModels): VersionAnalysis {
  const passages = splitIntoPassages(markdown);
  const candidates = statedClauses(passages)
    .flatMap((clause) => {
      const aboutAi = clauseModel.screenClause(clause);
      return aboutAi === undefined ? [] : [{ clause, aboutAi }];
    })
    .slice(0, MAX_CLASSIFIED_CLAUSES);
  const encoded = new Set([...candidates].sort((a, b) => b.aboutAi - a.aboutAi).slice(0, MAX_ENCODED_CLAUSES));
  const aiClauses = candidates.map((candidate): AiClause => {
    const { clause } = candidate;
    const isEncoded = encoded.has(candidate);
    const probabilities = isEncoded ? clauseModel.classify(clause) : clauseModel.classifyLinear(clause);
    return { ...clause, probabilities, isEncoded };
  });
  const distinct = new Map(aiClauses.toReversed().map(({ clause, probabilities }) => [clause.key, probabilities]));
  const training = classifyPosition([...distinct.values()], positions);
  return { passages, aiClauses, training };
}

/** All clauses in order, each with the sentence before it, except those that are only a link. */
function statedClauses(passages: readonly Passage[]): ClauseWithPrevious[] {
  return passages.filter(isStatement).flatMap((passage) => {
    let previous = '';
    return splitPassage(passage).map((clause) => {
      const withPrevious = { clause, previous };
      previous = clause.text;
      return withPrevious;
    });
  });
}

const MAX_BARE_LINK_CHARS = 4000;
const BARE_LINK = /^[^\p{L}\p{N}[]*!?\[[^\]]*\]\([^)\s]*\)[^\p{L}\p{N}]*$/u;
const isStatement = ({ text }: Passage): boolean => text.length > MAX_BARE_LINK_CHARS || !BARE_LINK.test(text);
