/** Reads a version: its passages, and of each clause that may be about AI how likely it does what. */
import { clausesOf, type Passage, passagesOf } from '../document/clauses.ts';
import type { ClauseInPlace, ClauseModel } from './clause-model.ts';
import { type PositionModel, positionOf } from './position-model.ts';
import type { AiClause, VersionReading } from './version-analysis.ts';

interface ReadParts {
  clauses: ClauseModel;
  positions: PositionModel;
}

/**
 * Nine of ten recorded terms have fewer. Of a version with more, the likeliest are read closely and the others by the linear model alone:
 * one that wants to keep somebody busy has no more than some seconds.
 */
const MOST_READ_CLOSELY = 250;
const MOST_READ = 20_000;

export function readVersion(markdown: string, { clauses, positions }: ReadParts): VersionReading {
  const passages = passagesOf(markdown);
  const places = placesIn(passages)
    .flatMap((place) => {
      const about = clauses.about(place);
      return about === undefined ? [] : [{ place, about }];
    })
    .slice(0, MOST_READ);
  const closely = new Set([...places].sort((one, other) => other.about - one.about).slice(0, MOST_READ_CLOSELY));
  const aiClauses = places.map((one): AiClause => {
    const says = closely.has(one) ? clauses.says(one.place) : clauses.saysAtOnce(one.place);
    return { ...one.place, says, closely: closely.has(one) };
  });
  const distinct = new Map(aiClauses.toReversed().map(({ clause, says }) => [clause.key, says]));
  const training = positionOf([...distinct.values()], positions);
  return { passages, aiClauses, training };
}

/** Every clause that says something, with the sentence before it. A passage that is nothing but a link points to a statement and is none. */
function placesIn(passages: readonly Passage[]): ClauseInPlace[] {
  return passages.filter(isStatement).flatMap((passage) => {
    let previous = '';
    return clausesOf(passage).map((clause) => {
      const place = { clause, previous };
      previous = clause.text;
      return place;
    });
  });
}

const LONGEST_BARE_LINK = 4000;
const BARE_LINK = /^[^\p{L}\p{N}[]*!?\[[^\]]*\]\([^)\s]*\)[^\p{L}\p{N}]*$/u;
const isStatement = ({ text }: Passage): boolean => text.length > LONGEST_BARE_LINK || !BARE_LINK.test(text);
