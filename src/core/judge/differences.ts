/** Which clauses about AI differ between two versions, and whether what they say about AI does. */
import type { Clause, Comparison } from '../../domain.ts';
import type { AiClause, VersionReading } from '../reader/version-reading.ts';
import { wordsOf } from '../word-index.ts';
import { occurs, type Patterns } from './lexicon.ts';
import type { Statement } from './statements.ts';

/** A clause about AI that differs. */
export interface Difference {
  /** `turned`: it has the same words on both sides, and says something else because of what stands above it. */
  kind: 'edited' | 'turned' | 'added' | 'removed';
  /** The clause on each side. */
  clauses: { before?: Clause; after?: Clause };
  /** The same, with what it says about AI, where it speaks of it. */
  before?: AiClause;
  after?: AiClause;
}

/** The clauses about AI that differ: edited ones first, then turned, added, removed. */
export function aiDifferences(before: VersionReading, after: VersionReading, comparison: Comparison): Difference[] {
  const [oldAi, newAi] = [before, after].map(({ aiClauses }) => new Map(aiClauses.map((one) => [one.clause.key, one])));
  const oldOf = (clause: Clause) => oldAi?.get(clause.key);
  const newOf = (clause: Clause) => newAi?.get(clause.key);
  // A clause whose words stand on the other side too, in a passage that did not change, says nothing new.
  const isNew = (clause: Clause) => newOf(clause) !== undefined && oldOf(clause) === undefined;
  const isGone = (clause: Clause) => oldOf(clause) !== undefined && newOf(clause) === undefined;
  return [
    ...comparison.edited
      .filter((edit) => isGone(edit.before) || isNew(edit.after))
      .map((edit): Difference => {
        const clauses = { before: edit.before, after: edit.after };
        return { kind: 'edited', clauses, before: oldOf(edit.before), after: newOf(edit.after) };
      }),
    ...turned(before, after),
    ...comparison.added
      .filter(isNew)
      .map((clause): Difference => ({ kind: 'added', clauses: { after: clause }, after: newOf(clause) })),
    ...comparison.removed
      .filter(isGone)
      .map((clause): Difference => ({ kind: 'removed', clauses: { before: clause }, before: oldOf(clause) })),
  ];
}

/** What both sides of a difference say. */
export function statementsOfDifference({ before, after }: Difference): { statement: Statement }[] {
  return [...(before?.statements ?? []), ...(after?.statements ?? [])].map((statement) => ({ statement }));
}

// ---- clauses under another heading --------------------------------------------------------------

/** The clauses that stand in both versions in the same words, of which one says what the other does not: "We may: …", "We will never: …". */
function turned(before: VersionReading, after: VersionReading): Difference[] {
  const olds = Map.groupBy(before.aiClauses, ({ clause }) => clause.key);
  const news = Map.groupBy(after.aiClauses, ({ clause }) => clause.key);
  return [...news].flatMap(([key, now]): Difference[] => {
    const then = olds.get(key);
    if (then === undefined) return [];
    // The same words may stand under several headings; what counts is what they say under all of them.
    const lost = then.find(saysMoreThan(now));
    const gained = now.find(saysMoreThan(then));
    if (lost === undefined && gained === undefined) return [];
    const [from, to] = [lost ?? then[0], gained ?? now[0]];
    return [{ kind: 'turned', clauses: { before: from?.clause, after: to?.clause }, before: from, after: to }];
  });
}

/**
 * Whether a clause says something that none of the others does, and that turns on what stands above it: a promise, a ban, a duty.
 * A permission that only names its object under one heading ("Your content") and not under the other is the same.
 */
function saysMoreThan(others: readonly AiClause[]): (one: AiClause) => boolean {
  const said = new Set(others.flatMap(({ statements }) => statements.map(({ says }) => says)));
  return ({ statements }) =>
    statements.some(
      ({ says, weight, direction }) =>
        weight === 'major' && (direction === 'better' || direction === 'mixed') && !said.has(says),
    );
}

// ---- words near AI ------------------------------------------------------------------------------

/** Words between a changed word and an AI word that make the change one about AI. */
const AI_REACH = 8;

/** Of an added or removed clause: it speaks of AI itself. Of an edited one: words near its AI words changed. Of a turned one: its heading did. */
export function touchesAi(difference: Difference, { patterns }: Pick<VersionReading, 'patterns'>): boolean {
  const { kind, clauses, before, after } = difference;
  const speaks = [before, after].filter((one) => one?.features.speaksOfAi);
  if (speaks.length === 0) return false;
  if (kind === 'turned') return true;
  if (clauses.before === undefined || clauses.after === undefined) return speaks.some((one) => !one?.features.isLabel);
  if (speaks.every((one) => one?.statements.length === 0)) return false;
  if (before?.features.speaksOfAi !== after?.features.speaksOfAi) return true;
  const [from, to] = [wordsOf(clauses.before.key), wordsOf(clauses.after.key)];
  return changesNear(from, to, patterns) || changesNear(to, from, patterns);
}

function changesNear(words: readonly string[], others: readonly string[], { aiWord }: Patterns): boolean {
  const there = new Set(others);
  const aiAt = words.flatMap((word, i) => (occurs(word, aiWord) ? [i] : []));
  return words.some((word, i) => !there.has(word) && aiAt.some((at) => Math.abs(at - i) <= AI_REACH));
}
