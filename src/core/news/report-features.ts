/** Extracts the features by which a report is compared with others: whom it names, what happens, rare words, numbers, day. */
import type { NewsItem } from '../../domain/news.ts';
import type { Instant } from '../../domain/vocabulary.ts';
import { DAY_MS } from '../instants.ts';
import { hashFeature } from '../ml/feature-hashing.ts';
import { createMemoCache } from '../text/memoize.ts';
import type { AnalyseNews, NewsAnalysis } from './news-analysis.ts';
import { foldForSearch } from './phrase-search.ts';
import { CONCEPT_NAMES, type ConceptName } from './term-hits.ts';

export interface ReportFeatures {
  /** Days since 1970; absent for undated items. */
  day?: number;
  language: string;
  /** Ids of everything that it names. */
  entities: ReadonlySet<string>;
  titleConcepts: ReadonlySet<ConceptName>;
  concepts: ReadonlySet<ConceptName>;
  /** Stems of words, and character bigrams in scripts without spaces. */
  stems: IdfVector;
  /** Words capitalised within a sentence: names in any language. */
  capitalizedWords: IdfVector;
  numbers: ReadonlySet<string>;
  /** Hashed character n-grams of the title. */
  titleNgrams: ReadonlySet<number>;
}

/** Words with their squared inverse document frequency, and the sum of those. */
export interface IdfVector {
  squaredIdf: ReadonlyMap<string, number>;
  squaredNorm: number;
}

/** Inverse document frequency of a word. */
export type TermIdf = (word: string) => number;

/** Enough for every report of the stories that may be open (`app/record/open-story-cache.ts`, `story.ts`). */
const MAX_CACHED_REPORTS = 10_000;

/** The last reports are cached: open stories come from the store again and again. */
export function createReportExtractor(analyse: AnalyseNews, idf: TermIdf): (item: NewsItem) => ReportFeatures {
  const cached = createMemoCache<ReportFeatures>(MAX_CACHED_REPORTS);
  return (item) => {
    const { language, title, summary, date, outlet, official, platform } = item;
    return cached(JSON.stringify([language, title, summary, date, outlet, official, platform]), () =>
      extractReportFeatures(analyse(item), date, idf),
    );
  };
}

/** Concepts of nearly every report about AI and music; they distinguish none. */
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

export function extractReportFeatures(analysis: NewsAnalysis, date: Instant | undefined, idf: TermIdf): ReportFeatures {
  const { language, entities } = analysis;
  const time = date === undefined ? Number.NaN : Date.parse(date);
  const concepts = CONCEPT_NAMES.filter((concept) => !UBIQUITOUS_CONCEPTS.has(concept));
  return {
    ...(Number.isNaN(time) ? {} : { day: Math.floor(time / DAY_MS) }),
    language: language.slice(0, 2).toLowerCase(),
    entities: new Set(entities.map(({ id }) => id)),
    titleConcepts: new Set(concepts.filter(analysis.titleHas)),
    concepts: new Set(concepts.filter(analysis.has)),
    stems: toIdfVector(stemsOf(analysis), idf),
    capitalizedWords: toIdfVector(capitalizedWordsOf(analysis), idf),
    numbers: numbersOf(analysis),
    titleNgrams: titleNgramsOf(analysis),
  };
}

function toIdfVector(words: ReadonlySet<string>, idf: TermIdf): IdfVector {
  const squaredIdf = new Map([...words].map((word) => [word, idf(word) ** 2]));
  return { squaredIdf, squaredNorm: [...squaredIdf.values()].reduce((total, value) => total + value, 0) };
}

/** Short enough that related languages share stems. */
const STEM_LENGTH = 6;

function stemsOf({ fullText, entities }: NewsAnalysis): Set<string> {
  const namedWords = new Set(
    entities.flatMap(({ spellings }) => spellings.flatMap((name) => foldForSearch(name).match(/\p{L}+/gu) ?? [])),
  );
  const spaced = fullText.folded.match(/(?:\p{Script=Latin}|\p{Script=Cyrillic}|\p{Script=Greek}){4,30}/gu) ?? [];
  const runs = fullText.folded.match(/[\p{Script=Han}\p{Script=Katakana}\p{Script=Hangul}ー]{2,30}/gu) ?? [];
  return new Set([
    ...spaced.filter((word) => !namedWords.has(word)).map((word) => word.slice(0, STEM_LENGTH)),
    ...runs.flatMap((run) => Array.from({ length: run.length - 1 }, (_, i) => run.slice(i, i + 2))),
  ]);
}

function capitalizedWordsOf({ fullText }: NewsAnalysis): Set<string> {
  const found = fullText.text.match(/(?<=[\p{Ll}\p{N},;:«„“"'’(] ?)\p{Lu}[\p{L}\p{N}]{2,30}/gu) ?? [];
  return new Set(found.map(foldForSearch));
}

/** Without small numbers and years, which are everywhere. */
function numbersOf({ fullText }: NewsAnalysis): Set<string> {
  const found = fullText.text.match(/\d{1,3}(?:[.,\u00a0\u202f ]\d{3}){1,3}(?!\d)|\d{1,9}(?:[.,]\d{1,2})?/g) ?? [];
  const plain = found.map((number) => number.replace(/[.,\u00a0\u202f ](?=\d{3})/g, '').replace(',', '.'));
  return new Set(plain.filter((number) => Number(number) > 10 && !/^20[123]\d$/.test(number)));
}

const NGRAM_LENGTH = 4;

function titleNgramsOf({ title }: NewsAnalysis): Set<number> {
  const letters = title.folded.replace(/[^\p{L}\p{N}]+/gu, ' ').slice(0, 300);
  return new Set(
    Array.from({ length: Math.max(0, letters.length - NGRAM_LENGTH + 1) }, (_, i) =>
      hashFeature('p', letters.slice(i, i + NGRAM_LENGTH)),
    ),
  );
}
