/**
 * What a comparison means to a musician. What counts is what is said, not how: a statement that stood in the old version in other
 * words is not new, and one that still stands in the new version is not gone.
 *
 * First match wins:
 *  1. one side is not the document                              → none, noise
 *  2. no clause about AI differs                                → none
 *  3. a right, risk or duty is newly stated, or not any more    → major
 *  4. a clause about AI differs in what it says about AI        → minor
 *  5. only words around AI differ                               → none
 */
import type {
  Clause,
  Comparison,
  Direction,
  Evidence,
  Position,
  Quote,
  Reading,
  Significance,
  Topic,
} from '../../domain.ts';
import { TOPICS } from '../../domain.ts';
import type { Unreadable } from '../extract/sanity.ts';
import type { AiClause, VersionReading } from '../read-version.ts';
import { diffWords } from '../word-diff.ts';
import { wordsOf } from '../word-index.ts';
import type { Statement } from './statements.ts';

/** What is known beside the two texts. */
export interface Circumstances {
  /** Why one side is evidently not the document, if so. */
  broken?: Unreadable;
  /** Whether an earlier version said what a clause says. */
  saidBefore(key: string): boolean;
}

/** Judges a comparison of two versions. */
export function judge(
  before: VersionReading,
  after: VersionReading,
  comparison: Comparison,
  { broken, saidBefore }: Circumstances,
): Reading {
  const training = { old: before.training, new: after.training };
  if (broken !== undefined) return silent('noise', training, `${broken.reason}: ${broken.detail}`);

  const differences = aiDifferences(before, after, comparison).filter(
    (difference) => difference.after === undefined || !saidBefore(difference.after.clause.key),
  );
  if (differences.length === 0) return silent('ok', training, 'nothing that is said about AI differs');

  const news = newsOf(differences, before, after);
  const major = news.filter(({ statement }) => statement.weight === 'major');
  const touched = differences.filter(touchesAi);
  if (major.length === 0 && touched.length === 0) return silent('ok', training, 'only words around AI differ');

  const change: Significance = major.length > 0 ? 'major' : 'minor';
  const direction = major.length > 0 ? directionOf(major, training) : 'neutral';
  const topics = topicsOf(major.length > 0 ? news : touched.flatMap(statementsOfDifference));
  const evidence = (
    major.length > 0 ? differences.filter((one) => major.some((n) => n.difference === one)) : touched
  ).map((difference) => evidenceOf(difference, news));
  const reason = major.length > 0 ? reasonOf(major) : 'what is said about AI is worded differently or extended';
  return { change, capture: 'ok', topics, direction, training, alert: change === 'major', evidence, reason };
}

function silent(capture: Reading['capture'], training: Reading['training'], reason: string): Reading {
  return { change: 'none', capture, topics: [], direction: 'neutral', training, alert: false, evidence: [], reason };
}

// ---- which clauses about AI differ --------------------------------------------------------------

/** A clause about AI that was added, removed or edited. */
interface Difference {
  before?: AiClause;
  after?: AiClause;
  /** The edited clause on the side where it does not speak of AI. */
  otherBefore?: Clause;
  otherAfter?: Clause;
}

