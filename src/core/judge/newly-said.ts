/** What is said about AI that was not said before, and what is not said any more. */
import type { Clause, Direction } from '../../domain.ts';
import type { AiClause, VersionReading } from '../reader/version-reading.ts';
import { diffWords } from '../word-diff.ts';
import { wordsOf } from '../word-index.ts';
import { boundDirection } from './bonds.ts';
import { BEARING } from './defaults.ts';
import type { Difference } from './differences.ts';
import { occurs, type Patterns } from './lexicon.ts';
import { OPPOSITE, type Statement } from './statements.ts';

export interface News {
  statement: Statement;
  /** It is said now and was not; or it was said and is not any more; or it was said too, under other conditions. */
  side: 'gained' | 'lost' | 'bound';
  /** What it means for those who upload. */
  direction: Direction;
  difference: Difference;
}

/** A clause this like one that said the same before says it in other words. */
const SAME_IN_OTHER_WORDS = 0.4;

/** What the differences say that was not said, or do not say any more. */
export function newsOf(differences: readonly Difference[], before: VersionReading, after: VersionReading): News[] {
  const [saidBefore, saidAfter] = [bearersOf(before), bearersOf(after)];
  return differences.flatMap((difference) => [
    ...(difference.after?.statements ?? []).flatMap((statement): News[] => {
      const { direction } = statement;
      if (difference.kind === 'edited' && isReworded(statement, difference, after.patterns)) return [];
      if (isFurther(statement, saidBefore, saidAfter)) {
        return isNarrowed(statement, difference.before) ? [] : [{ statement, side: 'gained', direction, difference }];
      }
      const bound = boundDirection(statement, difference, after.patterns);
      return bound === undefined ? [] : [{ statement, side: 'bound', direction: bound, difference }];
    }),
    ...(difference.before?.statements ?? [])
      .filter(({ says, lossMatters }) => lossMatters && !saidAfter.has(says))
      .filter((statement) => !isNarrowed(statement, difference.after))
      .filter((statement) => difference.kind !== 'edited' || !isReworded(statement, difference, before.patterns))
      .map((statement): News => ({ statement, side: 'lost', direction: OPPOSITE[statement.direction], difference })),
  ]);
}

/** A promise that the other side of the difference makes without bounds: it is the one without bounds that came or went. */
function isNarrowed({ says, direction }: Statement, other: AiClause | undefined): boolean {
  return direction === 'better' && (other?.statements ?? []).some((one) => says.startsWith(`${one.says} `));
}

/** No rule knows what the edited clause says; and a rule knows the other side of the edit, or no word that bears on rights came or went. */
function isReworded({ byDefault }: Statement, { before, after }: Difference, patterns: Patterns): boolean {
  if (!byDefault || !before?.features.speaksOfAi || !after?.features.speaksOfAi) return false;
  const isKnown = (one: Statement) => one.weight === 'major' && !one.byDefault;
  if ([...before.statements, ...after.statements].some(isKnown)) return true;
  const runs = diffWords(wordsOf(before.clause.key), wordsOf(after.clause.key))
    .filter(({ kind }) => kind !== 'kept')
    .map(({ words }) => words.join(' '));
  return !runs.some((run) => BEARING.some((concept) => occurs(run, patterns[concept])));
}

type Bearers = ReadonlyMap<string, ReadonlyMap<string, Clause>>;

/** Clauses kept for each thing that is said; a document that says it more often says it once more. */
const MOST_BEARERS = 100;

/** The clauses that say each thing, by key. */
function bearersOf({ aiClauses }: VersionReading): Bearers {
  const bearers = new Map<string, Map<string, Clause>>();
  for (const { statements } of aiClauses) {
    for (const { says, clause } of statements) {
      const known = bearers.get(says) ?? new Map<string, Clause>();
      bearers.set(says, known);
      if (known.size < MOST_BEARERS) known.set(clause.key, clause);
    }
  }
  return bearers;
}

/** Nothing like it was said before; or it was, and this is one more of its kind, unlike each of those. */
function isFurther({ says, clause, weight, isExample }: Statement, before: Bearers, after: Bearers): boolean {
  const earlier = before.get(says);
  if (earlier === undefined) return true;
  if (weight !== 'major' || isExample || (after.get(says)?.size ?? 0) <= earlier.size) return false;
  const words = new Set(wordsOf(clause.key));
  return [...earlier.keys()].every((key) => likeness(words, new Set(wordsOf(key))) < SAME_IN_OTHER_WORDS);
}

/** Dice's coefficient of two sets of words. */
function likeness(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  return (2 * a.intersection(b).size) / Math.max(1, a.size + b.size);
}
