/** Which clauses about AI differ between two versions, and whether what they say about AI does. */
import type { Clause, Comparison } from '../../domain.ts';
import type { AiClause, VersionReading } from '../read-version.ts';
import { wordsOf } from '../word-index.ts';
import type { Statement } from './statements.ts';

/** A clause about AI that was added, removed or edited. */
export interface Difference {
  before?: AiClause;
  after?: AiClause;
  /** The edited clause on the side where it does not speak of AI. */
  otherBefore?: Clause;
  otherAfter?: Clause;
}

/** The clauses about AI that differ: edited ones first, then added, then removed. */
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
      .map((edit) => ({
        before: oldOf(edit.before),
        after: newOf(edit.after),
        otherBefore: edit.before,
        otherAfter: edit.after,
      })),
    ...comparison.added.filter(isNew).map((clause) => ({ after: newOf(clause) })),
    ...comparison.removed.filter(isGone).map((clause) => ({ before: oldOf(clause) })),
  ];
}

/** What both sides of a difference say. */
export function statementsOfDifference({ before, after }: Difference): { statement: Statement }[] {
  return [...(before?.statements ?? []), ...(after?.statements ?? [])].map((statement) => ({ statement }));
}

/** Fewer words are a link, a menu entry or a label. */
const WORDS_OF_A_STATEMENT = 7;
/** Words between a changed word and an AI word that make the change one about AI. */
const AI_REACH = 8;

/** Of an added or removed clause: it speaks of AI itself. Of an edited one: words near its AI words changed. */
export function touchesAi({ before, after, otherBefore, otherAfter }: Difference): boolean {
  const speaks = [before, after].filter((one) => one?.features.speaksOfAi);
  if (speaks.length === 0) return false;
  if (otherBefore === undefined || otherAfter === undefined) {
    return speaks.some((one) => wordsOf(one?.clause.key ?? '').length >= WORDS_OF_A_STATEMENT);
  }
  if (speaks.every((one) => one?.statements.length === 0)) return false;
  if (before?.features.speaksOfAi !== after?.features.speaksOfAi) return true;
  const [from, to] = [wordsOf(otherBefore.key), wordsOf(otherAfter.key)];
  return changesNear(from, to) || changesNear(to, from);
}

/** Words of AI in the six languages, as keys write them: in lower case. */
const AI_WORD =
  /^(?:ai|ki|ia|llms?|aigc|machine|maschinell\w*|deepfakes?|(?:train|trein|entren|entra[iî]n|addestr)\w*|artificial\w*|artificielle\w*|künstliche\w*|intelligen\w*|intelligên\w*|(?:gener|génér)ati[vf]\w*|(?:synth[eé]ti|sint[eé]ti)\w*)$/u;

function changesNear(words: readonly string[], others: readonly string[]): boolean {
  const there = new Set(others);
  const aiAt = words.flatMap((word, i) => (AI_WORD.test(word) ? [i] : []));
  return words.some((word, i) => !there.has(word) && aiAt.some((at) => Math.abs(at - i) <= AI_REACH));
}
