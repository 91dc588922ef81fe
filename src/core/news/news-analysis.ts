/** Analyses a news item for everything that follows: the concepts it mentions and the entities it names. */
import type { NewsItem } from '../../domain/news.ts';
import { createMemoCache } from '../text/memoize.ts';
import { createEntityFinder, type EntityMention, type NamedPlatform } from './find-entities.ts';
import { createTermFinder, type TermHits } from './term-hits.ts';

export interface NewsAnalysis extends TermHits, Pick<NewsItem, 'language' | 'official'> {
  entities: readonly EntityMention[];
}

export type AnalyseNews = (item: NewsItem) => NewsAnalysis;

/** An item is analysed first for its classification, then for its story. */
const MAX_CACHED_ANALYSES = 8;

/** @param platforms the catalog's, found in addition to the gazetteer. */
export function createNewsAnalyser(platforms: readonly NamedPlatform[]): AnalyseNews {
  const findTermHits = createTermFinder();
  const findEntities = createEntityFinder(platforms);
  const cached = createMemoCache<NewsAnalysis>(MAX_CACHED_ANALYSES);
  return (item) => {
    const { title, summary, language, outlet, official, platform } = item;
    return cached(JSON.stringify([title, summary, language, outlet, official, platform]), () => {
      const hits = findTermHits(item);
      const mentionsMusicOrAi = hits.has('music') || hits.has('training') || hits.has('ai');
      return { ...hits, language, official, entities: findEntities(item, hits.fullText, mentionsMusicOrAi) };
    });
  };
}
