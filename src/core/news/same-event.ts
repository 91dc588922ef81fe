/** Decides whether two reports are of the same event, in any languages: a small regression over what they have in common. */
import { hashFeature } from '../ml/feature-hashing.ts';
import { type LogisticRegression, logOddsOf } from '../ml/logistic.ts';
import type { IdfVector, ReportFeatures, TermIdf } from './report-features.ts';

/** Trained by `training/news/train-same-event.ts`; `stories.json` holds it with these names. */
export interface SameEventModel {
  /** Over PAIR_FEATURE_NAMES. */
  regression: LogisticRegression;
  /** Threshold: from this mean of log-odds on, a report joins a story. */
  bound: number;
  /** Number of titles counted. */
  titles: number;
  /** For each hash bucket of words: 16 times log2 of 1 + its document frequency. */
  commonness: Uint8Array;
}

/** After this, similar words are about another event. */
export const MAX_DAYS_APART = 10;

/** In the order of the regression's weights. */
export const PAIR_FEATURE_NAMES = [
  'entities in common',
  'share of entities that both name',
  'entities of one side alone',
  'neither names anybody',
  'concepts',
  'concepts of the titles',
  'rare words',
  'rare words in one language',
  'parts of words of the titles',
  'names',
  'numbers in common',
  'numbers that differ',
  'days apart',
  'another day',
  'opinion and report',
  'one language',
  'concepts of those who name the same',
] as const;

/** @returns a number for each of PAIR_FEATURE_NAMES. */
export function pairFeaturesOf(a: ReportFeatures, b: ReportFeatures): number[] {
  const both = intersectionSize(a.entities, b.entities);
  const all = a.entities.size + b.entities.size - both;
  const [concepts, titles] = [setCosine(a.concepts, b.concepts), setCosine(a.titleConcepts, b.titleConcepts)];
  const rare = idfCosine(a.stems, b.stems);
  const sameLanguage = a.language === b.language ? 1 : 0;
  const numbers = Math.min(2, intersectionSize(a.numbers, b.numbers));
  const days = daysApart(a, b);
  return [
    Math.min(3, both),
    all === 0 ? 0 : both / all,
    both === 0 && a.entities.size > 0 && b.entities.size > 0 ? 1 : 0,
    all === 0 ? 1 : 0,
    concepts,
    titles,
    rare,
    rare * sameLanguage,
    setCosine(a.titleNgrams, b.titleNgrams),
    idfCosine(a.capitalizedWords, b.capitalizedWords),
    numbers,
    numbers === 0 && a.numbers.size > 0 && b.numbers.size > 0 ? 1 : 0,
    days,
    days >= 1 ? 1 : 0,
    isOpinion(a) === isOpinion(b) ? 0 : 1,
    sameLanguage,
    both > 0 ? concepts : 0,
  ];
}

/** Mean log-odds that a report is of the same event as each report of a story; -Infinity where it is too late or incompatible. */
export function storyLogOdds(report: ReportFeatures, story: readonly ReportFeatures[], model: SameEventModel): number {
  const near = story.filter((other) => daysApart(report, other) <= MAX_DAYS_APART);
  if (near.every((other) => areIncompatible(report, other))) return Number.NEGATIVE_INFINITY;
  const logOdds = near.map((other) => logOddsOf(model.regression, pairFeaturesOf(report, other)));
  return logOdds.reduce((sum, value) => sum + value, 0) / logOdds.length;
}

const MAX_SHOWN = 4;

/** What two reports have in common, in one line for the operator. */
export function describeOverlap(a: ReportFeatures, b: ReportFeatures): string {
  const rare = [...a.stems.squaredIdf]
    .filter(([word]) => b.stems.squaredIdf.has(word))
    .sort(([, a], [, b]) => b - a)
    .slice(0, MAX_SHOWN)
    .map(([word]) => `“${word}”`);
  const days = Math.round(daysApart(a, b));
  return [
    ...listed('both name', intersection(a.entities, b.entities)),
    ...listed('rare words', rare),
    ...listed('numbers', intersection(a.numbers, b.numbers)),
    days === 0 ? 'same day' : `${days} ${days === 1 ? 'day' : 'days'} apart`,
  ].join('; ');
}

const listed = (what: string, items: readonly string[]): string[] =>
  items.length === 0 ? [] : [`${what} ${items.slice(0, MAX_SHOWN).join(', ')}`];

const intersection = (a: ReadonlySet<string>, b: ReadonlySet<string>): string[] =>
  [...a].filter((element) => b.has(element));

export const FREQUENCY_BUCKETS = 1 << 14;
export const frequencyBucketOf = (word: string): number => hashFeature('d', word) % FREQUENCY_BUCKETS;

export const createIdf =
  ({ titles, commonness }: Pick<SameEventModel, 'titles' | 'commonness'>): TermIdf =>
  (word) =>
    Math.max(0, Math.log2(1 + titles) - (commonness[frequencyBucketOf(word)] ?? 0) / 16);

/** Cosine similarity, weighted by squared idf. */
function idfCosine(a: IdfVector, b: IdfVector): number {
  let shared = 0;
  const [few, many] = a.squaredIdf.size < b.squaredIdf.size ? [a, b] : [b, a];
  for (const [word, squaredIdf] of few.squaredIdf) if (many.squaredIdf.has(word)) shared += squaredIdf;
  return shared === 0 ? 0 : shared / Math.sqrt(a.squaredNorm * b.squaredNorm);
}

function setCosine<Element>(a: ReadonlySet<Element>, b: ReadonlySet<Element>): number {
  return a.size === 0 || b.size === 0 ? 0 : intersectionSize(a, b) / Math.sqrt(a.size * b.size);
}

function intersectionSize<Element>(a: ReadonlySet<Element>, b: ReadonlySet<Element>): number {
  let size = 0;
  for (const element of a) if (b.has(element)) size++;
  return size;
}

/** The same act by another entity is another event, and an opinion is a story of its own. */
export const areIncompatible = (a: ReportFeatures, b: ReportFeatures): boolean =>
  nameDisjointEntities(a, b) || isOpinion(a) !== isOpinion(b);

const nameDisjointEntities = ({ entities: a }: ReportFeatures, { entities: b }: ReportFeatures): boolean =>
  a.size > 0 && b.size > 0 && intersectionSize(a, b) === 0;

const isOpinion = ({ titleConcepts }: ReportFeatures): boolean =>
  titleConcepts.has('opinion') || titleConcepts.has('musing');

export const daysApart = (a: ReportFeatures, b: ReportFeatures): number =>
  a.day === undefined || b.day === undefined ? 0 : Math.abs(a.day - b.day);
