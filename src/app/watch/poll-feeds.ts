/** Looks at feeds: fetch → parse → relevance → story → record. */
import type { Alert } from '../../domain/alert.ts';
import type { Feed } from '../../domain/catalog.ts';
import type { NewsItem } from '../../domain/news.ts';
import type { Fetcher, Validators } from '../ports/fetch.ts';
import type { Log } from '../ports/log.ts';
import { type OpenStories, openStories } from '../record/open-story-cache.ts';
import { type NewsContext, readNews } from './process-feed-items.ts';
import { reportLook } from './run-poll.ts';
import { sideBySide } from './run-concurrently.ts';
import { isResting, noteFailure, noteSuccess, noteUnread } from './source-status.ts';

export interface FeedPollContext extends NewsContext {
  fetcher: Fetcher;
  log: Log;
}

/** What one look at a feed came to. */
export interface FeedLook {
  source: string;
  outcome: 'read' | 'not-modified' | 'unreadable' | 'failed' | 'resting';
  detail?: string;
  newItems?: number;
  alerts?: Alert[];
}

/** Looks at each feed once: fetches side by side, reads one after the other so that stories meet. */
export async function pollFeeds(feeds: readonly Feed[], context: FeedPollContext): Promise<FeedLook[]> {
  const fetching = sideBySide(feeds, (feed) => fetchItems(feed, context));
  const stories = openStories(context.store, context.now());
  const looks: FeedLook[] = [];
  for (const [i, feed] of feeds.entries()) {
    const look = async () => {
      const fetched = await fetching[i];
      if (fetched === undefined) throw new Error('a feed was not asked for');
      return fetched.outcome === 'items' ? readItems(feed, fetched, stories, context) : fetched;
    };
    looks.push(await reportLook(feed.url, context.log, look));
  }
  return looks;
}

interface Items {
  outcome: 'items';
  items: NewsItem[];
  leftOut?: number;
  validators?: Validators;
}

async function fetchItems(feed: Feed, { store, fetcher, reader, now }: FeedPollContext): Promise<FeedLook | Items> {
  const source = sourceOf(feed);
  if (await isResting(store, feed.url, now())) return { source: feed.url, outcome: 'resting' };
  const status = await store.sources.get(feed.url);
  const outcome = await fetcher.fetch(feed.url, {
    accept: 'feed',
    validators: status?.problem === undefined ? status?.validators : undefined,
  });
  if (outcome.status === 'not-modified') {
    await noteSuccess(store, source, now());
    return { source: feed.url, outcome: 'not-modified' };
  }
  if (outcome.status === 'failed') {
    await noteFailure(store, source, outcome, now());
    return { source: feed.url, outcome: 'failed', detail: outcome.detail };
  }
  // What was asked for as a feed comes as text.
  const parsed = await reader.readFeed(outcome.body.toString(), feed);
  switch (parsed.status) {
    case 'not-a-feed':
      await noteFailure(store, source, { code: parsed.status, detail: parsed.detail }, now());
      return { source: feed.url, outcome: 'failed', detail: parsed.detail };
    case 'unreadable':
      return noteUnread(store, source, parsed, now());
    case 'ok':
      return { outcome: 'items', items: parsed.items, leftOut: parsed.leftOut, validators: outcome.validators };
  }
}

async function readItems(
  feed: Feed,
  { items, leftOut, validators }: Items,
  stories: OpenStories,
  context: FeedPollContext,
): Promise<FeedLook> {
  const { store, now } = context;
  const { newItems, alerts, unread } = await readNews(feed, items, stories, context);
  if (unread !== undefined) return { ...(await noteUnread(store, sourceOf(feed), unread, now())), newItems, alerts };
  await noteSuccess(store, sourceOf(feed), now(), validators);
  const said = [
    ...(newItems > 0 ? [`${newItems} new, ${alerts.length} to tell`] : []),
    ...(leftOut ? [`${leftOut} older ones of a long feed are not read`] : []),
  ];
  return { source: feed.url, outcome: 'read', detail: said.join('; ') || undefined, newItems, alerts };
}

const sourceOf = ({ url }: Feed) => ({ id: url, kind: 'feed' as const, url });
