/** Where a fact comes from, as the names of its sites. */
import type { Span } from './answer.ts';

/** The first few sources as links after a line; the rest would drown it. */
export function sourceLinks(urls: readonly string[], most = 3): Span[] {
  return urls.slice(0, most).flatMap((url, i) => [i === 0 ? ' Sources: ' : ', ', { link: hostOf(url), url }]);
}

export const hostOf = (url: string): string => URL.parse(url)?.hostname.replace(/^www\./, '') ?? url;
