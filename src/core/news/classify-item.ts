/** Reads a news item: which platforms, which topics, what kind, and whether it pings. */
import type { Platform } from '../../domain/catalog.ts';
import type { NewsItem, NewsReading } from '../../domain/news.ts';
import type { EventKind } from '../../domain/vocabulary.ts';
import { inView } from './features.ts';
import type { NewsModel } from './news-model.ts';
import { NAMED_CLASSES } from './words/gazetteer.ts';

const ABOUT_TERMS: ReadonlySet<EventKind> = new Set(['terms-change', 'policy-change']);

/** @param platforms the catalog's, which are named beside those of the gazetteer. */
export function readNewsItem(item: NewsItem, platforms: readonly Platform[], model: NewsModel): NewsReading {
  const view = inView(item, platforms);
  const { label, kind, topics, because } = model.read(view);
  return {
    label,
    platforms: view.entities.filter((one) => NAMED_CLASSES.has(one.class)).map(({ id }) => id),
    topics,
    kind,
    aboutTerms: ABOUT_TERMS.has(kind) || (view.has('terms') && (view.has('changed') || view.has('discovered'))),
    reason: because.map((word) => `“${word}”`).join(', '),
  };
}
