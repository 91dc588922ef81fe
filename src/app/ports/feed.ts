/** Reads what a feed lists. `io/feed.ts` does. */
import type { Feed } from '../../domain/catalog.ts';
import type { NewsItem } from '../../domain/news.ts';

export type FeedParseResult =
  | {
      status: 'ok';
      items: NewsItem[];
      /** Older entries of a feed that is longer than what is read of one. */
      omittedCount?: number;
    }
  | { status: 'not-a-feed'; detail: string };
export type ParseFeed = (xml: string, feed: Feed) => Promise<FeedParseResult>;