function aiDifferences(before: VersionReading, after: VersionReading, comparison: Comparison): Difference[] {
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

// ---- what they say ------------------------------------------------------------------------------

interface News {
  statement: Statement;
  /** It is said now and was not, or it was said and is not any more. */
  side: 'gained' | 'lost';
  difference: Difference;
}

/** A clause this like one that said the same before says it in other words. */
const SAME_IN_OTHER_WORDS = 0.4;

function newsOf(differences: readonly Difference[], before: VersionReading, after: VersionReading): News[] {
  const [saidBefore, saidAfter] = [bearersOf(before), bearersOf(after)];
  return differences.flatMap((difference) => [
    ...(difference.after?.statements ?? [])
      .filter(
        (statement) =>
          isFurther(statement, saidBefore, saidAfter) ||
          isOtherwiseBound(statement, difference, after.patterns.condition),
      )
      .map((statement) => ({ statement, side: 'gained' as const, difference })),
    ...(difference.before?.statements ?? [])
      .filter(({ says, lossMatters }) => lossMatters && !saidAfter.has(says))
      .map((statement) => ({ statement, side: 'lost' as const, difference })),
  ]);
}

type Bearers = ReadonlyMap<string, Clause[]>;

/** The clauses that say each thing. */
function bearersOf({ aiClauses }: VersionReading): Bearers {
  const bearers = new Map<string, Clause[]>();
  for (const { statements } of aiClauses) {
    for (const { says, clause } of statements) {
      const known = bearers.get(says);
      if (known === undefined) bearers.set(says, [clause]);
      else if (known.every(({ key }) => key !== clause.key)) known.push(clause);
    }
  }
  return bearers;
}

/** Nothing like it was said before; or it was, and this is one more of its kind, unlike each of those. */
function isFurther({ says, clause, weight, isExample }: Statement, before: Bearers, after: Bearers): boolean {
  const earlier = before.get(says);
  if (earlier === undefined) return true;
  if (weight !== 'major' || isExample || (after.get(says)?.length ?? 0) <= earlier.length) return false;
  const words = new Set(wordsOf(clause.key));
  return earlier.every(({ key }) => likeness(words, new Set(wordsOf(key))) < SAME_IN_OTHER_WORDS);
}

/** A condition is a run of words; a shorter run is a rewording. */
const WORDS_OF_A_CONDITION = 8;
/** In longer clauses runs come and go that bind something else. */
const LONGEST_BOUND_CLAUSE = 120;

/** It was said by the clause that this one was made of, and a condition was put to it or taken from it. */
function isOtherwiseBound({ says, weight }: Statement, difference: Difference, condition: RegExp): boolean {
  const { before, after } = difference;
  if (weight !== 'major' || before === undefined || after === undefined) return false;
  if (before.statements.every((one) => one.says !== says)) return false;
  const [from, to] = [wordsOf(before.clause.key), wordsOf(after.clause.key)];
  if (Math.max(from.length, to.length) > LONGEST_BOUND_CLAUSE) return false;
  return diffWords(from, to).some(({ kind, words }) => {
    if (kind === 'kept' || words.length < WORDS_OF_A_CONDITION) return false;
    condition.lastIndex = 0;
    return condition.test(words.join(' '));
  });
}

/** Dice's coefficient of two sets of words. */
function likeness(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  return (2 * a.intersection(b).size) / Math.max(1, a.size + b.size);
}

function statementsOfDifference({ before, after }: Difference): { statement: Statement }[] {
  return [...(before?.statements ?? []), ...(after?.statements ?? [])].map((statement) => ({ statement }));
}

/** Fewer words are a link, a menu entry or a label. */
const WORDS_OF_A_STATEMENT = 7;
/** Words between a changed word and an AI word that make the change one about AI. */
const AI_REACH = 8;

/** Of an added or removed clause: it speaks of AI itself. Of an edited one: words near its AI words changed. */
function touchesAi({ before, after, otherBefore, otherAfter }: Difference): boolean {
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

const AI_WORD = /^(?:ai|ki|ia|llms?|aigc|train\w*|machine|artificial|intelligence|generative|synthetic|deepfakes?)$/;

function changesNear(words: readonly string[], others: readonly string[]): boolean {
  const there = new Set(others);
  const aiAt = words.flatMap((word, i) => (AI_WORD.test(word) ? [i] : []));
  return words.some((word, i) => !there.has(word) && aiAt.some((at) => Math.abs(at - i) <= AI_REACH));
}

// ---- the verdict --------------------------------------------------------------------------------

const OPPOSITE: Readonly<Record<Direction, Direction>> = {
  better: 'worse',
  worse: 'better',
  neutral: 'neutral',
  mixed: 'mixed',
};

/** What weighs most decides: training, then who may take, then the rest. */
const WEIGHT: Readonly<Record<Topic, number>> = {
  training: 3,
  'third-party-training': 3,
  scraping: 2,
  pay: 1,
  'ai-content': 1,
  likeness: 1,
  'ai-features': 1,
  'automated-decisions': 0,
};

/** Where a position leaves the creator, from best to worst. */
const STANDING: Readonly<Record<Position, number>> = {
  prohibited: 0,
  'opt-in': 1,
  silent: 2,
  unclear: 2,
  'opt-out': 3,
  limited: 4,
  permitted: 5,
};

/**
 * What the heaviest topics say together. On training the two positions decide where they differ: that a right to object is not
 * mentioned any more is no gain when training is now simply permitted.
 */
function directionOf(news: readonly News[], training?: Reading['training']): Direction {
  const heaviest = Math.max(...news.map(({ statement }) => WEIGHT[statement.topic]));
  const telling = news.filter(({ statement }) => WEIGHT[statement.topic] === heaviest);
  const moved = training === undefined ? 0 : STANDING[training.new] - STANDING[training.old];
  const directions = new Set(
    telling.map(({ statement, side }) => {
      if (statement.topic === 'training' && moved !== 0) return moved > 0 ? 'worse' : 'better';
      return side === 'gained' ? statement.direction : OPPOSITE[statement.direction];
    }),
  );
  if (directions.size > 1) directions.delete('neutral');
  return directions.size === 1 ? ([...directions][0] ?? 'neutral') : 'mixed';
}

function topicsOf(said: readonly { statement: Statement }[]): Topic[] {
  const topics = new Set(said.map(({ statement }) => statement.topic));
  return TOPICS.filter((topic) => topics.has(topic));
}

function evidenceOf(difference: Difference, news: readonly News[]): Evidence {
  const own = news.filter((one) => one.difference === difference);
  const before = difference.before?.clause ?? difference.otherBefore;
  const after = difference.after?.clause ?? difference.otherAfter;
  return {
    before: before && quote('old', before),
    after: after && quote('new', after),
    topics: topicsOf(own.length > 0 ? own : statementsOfDifference(difference)),
    direction: own.length > 0 ? directionOf(own) : 'neutral',
    because: own[0]?.statement.because ?? 'worded differently',
  };
}

const quote = (side: Quote['side'], { text, section }: Clause): Quote => ({
  side,
  section: section.at(-1) ?? '',
  text,
});

function reasonOf(news: readonly News[]): string {
  const [first, ...others] = [...new Map(news.map((one) => [one.statement.says, one])).values()];
  if (first === undefined) return '';
  const lead = `${first.side === 'gained' ? 'new' : 'gone'}: ${first.statement.because}`;
  return others.length > 0 ? `${lead} (and ${others.length} more)` : lead;
}
