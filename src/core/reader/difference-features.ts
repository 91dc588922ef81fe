/**
 * What the verdict is made of: each difference between two versions as a row of numbers. What both sides say (by the clause model), what
 * the clause nearest to it on the other side says, what the document says elsewhere, and how many words differ.
 */
import { ACT_NAMES, ACTS } from './acts.ts';
import { at, OUTPUTS } from './outputs.ts';

/** A clause and what the model says of it: a probability for each of OUTPUTS. */
export interface Judged {
  words: readonly string[];
  says: Float32Array;
}

export interface JudgedDifference {
  before?: Judged;
  after?: Judged;
  /** What the new version says that is nearest to `before`, and how alike both are, 0 to 1. */
  nearBefore?: { says: Float32Array; likeness: number };
  /** What the old version says that is nearest to `after`. */
  nearAfter?: { says: Float32Array; likeness: number };
  /** The words of `before` stand elsewhere in the new version; those of `after` stood elsewhere in the old one. */
  stillStands: boolean;
  stoodBefore: boolean;
  /** What the difference model says of the two sides, where it was asked: logits of none, minor, major; same, gained, lost, bound. */
  compared?: Float32Array;
}

/** What both versions say altogether. */
export interface Documents {
  /** The highest probability of each output over the clauses of a side. */
  before: Float32Array;
  after: Float32Array;
  /** Clauses that may speak of AI on each side, and those that differ. */
  clauses: [number, number];
  differing: number;
  /** Clauses of any kind that came, went, or were edited. */
  added: number;
  removed: number;
  edited: number;
  /** Letters of the new version for each of the old one. */
  growth: number;
}

export const COMPARED = 7;
const MAJOR_ACTS = ACT_NAMES.filter((name) => ACTS[name].weight === 'major').map(at);
const ACT_COLUMNS = ACT_NAMES.map(at);
const [MAJOR, MINOR] = [at('major'), at('minor')];
const NOTHING = new Float32Array(OUTPUTS.length);
const NOT_COMPARED = new Float32Array(COMPARED).fill(-9);

/** Words that turn a sentence, in the languages that are read, without accents. */
const TURNING = new Set(
  'not no never without unless except only opt consent permission may will shall cannot must prohibited nicht kein keine ohne nur pas jamais sans sauf ne sin nunca non senza mai sem nao salvo excepto eccetto exceto'.split(
    ' ',
  ),
);

/** @returns a row of finite numbers, as long for every difference. */
export function featuresOfDifference(difference: JudgedDifference, documents: Documents): number[] {
  const { before, after, nearBefore, nearAfter } = difference;
  const was = before?.says ?? NOTHING;
  const is = after?.says ?? NOTHING;
  const likeBefore = nearBefore?.says ?? NOTHING;
  const likeAfter = nearAfter?.says ?? NOTHING;
  const words = changedWords(before?.words ?? [], after?.words ?? []);
  const value = (row: Float32Array, column: number): number => row[column] ?? 0;

  const gained = MAJOR_ACTS.map((act) => value(is, act) * (1 - Math.max(value(was, act), value(likeAfter, act))));
  const lost = MAJOR_ACTS.map((act) => value(was, act) * (1 - Math.max(value(is, act), value(likeBefore, act))));
  const newToAll = MAJOR_ACTS.map((act) => value(is, act) * (1 - value(documents.before, act)));
  const goneFromAll = MAJOR_ACTS.map((act) => value(was, act) * (1 - value(documents.after, act)));
  return [
    Number(before !== undefined),
    Number(after !== undefined),
    Number(difference.stillStands),
    Number(difference.stoodBefore),
    nearBefore?.likeness ?? 0,
    nearAfter?.likeness ?? 0,
    ...[was, is, likeBefore, likeAfter, documents.before, documents.after].map((row) => value(row, MAJOR)),
    ...[was, is, likeBefore, likeAfter].map((row) => value(row, MINOR)),
    value(is, MAJOR) - value(was, MAJOR),
    value(is, MAJOR) - value(likeAfter, MAJOR),
    value(was, MAJOR) - value(likeBefore, MAJOR),
    ...[gained, lost, newToAll, goneFromAll].flatMap((acts) => [Math.max(...acts), sum(acts)]),
    words.added,
    words.removed,
    words.added / (1 + (after?.words.length ?? 0)),
    words.removed / (1 + (before?.words.length ?? 0)),
    words.turningAdded,
    words.turningRemoved,
    before?.words.length ?? 0,
    after?.words.length ?? 0,
    ...documents.clauses,
    documents.differing,
    documents.added,
    documents.removed,
    documents.edited,
    documents.growth,
    ...(difference.compared ?? NOT_COMPARED),
    ...ACT_COLUMNS.map((act) => value(is, act)),
    ...ACT_COLUMNS.map((act) => value(was, act)),
    ...ACT_COLUMNS.map((act) => value(is, act) - Math.max(value(was, act), value(likeAfter, act))),
    ...ACT_COLUMNS.map((act) => value(documents.before, act)),
    ...ACT_COLUMNS.map((act) => value(documents.after, act)),
  ];
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, one) => total + one, 0);

function changedWords(before: readonly string[], after: readonly string[]) {
  const [were, are] = [new Set(before), new Set(after)];
  const added = after.filter((word) => !were.has(word));
  const removed = before.filter((word) => !are.has(word));
  const turning = (words: readonly string[]) => words.filter((word) => TURNING.has(word)).length;
  return {
    added: added.length,
    removed: removed.length,
    turningAdded: turning(added),
    turningRemoved: turning(removed),
  };
}
