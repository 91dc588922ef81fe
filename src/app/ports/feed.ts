/** Parses a feed; `io/feed` implements it. */
import type { Feed } from '../../domain/catalog.ts';
import type { NewsItem } from '../../domain/news.ts';

export type FeedParseResult =
  | {
      status: 'ok';
      items: NewsItem[];
      /** Older items beyond the maximum that is read of a feed. */
      omittedCount?: number;
    }
  | { status: 'not-a-feed'; detail: string };
export type ParseFeed = (xml: string, feed: Feed) => Promise<FeedParseResult>;
