/** How likely two reports are of one event, whatever their languages: a small regression over what they have in common. */
import { hashFeature } from '../reader/clause-features.ts';
import { type LogisticRegression, logOddsOf } from '../reader/logistic.ts';
import type { IdfVector, ReportFeatures, TermIdf } from './report-features.ts';

/** What has learnt it (`training/news/stories.ts`). */
export interface SameEventModel {
  /** Over the numbers of a pair. */
  regression: LogisticRegression;
  /** At this mean of log-odds a report joins a story. */
  bound: number;
  /** How many titles were counted, and in how many of them words of a bucket stand: their logarithm to the base of 2, times 16. */
  titles: number;
  commonness: Uint8Array;
}

/** After so many days the same words tell of another event. */
export const MAX_DAYS_APART = 10;

/** What is in common, by name; the order is that of the regression's weights. */
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

/** @returns the numbers of a pair, in the order of `PAIR_FEATURE_NAMES`. */
export function pairFeaturesOf(one: ReportFeatures, other: ReportFeatures): number[] {
  const both = intersectionSize(one.entities, other.entities);
  const all = one.entities.size + other.entities.size - both;
  const [concepts, titles] = [
    setCosine(one.concepts, other.concepts),
    setCosine(one.titleConcepts, other.titleConcepts),
  ];
  const rare = idfCosine(one.stems, other.stems);
  const sameLanguage = one.language === other.language ? 1 : 0;
  const numbers = Math.min(2, intersectionSize(one.numbers, other.numbers));
  const days = daysApart(one, other);
  return [
    Math.min(3, both),
    all === 0 ? 0 : both / all,
    both === 0 && one.entities.size > 0 && other.entities.size > 0 ? 1 : 0,
    all === 0 ? 1 : 0,
    concepts,
    titles,
    rare,
    rare * sameLanguage,
    setCosine(one.titleNgrams, other.titleNgrams),
    idfCosine(one.capitalizedWords, other.capitalizedWords),
    numbers,
    numbers === 0 && one.numbers.size > 0 && other.numbers.size > 0 ? 1 : 0,
    days,
    days >= 1 ? 1 : 0,
    isOpinion(one) === isOpinion(other) ? 0 : 1,
    sameLanguage,
    both > 0 ? concepts : 0,
  ];
}

/** Log-odds that a report tells what a story tells; none where it came too late. The mean over the story's reports decides. */
export function storyLogOdds(report: ReportFeatures, story: readonly ReportFeatures[], model: SameEventModel): number {
  const near = story.filter((other) => daysApart(report, other) <= MAX_DAYS_APART);
  if (near.every((other) => areIncompatible(report, other))) return Number.NEGATIVE_INFINITY;
  const each = near.map((other) => logOddsOf(model.regression, pairFeaturesOf(report, other)));
  return each.reduce((sum, value) => sum + value, 0) / each.length;
}

/** Words shown of what two reports share. */
const MAX_SHOWN = 4;

/** What two reports have in common, in one line for a human: names, rare words by their beginnings, numbers, days between. */
export function describeOverlap(one: ReportFeatures, other: ReportFeatures): string {
  const rare = [...one.stems.squaredIdf]
    .filter(([word]) => other.stems.squaredIdf.has(word))
    .sort(([, a], [, b]) => b - a)
    .slice(0, MAX_SHOWN)
    .map(([word]) => `“${word}”`);
  const days = Math.round(daysApart(one, other));
  return [
    ...listed('both name', intersection(one.entities, other.entities)),
    ...listed('rare words', rare),
    ...listed('numbers', intersection(one.numbers, other.numbers)),
    days === 0 ? 'same day' : `${days} ${days === 1 ? 'day' : 'days'} apart`,
  ].join('; ');
}

const listed = (what: string, which: readonly string[]): string[] =>
  which.length === 0 ? [] : [`${what} ${which.slice(0, MAX_SHOWN).join(', ')}`];

const intersection = (one: ReadonlySet<string>, other: ReadonlySet<string>): string[] =>
  [...one].filter((thing) => other.has(thing));

export const FREQUENCY_BUCKETS = 1 << 14;
export const frequencyBucketOf = (word: string): number => hashFeature('d', word) % FREQUENCY_BUCKETS;

/** How much a word tells: the rarer the more. */
export const createIdf =
  ({ titles, commonness }: Pick<SameEventModel, 'titles' | 'commonness'>): TermIdf =>
  (word) =>
    Math.max(0, Math.log2(1 + titles) - (commonness[frequencyBucketOf(word)] ?? 0) / 16);

/** The cosine of two sets of words, each counted by how rare it is. */
function idfCosine(one: IdfVector, other: IdfVector): number {
  let intersection = 0;
  const [few, many] = one.squaredIdf.size < other.squaredIdf.size ? [one, other] : [other, one];
  for (const [word, rarity] of few.squaredIdf) if (many.squaredIdf.has(word)) intersection += rarity;
  return intersection === 0 ? 0 : intersection / Math.sqrt(one.squaredNorm * other.squaredNorm);
}

function setCosine<Thing>(one: ReadonlySet<Thing>, other: ReadonlySet<Thing>): number {
  return one.size === 0 || other.size === 0 ? 0 : intersectionSize(one, other) / Math.sqrt(one.size * other.size);
}

function intersectionSize<Thing>(one: ReadonlySet<Thing>, other: ReadonlySet<Thing>): number {
  let both = 0;
  for (const thing of one) if (other.has(thing)) both++;
  return both;
}

/** Whoever else does the same does something else, and an opinion is a story of its own. */
export const areIncompatible = (one: ReportFeatures, other: ReportFeatures): boolean =>
  nameDisjointEntities(one, other) || isOpinion(one) !== isOpinion(other);

const nameDisjointEntities = ({ entities: one }: ReportFeatures, { entities: other }: ReportFeatures): boolean =>
  one.size > 0 && other.size > 0 && intersectionSize(one, other) === 0;

const isOpinion = ({ titleConcepts: inTitle }: ReportFeatures): boolean =>
  inTitle.has('opinion') || inTitle.has('musing');

export const daysApart = (one: ReportFeatures, other: ReportFeatures): number =>
  one.day === undefined || other.day === undefined ? 0 : Math.abs(one.day - other.day);
