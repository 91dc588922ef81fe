/** Reads a news item: which platforms, which topics, what kind, and whether it pings. */
import type { Platform } from '../../domain/catalog.ts';
import type { NewsClassification, NewsItem } from '../../domain/news.ts';
import type { EventKind } from '../../domain/vocabulary.ts';
import { analyzeNews } from './features.ts';
import type { NewsModel } from './news-model.ts';
import { REPORTABLE_CLASSES } from './words/gazetteer.ts';

const TERMS_KINDS: ReadonlySet<EventKind> = new Set(['terms-change', 'policy-change']);

/** @param platforms the catalog's, which are named beside those of the gazetteer. */
export function classifyNewsItem(item: NewsItem, platforms: readonly Platform[], model: NewsModel): NewsClassification {
  const view = analyzeNews(item, platforms);
  const { label, kind, topics, topWords: because } = model.classify(view);
  return {
    label,
    platforms: view.entities.filter((one) => REPORTABLE_CLASSES.has(one.entityClass)).map(({ id }) => id),
    topics,
    kind,
    aboutTerms: TERMS_KINDS.has(kind) || (view.has('terms') && (view.has('changed') || view.has('discovered'))),
    reason: because.map((word) => `“${word}”`).join(', '),
  };
}
