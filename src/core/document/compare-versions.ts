/**
 * Finds what differs between two versions, clause by clause. What only moved, was renumbered, re-marked, split or merged says
 * the same as before and is not a difference. Linear in the length of the texts: every look-up is bounded.
 */
import type { Clause, Comparison } from '../../domain/document.ts';
import { createPhraseIndex } from '../text/phrase-index.ts';
import { type Passage, splitIntoPassages, splitPassage } from './clauses.ts';
import { pairEdits } from './pair-edits.ts';

/** Compares two versions of a document. */
export function compareVersions(oldMarkdown: string, newMarkdown: string): Comparison {
  return comparePassages(splitIntoPassages(oldMarkdown), splitIntoPassages(newMarkdown));
}

/** The same for texts that were cut into passages already. */
export function comparePassages(before: readonly Passage[], after: readonly Passage[]): Comparison {
  // 1. What stands letter for letter on both sides needs no reading.
  const [textsBefore, textsAfter] = [before, after].map((side) => new Set(side.map(({ text }) => text)));
  const oldClauses = before.filter(({ text }) => !textsAfter?.has(text)).flatMap(splitPassage);
  const newClauses = after.filter(({ text }) => !textsBefore?.has(text)).flatMap(splitPassage);
  return compareClauses(oldClauses, newClauses);
}

/** The same for clauses. */
export function compareClauses(oldClauses: readonly Clause[], newClauses: readonly Clause[]): Comparison {
  // 2. Equal keys say the same, wherever they stand.
  const [keysBefore, keysAfter] = [oldClauses, newClauses].map((side) => new Set(side.map(({ key }) => key)));
  const onlyBefore = distinctByKey(oldClauses.filter(({ key }) => !keysAfter?.has(key)));
  const onlyAfter = distinctByKey(newClauses.filter(({ key }) => !keysBefore?.has(key)));

  // 3. Split and merged clauses say the same in other portions.
  const [oldIndex, newIndex] = [createPhraseIndex(oldClauses), createPhraseIndex(newClauses)];
  const removed = onlyBefore.filter((clause) => !isRestated(clause, newIndex, oldIndex));
  const added = onlyAfter.filter((clause) => !isRestated(clause, oldIndex, newIndex));

  // 4. What is left belongs together where most words are shared.
  return pairEdits(removed, added);
}

type WordIndex = ReturnType<typeof createPhraseIndex>;

/**
 * All its words stand in a row on the other side, and every clause they are taken from stands whole on this side: nothing was
 * said around them that is not said any more. A condition that was cut off is a difference.
 */
function isRestated(clause: Clause, there: WordIndex, here: WordIndex): boolean {
  const sources = there.clausesAround(clause.key);
  return sources?.every((source) => here.clausesAround(source.key) !== undefined) ?? false;
}

function distinctByKey(clauses: readonly Clause[]): Clause[] {
  const first = new Map<string, Clause>();
  for (const clause of clauses) if (!first.has(clause.key)) first.set(clause.key, clause);
  return [...first.values()];
}
