/** Reads one version: its passages, and what its clauses say about AI. */
import type { Clause, Position } from '../domain.ts';
import { clausesOf, type Passage, passagesOf } from './clauses.ts';
import { languageOf } from './extract/language.ts';
import { type Features, readFeatures } from './judge/features.ts';
import { type Patterns, patternsFor } from './judge/lexicon.ts';
import { positionOf } from './judge/position.ts';
import { type Statement, statementsOf } from './judge/statements.ts';

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
}

/** Versions whose reading is kept: each is read as the new text once and as the old one the next time. */
const KEPT = 4;
const kept = new Map<string, VersionReading>();

/** The reading of a version's Markdown. Equal texts have equal readings. */
export function readVersion(markdown: string): VersionReading {
  const known = kept.get(markdown);
  if (known !== undefined) return known;
  const reading = read(markdown);
  kept.set(markdown, reading);
  for (const oldest of kept.keys()) {
    if (kept.size <= KEPT) break;
    kept.delete(oldest);
  }
  return reading;
}

function read(markdown: string): VersionReading {
  const passages = passagesOf(markdown);
  const patterns = patternsFor(languageOf(markdown.slice(0, LANGUAGE_LOOKED_AT).toLowerCase().match(WORD) ?? []));
  const aiClauses = passages
    .filter((passage) => maySpeakOfAi(passage, patterns))
    .flatMap((passage) => aiClausesOf(passage, patterns));
  return { passages, aiClauses, training: positionOf(aiClauses.flatMap(({ statements }) => statements)) };
}

const LANGUAGE_LOOKED_AT = 60_000;
const WORD = /\p{L}+/gu;

/** A passage that is nothing but a link points to a statement and is none. */
const BARE_LINK = /^[^\p{L}\p{N}[]*!?\[[^\]]*\]\([^)\s]*\)[^\p{L}\p{N}]*$/u;

/** Most passages have nothing to do with AI, and are not read further. */
function maySpeakOfAi({ text, section, lead }: Passage, { ai, trainModel }: Patterns): boolean {
  if (BARE_LINK.test(text)) return false;
  return [text, lead, section.at(-1) ?? ''].some((words) => {
    ai.lastIndex = 0;
    trainModel.lastIndex = 0;
    return ai.test(words) || trainModel.test(words);
  });
}

function aiClausesOf(passage: Passage, patterns: Patterns): AiClause[] {
  return clausesOf(passage).flatMap((clause) => {
    const features = readFeatures(clause, patterns);
    return features === undefined ? [] : [{ clause, features, statements: statementsOf(features) }];
  });
}
