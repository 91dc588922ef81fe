/** What a report of an event is known by, so that it can be held against others: whom it names, what happens, its rarer words, numbers and day. */
import type { Platform } from '../../domain/catalog.ts';
import type { NewsItem } from '../../domain/news.ts';
import { hashFeature } from '../reader/clause-features.ts';
import { createMemoCache } from '../text/memoize.ts';
import { analyzeNews, type NewsAnalysis } from './features.ts';
import { foldForSearch } from './phrase-search.ts';
import { CONCEPT_NAMES, type ConceptName } from './term-hits.ts';

export interface ReportFeatures {
  /** Days since 1970; absent where the item does not say. */
  day?: number;
  language: string;
  /** Ids of all that it names. */
  entities: ReadonlySet<string>;
  /** What its title, and what the whole, speaks of. */
  titleConcepts: ReadonlySet<ConceptName>;
  concepts: ReadonlySet<ConceptName>;
  /** Beginnings of words, and pairs of characters in scripts without spaces; how much each tells. */
  stems: IdfVector;
  /** Words with a capital inside a sentence, as they are in every language. */
  capitalizedWords: IdfVector;
  numbers: ReadonlySet<string>;
  /** Four letters in a row of the title, by hash. */
  titleNgrams: ReadonlySet<number>;
}

/** Words, each with the square of its rarity, and the sum of those. */
export interface IdfVector {
  squaredIdf: ReadonlyMap<string, number>;
  squaredNorm: number;
}

/** How much a word tells: the rarer the more. */
export type TermIdf = (word: string) => number;

/** As many as all stories that may be open are compared by (`app/record/open-story-cache.ts`, `stories.ts`). */
const MAX_CACHED_REPORTS = 10_000;

/** Reads reports, and keeps the last ones: an item is held against many stories, and a story against many items. */
export function createReportExtractor(
  platforms: readonly Platform[],
  rarity: TermIdf,
): (item: NewsItem) => ReportFeatures {
  const cached = createMemoCache<ReportFeatures>(MAX_CACHED_REPORTS);
  const byItem = new WeakMap<NewsItem, ReportFeatures>();
  return (item) => {
    const { language, title, summary, date, outlet, official, platform } = item;
    // Stories come from the store again and again as other objects; their items were read before.
    const report =
      byItem.get(item) ??
      cached(JSON.stringify([language, title, summary, date, outlet, official, platform]), () =>
        extractReportFeatures(analyzeNews(item, platforms), rarity),
      );
    byItem.set(item, report);
    return report;
  };
}

/** These stand in every report about AI and music and tell none from another. */
const UBIQUITOUS_CONCEPTS: ReadonlySet<ConceptName> = new Set<ConceptName>([
  'ai',
  'machine',
  'music',
  'notAi',
  'changed',
  'otherTrade',
  'business',
  'hardlyMusic',
]);

export function extractReportFeatures(view: NewsAnalysis, rarity: TermIdf): ReportFeatures {
  const { item, entities } = view;
  const time = item.date === undefined ? Number.NaN : Date.parse(item.date);
  const names = CONCEPT_NAMES.filter((name) => !UBIQUITOUS_CONCEPTS.has(name));
  return {
    ...(Number.isNaN(time) ? {} : { day: Math.floor(time / 86_400_000) }),
    language: item.language.slice(0, 2).toLowerCase(),
    entities: new Set(entities.map(({ id }) => id)),
    titleConcepts: new Set(names.filter((name) => view.titleHas(name))),
    concepts: new Set(names.filter((name) => view.has(name))),
    stems: idfVector(stemsOf(view), rarity),
    capitalizedWords: idfVector(capitalizedWordsOf(view), rarity),
    numbers: numbersOf(view),
    titleNgrams: titleNgramsOf(view),
  };
}

function idfVector(stems: ReadonlySet<string>, rarity: TermIdf): IdfVector {
  const rarities = new Map([...stems].map((word) => [word, rarity(word) ** 2]));
  return { squaredIdf: rarities, squaredNorm: [...rarities.values()].reduce((total, one) => total + one, 0) };
}

/** The same beginning makes kindred languages meet. */
const STEM_LENGTH = 6;

function stemsOf({ fullText: search, entities }: NewsAnalysis): Set<string> {
  const known = new Set(
    entities.flatMap(({ spellings: written }) => written.flatMap((one) => foldForSearch(one).match(/\p{L}+/gu) ?? [])),
  );
  const spaced = search.folded.match(/(?:\p{Script=Latin}|\p{Script=Cyrillic}|\p{Script=Greek}){4,30}/gu) ?? [];
  const runs = search.folded.match(/[\p{Script=Han}\p{Script=Katakana}\p{Script=Hangul}ー]{2,30}/gu) ?? [];
  return new Set([
    ...spaced.filter((word) => !known.has(word)).map((word) => word.slice(0, STEM_LENGTH)),
    ...runs.flatMap((run) => Array.from({ length: run.length - 1 }, (_, at) => run.slice(at, at + 2))),
  ]);
}

function capitalizedWordsOf({ fullText: search }: NewsAnalysis): Set<string> {
  const found = search.text.match(/(?<=[\p{Ll}\p{N},;:«„“"'’(] ?)\p{Lu}[\p{L}\p{N}]{2,30}/gu) ?? [];
  return new Set(found.map(foldForSearch));
}

/** Small numbers and years stand everywhere. */
function numbersOf({ fullText: search }: NewsAnalysis): Set<string> {
  const found = search.text.match(/\d{1,3}(?:[.,\u00a0\u202f ]\d{3}){1,3}(?!\d)|\d{1,9}(?:[.,]\d{1,2})?/g) ?? [];
  const plain = found.map((number) => number.replace(/[.,\u00a0\u202f ](?=\d{3})/g, '').replace(',', '.'));
  return new Set(plain.filter((number) => Number(number) > 10 && !/^20[123]\d$/.test(number)));
}

const NGRAM_LENGTH = 4;

function titleNgramsOf({ title }: NewsAnalysis): Set<number> {
  const letters = title.folded.replace(/[^\p{L}\p{N}]+/gu, ' ').slice(0, 300);
  return new Set(
    Array.from({ length: Math.max(0, letters.length - NGRAM_LENGTH + 1) }, (_, at) =>
      hashFeature('p', letters.slice(at, at + NGRAM_LENGTH)),
    ),
  );
}
