/** Polls feeds: fetch → parse → classify → record. */
import type { Alert } from '../../domain/alert.ts';
import type { Feed } from '../../domain/catalog.ts';
import type { NewsItem } from '../../domain/news.ts';
import type { Validators } from '../ports/fetch.ts';
import { createOpenStoryCache, type OpenStoryCache } from '../record/open-story-cache.ts';
import { processFeedItems } from './process-feed-items.ts';
import { type PollContext, runConcurrently, runPoll } from './run-polls.ts';
import {
  isBackingOff,
  loadPolledSource,
  type PolledSource,
  recordPollFailure,
  recordPollSuccess,
  recordUnreadable,
  usableValidators,
} from './source-status.ts';

export type FeedPollContext = Omit<PollContext, 'confirmAfterSeconds'>;

export interface FeedPollResult {
  source: string;
  outcome: 'read' | 'not-modified' | 'unreadable' | 'failed' | 'resting';
  detail?: string;
  newItems?: number;
  alerts?: Alert[];
}

/** Polls each feed once: fetches concurrently, and records one feed after the other, so that their items join the same stories. */
export async function pollFeeds(feeds: readonly Feed[], context: FeedPollContext): Promise<FeedPollResult[]> {
  const fetches = runConcurrently(feeds, (feed) => fetchItems(feed, context));
  const stories = createOpenStoryCache(context.store, context.now());
  const results: FeedPollResult[] = [];
  for (const [i, feed] of feeds.entries()) {
    const poll = async () => {
      const fetched = await fetches[i];
      if (fetched === undefined) throw new Error('the feed was not fetched');
      return fetched.outcome === 'items' ? recordItems(feed, fetched, stories, context) : fetched;
    };
    results.push(await runPoll(feed.url, context.log, poll));
  }
  return results;
}

interface FetchedItems {
  outcome: 'items';
  source: PolledSource;
  items: NewsItem[];
  omittedCount?: number;
  validators?: Validators;
}

async function fetchItems(
  feed: Feed,
  { store, fetcher, analyser, now }: FeedPollContext,
): Promise<FeedPollResult | FetchedItems> {
  const source = await loadPolledSource(store, { id: feed.url, kind: 'feed', url: feed.url });
  if (isBackingOff(source, now())) return { source: feed.url, outcome: 'resting' };
  const outcome = await fetcher.fetch(feed.url, { accept: 'feed', validators: usableValidators(source) });
  if (outcome.status === 'not-modified') {
    await recordPollSuccess(store, source, now());
    return { source: feed.url, outcome: 'not-modified' };
  }
  if (outcome.status === 'failed') return recordPollFailure(store, source, outcome, now());
  const { validators } = outcome;
  // Only pages come as bytes; a feed comes as text.
  const parsed = await analyser.parseFeed(outcome.body.toString(), feed);
  switch (parsed.status) {
    case 'not-a-feed':
      return recordPollFailure(store, source, { code: parsed.status, detail: parsed.detail }, now());
    case 'unreadable':
      return recordUnreadable(store, source, parsed, now());
    case 'ok':
      return { outcome: 'items', source, items: parsed.items, omittedCount: parsed.omittedCount, validators };
  }
}

async function recordItems(
  feed: Feed,
  { source, items, omittedCount, validators }: FetchedItems,
  stories: OpenStoryCache,
  context: FeedPollContext,
): Promise<FeedPollResult> {
  const { store, now } = context;
  // What a feed lists at its first poll is history, as the first version of a document is.
  const hasBeenPolled = source.lastStatus?.lastGood !== undefined;
  const { newItems, alerts, unreadable } = await processFeedItems(feed, items, { hasBeenPolled, stories }, context);
  if (unreadable !== undefined)
    return { ...(await recordUnreadable(store, source, unreadable, now())), newItems, alerts };
  await recordPollSuccess(store, source, now(), validators);
  const details = [
    ...(newItems > 0 ? [`${newItems} new, ${alerts.length} alerted`] : []),
    ...(omittedCount ? [`${omittedCount} older items skipped`] : []),
  ];
  return { source: feed.url, outcome: 'read', detail: details.join('; ') || undefined, newItems, alerts };
}
