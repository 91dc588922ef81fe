/** Reads by rules: the passages of a version, and what its clauses say about AI. */
import type { Clause, WayOfJudging } from '../../domain.ts';
import { clausesOf, type Passage, passagesOf } from '../clauses.ts';
import { languageOf } from '../extract/language.ts';
import { keepLast } from '../keep-last.ts';
import type { ClauseReader } from '../reader/clause-reader.ts';
import type { AiClause, VersionReading } from '../reader/version-reading.ts';
import { aboveOf } from './above.ts';
import { readFeatures } from './features.ts';
import { goesOnFrom, inLightOf, isExemption } from './goes-on.ts';
import { occurs, type Patterns, patternsFor, plainTypography } from './lexicon.ts';
import { positionOf } from './position.ts';
import { statementsOfBothHalves } from './turns.ts';

/**
 * To be raised with every change that makes texts come out with another stance; a test of made-up texts tells when. What was judged
 * in another way is read anew at the next start.
 */
export const WAY_OF_JUDGING: WayOfJudging = 1;

/** A reader that keeps its last few readings. */
export function createRuleReader(): ClauseReader {
  return { way: WAY_OF_JUDGING, readVersion: keepLast(readVersion) };
}

function readVersion(markdown: string): VersionReading {
  const passages = passagesOf(markdown);
  const patterns = patternsFor(languageOf(markdown.slice(0, LANGUAGE_LOOKED_AT).toLowerCase().match(WORD) ?? []));
  const aiClauses: AiClause[] = [];
  for (const passage of passages) {
    if (aiClauses.length >= MOST_AI_CLAUSES) break;
    if (maySpeakOfAi(passage, patterns)) addAiClauses(passage, patterns, aiClauses);
  }
  return { passages, aiClauses, patterns, training: positionOf(aiClauses.flatMap(({ statements }) => statements)) };
}

/** The longest terms have a few hundred clauses about AI; a page with more wants to keep somebody busy. */
const MOST_AI_CLAUSES = 20_000;

const LANGUAGE_LOOKED_AT = 60_000;
const WORD = /\p{L}+/gu;

/** A passage that is nothing but a link points to a statement and is none. */
const LONGEST_BARE_LINK = 4000;
const BARE_LINK = /^[^\p{L}\p{N}[]*!?\[[^\]]*\]\([^)\s]*\)[^\p{L}\p{N}]*$/u;

/** Most passages have nothing to do with AI, and are not read further. */
function maySpeakOfAi(passage: Passage, patterns: Patterns): boolean {
  const { text } = passage;
  if (text.length <= LONGEST_BARE_LINK && BARE_LINK.test(text)) return false;
  const words = plainTypography(text);
  const above = aboveOf(passage, patterns);
  return (['ai', 'trainModel'] as const).some((concept) => occurs(words, patterns[concept]) || above.has(concept));
}

function addAiClauses(passage: Passage, patterns: Patterns, aiClauses: AiClause[]): void {
  let previous: Clause | undefined;
  let before: AiClause | undefined;
  for (const clause of clausesOf(passage)) {
    if (aiClauses.length >= MOST_AI_CLAUSES) return;
    const alone = readFeatures(inLightOf(previous, clause, patterns), patterns);
    previous = clause;
    const goingOn = before && !alone?.speaksOfAi ? goesOnFrom(before, clause, patterns) : undefined;
    const read = goingOn ?? (alone && { clause, features: alone, statements: statementsOfBothHalves(alone, patterns) });
    if (read !== undefined) aiClauses.push(read);
    if (goingOn === undefined || !isExemption(goingOn.features)) before = read;
  }
}
