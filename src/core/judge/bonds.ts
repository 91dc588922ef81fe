/** Conditions that an edit puts to what a clause says, or takes from it: "… except on the free plan.", "Until 30 June, …" */
import type { Direction } from '../../domain.ts';
import type { AiClause } from '../reader/version-reading.ts';
import { diffWords, type Stretch } from '../word-diff.ts';
import { wordsOf } from '../word-index.ts';
import type { Difference } from './differences.ts';
import { occurs, type Patterns } from './lexicon.ts';
import { OPPOSITE, type Statement } from './statements.ts';

/** A run of so many words that opens a subordinate clause binds what is said, whatever it opens with. */
const WORDS_OF_A_SUBORDINATE = 8;
/** A shorter one does where it names a condition, and nothing else came or went in its place. */
const WORDS_OF_A_CONDITION = 3;
/** In longer clauses runs come and go that bind something else, */
const LONGEST_BOUND_CLAUSE = 120;
/** … and short ones in these. */
const LONGEST_SHORTLY_BOUND_CLAUSE = 60;

/**
 * What it means for those who upload that an edited clause says the same under other conditions.
 * @returns nothing where it says something else, or no condition came or went.
 */
export function boundDirection(
  statement: Statement,
  { before, after }: Difference,
  patterns: Patterns,
): Direction | undefined {
  if (statement.weight !== 'major' || before === undefined || after === undefined) return undefined;
  if (before.statements.every(({ says }) => says !== statement.says)) return undefined;
  const [from, to] = [wordsOf(before.clause.key), wordsOf(after.clause.key)];
  const length = Math.max(from.length, to.length);
  if (length > LONGEST_BOUND_CLAUSE) return undefined;
  const bonds = diffWords(from, to).filter(
    (stretch, i, all) =>
      opensSubordinate(stretch, patterns) ||
      (length <= LONGEST_SHORTLY_BOUND_CLAUSE && isCondition(stretch, [all[i - 1], all[i + 1]], patterns)),
  );
  if (bonds.length === 0) return undefined;
  const kinds = new Set(bonds.map(({ kind }) => kind));
  if (kinds.size > 1) return statement.direction === 'neutral' ? 'neutral' : 'mixed';
  const exempts = bonds.every(({ words }) => occurs(words.join(' '), patterns.exempts));
  const put = whenBound(statement, after, exempts);
  return kinds.has('added') ? put : OPPOSITE[put];
}

/**
 * What it means that a condition is put to a statement: a promise covers less, a permission allows less. A right to object is a
 * promise too, unless the condition exempts somebody from the use that the same clause permits.
 */
export function whenBound({ direction, position }: Statement, { features }: AiClause, exempts: boolean): Direction {
  if (position !== 'opt-out') return OPPOSITE[direction];
  const permits = features.has('we') && (features.has('train') || features.has('develop'));
  return permits && exempts ? 'better' : 'worse';
}

function opensSubordinate({ kind, words }: Stretch, { condition, subordinate, unwilling }: Patterns): boolean {
  if (kind === 'kept' || words.length < WORDS_OF_A_SUBORDINATE) return false;
  const run = words.join(' ');
  // Who does not want something may object: that is no condition.
  return !occurs(run, unwilling) && (occurs(run, subordinate) || occurs(run, condition));
}

/** @param beside the stretches before and after it. */
function isCondition(
  { kind, words }: Stretch,
  beside: readonly (Stretch | undefined)[],
  { condition, unwilling }: Patterns,
): boolean {
  if (kind === 'kept' || words.length < WORDS_OF_A_CONDITION) return false;
  if (beside.some((one) => one !== undefined && one.kind !== 'kept')) return false;
  const run = words.join(' ');
  return !occurs(run, unwilling) && occurs(run, condition);
}
