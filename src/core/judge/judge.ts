/**
 * What a comparison means to a musician. What counts is what is said, not how: a statement that stood in the old version in other
 * words is not new, and one that still stands in the new version is not gone.
 *
 * First match wins:
 *  1. one side is not the document                              → none, noise
 *  2. no clause about AI differs                                → none
 *  3. a right, risk or duty is newly stated, or not any more, or under other conditions → major
 *  4. a clause about AI differs in what it says about AI        → minor
 *  5. only words around AI differ                               → none
 */
import type { Comparison, Reading, Significance } from '../../domain.ts';
import type { Unreadable } from '../extract/sanity.ts';
import type { VersionReading } from '../reader/version-reading.ts';
import type { Recollection } from '../said-before.ts';
import { aiDifferences, type Difference, statementsOfDifference, touchesAi } from './differences.ts';
import { directionOf } from './direction.ts';
import { evidenceOf, topicsOf } from './evidence.ts';
import { type News, newsOf } from './newly-said.ts';

/** What is known beside the two texts. */
export interface Circumstances {
  /** Why one side is evidently not the document, if so. */
  broken?: Unreadable;
  /** How an earlier version is remembered to have said what a clause says, if one did. */
  recall(key: string): Recollection | undefined;
}

/** Judges a comparison of two versions. */
export function judge(
  before: VersionReading,
  after: VersionReading,
  comparison: Comparison,
  { broken, recall }: Circumstances,
): Reading {
  const training = { old: before.training, new: after.training };
  if (broken !== undefined) return silent('noise', training, `${broken.reason}: ${broken.detail}`);

  // What was said within days never went. What was said within weeks is no gain, but what it takes the place of is a loss.
  const recollections = new Map(
    aiDifferences(before, after, comparison).map((one) => [one, recollectionOfDifference(one, recall)]),
  );
  const isKnown = (one: Difference) => recollections.get(one) === 'known';
  const differences = [...recollections.keys()].filter((one) => recollections.get(one) !== 'flapping');
  if (differences.length === 0) return silent('ok', training, 'nothing that is said about AI differs');

  const news = newsOf(differences, before, after).filter(
    ({ side, difference }) => side !== 'gained' || !isKnown(difference),
  );
  const major = news.filter(({ statement }) => statement.weight === 'major');
  const touched = differences.filter((one) => !isKnown(one) && touchesAi(one, after));
  if (major.length === 0 && touched.length === 0) return silent('ok', training, 'only words around AI differ');

  const change: Significance = major.length > 0 ? 'major' : 'minor';
  const direction = major.length > 0 ? directionOf(major, training) : 'neutral';
  const topics = topicsOf(major.length > 0 ? news : touched.flatMap(statementsOfDifference));
  const newsOfDifference = Map.groupBy(news, ({ difference }) => difference);
  const telling = new Set(major.map(({ difference }) => difference));
  const evidence = (major.length > 0 ? differences.filter((one) => telling.has(one)) : touched).map((difference) =>
    evidenceOf(difference, newsOfDifference.get(difference) ?? []),
  );
  const reason = major.length > 0 ? reasonOf(major) : 'what is said about AI is worded differently or extended';
  return { change, capture: 'ok', topics, direction, training, alert: change === 'major', evidence, reason };
}

/** The words of a clause that its heading turned were always said, and prove nothing. */
function recollectionOfDifference(
  { kind, after }: Difference,
  recall: Circumstances['recall'],
): Recollection | undefined {
  return kind === 'turned' || after === undefined ? undefined : recall(after.clause.key);
}

function silent(capture: Reading['capture'], training: Reading['training'], reason: string): Reading {
  return { change: 'none', capture, topics: [], direction: 'neutral', training, alert: false, evidence: [], reason };
}

const SIDES: Readonly<Record<News['side'], string>> = { gained: 'new', lost: 'gone', bound: 'under other conditions' };

function reasonOf(news: readonly News[]): string {
  const [first, ...others] = [...new Map(news.map((one) => [one.statement.says, one])).values()];
  if (first === undefined) return '';
  const lead = `${SIDES[first.side]}: ${first.statement.because}`;
  return others.length > 0 ? `${lead} (and ${others.length} more)` : lead;
}
