/**
 * Compares two versions clause by clause. What only moved, was renumbered, re-marked, split or merged is no difference.
 * Linear in the length of the texts: every look-up is bounded.
 */
import type { Clause, Comparison } from '../../domain/document.ts';
import { createPhraseIndex, type PhraseIndex } from '../text/phrase-index.ts';
import { type Passage, splitIntoPassages, splitPassage } from './clauses.ts';
import { pairEdits } from './pair-edits.ts';

export function compareVersions(oldMarkdown: string, newMarkdown: string): Comparison {
  return comparePassages(splitIntoPassages(oldMarkdown), splitIntoPassages(newMarkdown));
}

export function comparePassages(before: readonly Passage[], after: readonly Passage[]): Comparison {
  // 1. Passages that are equal letter for letter need no splitting.
  const [textsBefore, textsAfter] = [before, after].map((side) => new Set(side.map(({ text }) => text)));
  const oldClauses = before.filter(({ text }) => !textsAfter?.has(text)).flatMap(splitPassage);
  const newClauses = after.filter(({ text }) => !textsBefore?.has(text)).flatMap(splitPassage);
  return compareClauses(oldClauses, newClauses);
}

function compareClauses(oldClauses: readonly Clause[], newClauses: readonly Clause[]): Comparison {
  // 2. Clauses with equal keys say the same, wherever they are.
  const [keysBefore, keysAfter] = [oldClauses, newClauses].map((side) => new Set(side.map(({ key }) => key)));
  const onlyBefore = distinctByKey(oldClauses.filter(({ key }) => !keysAfter?.has(key)));
  const onlyAfter = distinctByKey(newClauses.filter(({ key }) => !keysBefore?.has(key)));

  // 3. Split and merged clauses say the same in other pieces.
  const [oldIndex, newIndex] = [createPhraseIndex(oldClauses), createPhraseIndex(newClauses)];
  const removed = onlyBefore.filter((clause) => !isRestated(clause, newIndex, oldIndex));
  const added = onlyAfter.filter((clause) => !isRestated(clause, oldIndex, newIndex));

  // 4. Of the rest, clauses that share most words are edits.
  return pairEdits(removed, added);
}

/**
 * All words of the clause are in a row on the other side, and every clause they come from is whole on this side, so that nothing
 * around them was lost: a condition that was cut off is a difference.
 */
function isRestated(clause: Clause, otherSide: PhraseIndex, ownSide: PhraseIndex): boolean {
  const sources = otherSide.clausesAround(clause.key);
  return sources?.every((source) => ownSide.clausesAround(source.key) !== undefined) ?? false;
}

function distinctByKey(clauses: readonly Clause[]): Clause[] {
  const first = new Map<string, Clause>();
  for (const clause of clauses) if (!first.has(clause.key)) first.set(clause.key, clause);
  return [...first.values()];
}
