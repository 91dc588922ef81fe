/** Reads a version: its passages, and of each clause that may be about AI how likely it does what. */
import { type Passage, splitIntoPassages, splitPassage } from '../document/clauses.ts';
import type { ClauseModel, ClauseWithPrevious } from './clause-model.ts';
import { classifyPosition, type PositionModel } from './position-model.ts';
import type { AiClause, VersionAnalysis } from './version-analysis.ts';

interface VersionAnalysisModels {
  clauseModel: ClauseModel;
  positions: PositionModel;
}

/**
 * Nine of ten recorded terms have fewer. Of a version with more, the likeliest are read closely and the others by the linear model alone:
 * one that wants to keep somebody busy has no more than some seconds.
 */
const MAX_ENCODED_CLAUSES = 250;
const MAX_CLASSIFIED_CLAUSES = 20_000;

export function analyseVersion(
  markdown: string,
  { clauseModel: clauses, positions }: VersionAnalysisModels,
): VersionAnalysis {
  const passages = splitIntoPassages(markdown);
  const places = clausesInOrder(passages)
    .flatMap((place) => {
      const about = clauses.screenClause(place);
      return about === undefined ? [] : [{ place, about }];
    })
    .slice(0, MAX_CLASSIFIED_CLAUSES);
  const closely = new Set([...places].sort((one, other) => other.about - one.about).slice(0, MAX_ENCODED_CLAUSES));
  const aiClauses = places.map((one): AiClause => {
    const says = closely.has(one) ? clauses.classify(one.place) : clauses.classifyLinear(one.place);
    return { ...one.place, probabilities: says, isEncoded: closely.has(one) };
  });
  const distinct = new Map(aiClauses.toReversed().map(({ clause, probabilities: says }) => [clause.key, says]));
  const training = classifyPosition([...distinct.values()], positions);
  return { passages, aiClauses, training };
}

/** Every clause that says something, with the sentence before it. A passage that is nothing but a link points to a statement and is none. */
function clausesInOrder(passages: readonly Passage[]): ClauseWithPrevious[] {
  return passages.filter(isStatement).flatMap((passage) => {
    let previous = '';
    return splitPassage(passage).map((clause) => {
      const place = { clause, previous };
      previous = clause.text;
      return place;
    });
  });
}

const MAX_BARE_LINK_CHARS = 4000;
const BARE_LINK = /^[^\p{L}\p{N}[]*!?\[[^\]]*\]\([^)\s]*\)[^\p{L}\p{N}]*$/u;
const isStatement = ({ text }: Passage): boolean => text.length > MAX_BARE_LINK_CHARS || !BARE_LINK.test(text);
