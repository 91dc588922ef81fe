/** How likely two reports are of one event, whatever their languages: a small regression over what they have in common. */
import { hashOf } from '../reader/clause-features.ts';
import { type Logistic, logOddsOf } from '../reader/logistic.ts';
import type { Rarity, Report, Telling } from './report-features.ts';

/** What has learnt it (`training/news/stories.ts`). */
export interface SameEventModel {
  /** Over the numbers of a pair. */
  regression: Logistic;
  /** At this mean of log-odds a report joins a story. */
  bound: number;
  /** How many titles were counted, and in how many of them words of a bucket stand: their logarithm to the base of 2, times 16. */
  titles: number;
  commonness: Uint8Array;
}

/** After so many days the same words tell of another event. */
export const FADES_AFTER_DAYS = 10;

/** What is in common, by name; the order is that of the regression's weights. */
export const PAIR_NUMBERS = [
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

/** @returns the numbers of a pair, in the order of `PAIR_NUMBERS`. */
export function pairNumbers(one: Report, other: Report): number[] {
  const both = count(one.entities, other.entities);
  const all = one.entities.size + other.entities.size - both;
  const [concepts, titles] = [cosine(one.concepts, other.concepts), cosine(one.inTitle, other.inTitle)];
  const rare = rareInCommon(one.words, other.words);
  const sameLanguage = one.language === other.language ? 1 : 0;
  const numbers = Math.min(2, count(one.numbers, other.numbers));
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
    cosine(one.parts, other.parts),
    rareInCommon(one.names, other.names),
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
export function likenessOf(report: Report, story: readonly Report[], model: SameEventModel): number {
  const near = story.filter((other) => daysApart(report, other) <= FADES_AFTER_DAYS);
  if (near.every((other) => areApart(report, other))) return Number.NEGATIVE_INFINITY;
  const each = near.map((other) => logOddsOf(model.regression, pairNumbers(report, other)));
  return each.reduce((sum, value) => sum + value, 0) / each.length;
}

/** Words shown of what two reports share. */
const SHOWN = 4;

/** What two reports have in common, in one line for a human: names, rare words by their beginnings, numbers, days between. */
export function inCommon(one: Report, other: Report): string {
  const rare = [...one.words.rarities]
    .filter(([word]) => other.words.rarities.has(word))
    .sort(([, a], [, b]) => b - a)
    .slice(0, SHOWN)
    .map(([word]) => `“${word}”`);
  const days = Math.round(daysApart(one, other));
  return [
    ...named('both name', shared(one.entities, other.entities)),
    ...named('rare words', rare),
    ...named('numbers', shared(one.numbers, other.numbers)),
    days === 0 ? 'same day' : `${days} ${days === 1 ? 'day' : 'days'} apart`,
  ].join('; ');
}

const named = (what: string, which: readonly string[]): string[] =>
  which.length === 0 ? [] : [`${what} ${which.slice(0, SHOWN).join(', ')}`];

const shared = (one: ReadonlySet<string>, other: ReadonlySet<string>): string[] =>
  [...one].filter((thing) => other.has(thing));

export const COMMONNESS_BUCKETS = 1 << 14;
export const bucketOf = (word: string): number => hashOf('d', word) % COMMONNESS_BUCKETS;

/** How much a word tells: the rarer the more. */
export const rarityOf =
  ({ titles, commonness }: Pick<SameEventModel, 'titles' | 'commonness'>): Rarity =>
  (word) =>
    Math.max(0, Math.log2(1 + titles) - (commonness[bucketOf(word)] ?? 0) / 16);

/** The cosine of two sets of words, each counted by how rare it is. */
function rareInCommon(one: Telling, other: Telling): number {
  let shared = 0;
  const [few, many] = one.rarities.size < other.rarities.size ? [one, other] : [other, one];
  for (const [word, rarity] of few.rarities) if (many.rarities.has(word)) shared += rarity;
  return shared === 0 ? 0 : shared / Math.sqrt(one.sum * other.sum);
}

function cosine<Thing>(one: ReadonlySet<Thing>, other: ReadonlySet<Thing>): number {
  return one.size === 0 || other.size === 0 ? 0 : count(one, other) / Math.sqrt(one.size * other.size);
}

function count<Thing>(one: ReadonlySet<Thing>, other: ReadonlySet<Thing>): number {
  let both = 0;
  for (const thing of one) if (other.has(thing)) both++;
  return both;
}

/** Whoever else does the same does something else, and an opinion is a story of its own. */
export const areApart = (one: Report, other: Report): boolean =>
  nameOthers(one, other) || isOpinion(one) !== isOpinion(other);

const nameOthers = ({ entities: one }: Report, { entities: other }: Report): boolean =>
  one.size > 0 && other.size > 0 && count(one, other) === 0;

const isOpinion = ({ inTitle }: Report): boolean => inTitle.has('opinion') || inTitle.has('musing');

export const daysApart = (one: Report, other: Report): number =>
  one.day === undefined || other.day === undefined ? 0 : Math.abs(one.day - other.day);
