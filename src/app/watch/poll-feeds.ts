/** Looks at feeds: fetch → parse → relevance → story → record. Each story is told once, however many outlets carry it. */
import { readNewsItem } from '../../core/news/relevance.ts';
import { assignStory } from '../../core/news/stories.ts';
import type { Alert, Feed, NewsItem, NewsReading, Platform, Story } from '../../domain.ts';
import type { Now } from '../ports/clock.ts';
import type { ParseFeed } from '../ports/feed.ts';
import type { Fetcher, Validators } from '../ports/fetch.ts';
import type { Log } from '../ports/log.ts';
import type { Store } from '../ports/store.ts';
import { recordStory } from './record.ts';
import { isResting, noteFailure, noteSuccess } from './source-status.ts';

/** Older items are history, whenever a feed brings them: they are kept, and ping nobody. */
const NEWS_FOR_DAYS = 7;
/** Stories that a new item may still join. */
const STORIES_OPEN_FOR_DAYS = 21;
/** How long an item is remembered as read. Feeds rarely list items of the year before. */
const SEEN_MEMORY_SECONDS = 400 * 86_400;

export interface FeedPollContext {
  store: Store;
  fetcher: Fetcher;
  parseFeed: ParseFeed;
  platforms: readonly Platform[];
  log: Log;
  now: Now;
}

/** What one look at a feed came to. */
export interface FeedLook {
  source: string;
  outcome: 'read' | 'not-modified' | 'failed' | 'resting';
  detail?: string;
  newItems?: number;
  alerts?: Alert[];
}

/** Looks at each feed once: fetches side by side, reads one after the other so that stories meet. */
export async function pollFeeds(feeds: readonly Feed[], context: FeedPollContext): Promise<FeedLook[]> {
  const fetched = feeds.map((feed) => fetchItems(feed, context));
  const looks: FeedLook[] = [];
  for (const [i, feed] of feeds.entries()) looks.push(await readAndReport(feed, fetched[i], context));
  return looks;
}

type Fetched = FeedLook | { outcome: 'items'; items: NewsItem[]; validators?: Validators };

async function readAndReport(
  feed: Feed,
  fetching: Promise<Fetched> | undefined,
  context: FeedPollContext,
): Promise<FeedLook> {
  try {
    const fetched = await fetching;
    const look = fetched?.outcome === 'items' ? await readItems(feed, fetched, context) : fetched;
    if (look === undefined) return { source: feed.url, outcome: 'failed', detail: 'not fetched' };
    context.log[look.outcome === 'failed' ? 'warn' : 'info'](
      `${feed.url}: ${look.outcome}${look.detail ? `, ${look.detail}` : ''}`,
    );
    return look;
  } catch (error) {
    context.log.error(`${feed.url}: the look failed`, { err: error });
    return { source: feed.url, outcome: 'failed', detail: error instanceof Error ? error.message : String(error) };
  }
}

async function fetchItems(feed: Feed, { store, fetcher, parseFeed, now }: FeedPollContext): Promise<Fetched> {
  const source = { id: feed.url, kind: 'feed' as const, url: feed.url };
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
  const parsed = await parseFeed(outcome.body.toString(), feed);
  if (parsed.status === 'not-a-feed') {
    await noteFailure(store, source, { code: parsed.status, detail: parsed.detail }, now());
    return { source: feed.url, outcome: 'failed', detail: parsed.detail };
  }
  return { outcome: 'items', items: parsed.items, validators: outcome.validators };
}

async function readItems(
  feed: Feed,
  { items, validators }: Extract<Fetched, { outcome: 'items' }>,
  context: FeedPollContext,
): Promise<FeedLook> {
  const { store, now } = context;
  const lookedBefore = (await store.sources.get(feed.url))?.lastGood !== undefined;
  const alerts: Alert[] = [];
  let newItems = 0;
  for (const item of oldestFirst(items)) {
    const key = `${feed.url} ${item.id}`;
    if (await store.seenItems.has(key)) continue;
    newItems++;
    const reading = readNewsItem(item, context.platforms);
    // What a feed lists at first sight is history, as the first version of a document is.
    const tell = lookedBefore && isFresh(item, now());
    const { storyId, alert } = await readItem(item, reading, tell, context);
    if (alert) alerts.push(alert);
    await store.seenItems.put(key, { at: now().toISOString(), storyId }, SEEN_MEMORY_SECONDS);
  }
  await noteSuccess(store, { id: feed.url, kind: 'feed', url: feed.url }, now(), validators);
  const detail = newItems > 0 ? `${newItems} new, ${alerts.length} to tell` : undefined;
  return { source: feed.url, outcome: 'read', detail, newItems, alerts };
}

async function readItem(
  item: NewsItem,
  reading: NewsReading,
  tell: boolean,
  { store, now }: FeedPollContext,
): Promise<{ storyId?: string; alert?: Alert }> {
  if (reading.label === 'ignore') return {};
  const at = now();
  const recent = await openStories(store, at);
  const { storyId } = assignStory(item, reading, recent);
  const known = recent.find((story) => story.id === storyId);
  const story = known ? joined(known, item, reading) : begun(storyId, item, reading, at);
  // What another item made of the story is told by that item, or was too old to be told.
  const alert = await recordStory(store, story, tell && reading.label === story.label, at.toISOString());
  return { storyId, alert };
}

function begun(id: string, item: NewsItem, { label, platforms, topics, kind }: NewsReading, at: Date): Story {
  return {
    id,
    platforms,
    topics,
    kind,
    label: label === 'alert' ? 'alert' : 'digest',
    firstSeen: item.date ?? at.toISOString(),
    items: [item],
  };
}

function joined(story: Story, item: NewsItem, reading: NewsReading): Story {
  if (story.items.some((one) => one.link === item.link && one.title === item.title)) return story;
  return {
    ...story,
    label: reading.label === 'alert' ? 'alert' : story.label,
    platforms: [...new Set([...story.platforms, ...reading.platforms])],
    topics: [...new Set([...story.topics, ...reading.topics])],
    items: [...story.items, item],
  };
}

function openStories(store: Store, now: Date): Promise<Story[]> {
  return store.stories.newest({ since: daysBefore(now, STORIES_OPEN_FOR_DAYS) });
}

function isFresh(item: NewsItem, now: Date): boolean {
  return item.date === undefined || item.date >= daysBefore(now, NEWS_FOR_DAYS);
}

function oldestFirst(items: readonly NewsItem[]): NewsItem[] {
  return [...items].sort((a, b) => ((a.date ?? '') < (b.date ?? '') ? -1 : 1));
}

const daysBefore = (now: Date, days: number): string => new Date(now.getTime() - days * 86_400_000).toISOString();
