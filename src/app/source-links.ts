/** Where a fact comes from, as the names of its sites. */
import type { Span } from './answer.ts';
import type { Say } from './say.ts';

/** The first few sources as links after a line; the rest would drown it. */
export function sourceLinks(urls: readonly string[], say: Say, most = 3): Span[] {
  if (urls.length === 0) return [];
  return [` ${say.text('sources')} `, ...separated(urls.slice(0, most).map((url) => ({ link: hostOf(url), url })))];
}

const hostOf = (url: string): string => URL.parse(url)?.hostname.replace(/^www\./, '') ?? url;

const separated = (spans: Span[]): Span[] => spans.flatMap((span, i) => (i === 0 ? [span] : [', ', span]));
