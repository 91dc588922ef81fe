/** Looks at feeds: fetch → parse → relevance → story → record. */
import type { Alert } from '../../domain/alert.ts';
import type { Feed } from '../../domain/catalog.ts';
import type { NewsItem } from '../../domain/news.ts';
import type { Fetcher, Validators } from '../ports/fetch.ts';
import type { Log } from '../ports/log.ts';
import { createOpenStoryCache, type OpenStoryCache } from '../record/open-story-cache.ts';
import { type FeedItemsContext, processFeedItems } from './process-feed-items.ts';
import { runConcurrently } from './run-concurrently.ts';
import { runPoll } from './run-poll.ts';
import { isBackingOff, recordPollFailure, recordPollSuccess, recordUnreadable } from './source-status.ts';

export interface FeedPollContext extends FeedItemsContext {
  fetcher: Fetcher;
  log: Log;
}

/** What one look at a feed came to. */
export interface FeedPollResult {
  source: string;
  outcome: 'read' | 'not-modified' | 'unreadable' | 'failed' | 'resting';
  detail?: string;
  newItems?: number;
  alerts?: Alert[];
}

/** Looks at each feed once: fetches side by side, reads one after the other so that stories meet. */
export async function pollFeeds(feeds: readonly Feed[], context: FeedPollContext): Promise<FeedPollResult[]> {
  const fetching = runConcurrently(feeds, (feed) => fetchItems(feed, context));
  const stories = createOpenStoryCache(context.store, context.now());
  const results: FeedPollResult[] = [];
  for (const [i, feed] of feeds.entries()) {
    const look = async () => {
      const fetched = await fetching[i];
      if (fetched === undefined) throw new Error('a feed was not asked for');
      return fetched.outcome === 'items' ? processItems(feed, fetched, stories, context) : fetched;
    };
    results.push(await runPoll(feed.url, context.log, look));
  }
  return results;
}

interface FetchedItems {
  outcome: 'items';
  items: NewsItem[];
  omittedCount?: number;
  validators?: Validators;
}

async function fetchItems(
  feed: Feed,
  { store, fetcher, reader, now }: FeedPollContext,
): Promise<FeedPollResult | FetchedItems> {
  const source = sourceOf(feed);
  if (await isBackingOff(store, feed.url, now())) return { source: feed.url, outcome: 'resting' };
  const status = await store.sources.get(feed.url);
  const outcome = await fetcher.fetch(feed.url, {
    accept: 'feed',
    validators: status?.problem === undefined ? status?.validators : undefined,
  });
  if (outcome.status === 'not-modified') {
    await recordPollSuccess(store, source, now());
    return { source: feed.url, outcome: 'not-modified' };
  }
  if (outcome.status === 'failed') {
    await recordPollFailure(store, source, outcome, now());
    return { source: feed.url, outcome: 'failed', detail: outcome.detail };
  }
  // What was asked for as a feed comes as text.
  const parsed = await reader.parseFeed(outcome.body.toString(), feed);
  switch (parsed.status) {
    case 'not-a-feed':
      await recordPollFailure(store, source, { code: parsed.status, detail: parsed.detail }, now());
      return { source: feed.url, outcome: 'failed', detail: parsed.detail };
    case 'unreadable':
      return recordUnreadable(store, source, parsed, now());
    case 'ok':
      return {
        outcome: 'items',
        items: parsed.items,
        omittedCount: parsed.omittedCount,
        validators: outcome.validators,
      };
  }
}

async function processItems(
  feed: Feed,
  { items, omittedCount: skippedItems, validators }: FetchedItems,
  stories: OpenStoryCache,
  context: FeedPollContext,
): Promise<FeedPollResult> {
  const { store, now } = context;
  const { newItems, alerts, unreadable: unread } = await processFeedItems(feed, items, stories, context);
  if (unread !== undefined)
    return { ...(await recordUnreadable(store, sourceOf(feed), unread, now())), newItems, alerts };
  await recordPollSuccess(store, sourceOf(feed), now(), validators);
  const said = [
    ...(newItems > 0 ? [`${newItems} new, ${alerts.length} to tell`] : []),
    ...(skippedItems ? [`${skippedItems} older ones of a long feed are not read`] : []),
  ];
  return { source: feed.url, outcome: 'read', detail: said.join('; ') || undefined, newItems, alerts };
}

const sourceOf = ({ url }: Feed) => ({ id: url, kind: 'feed' as const, url });
