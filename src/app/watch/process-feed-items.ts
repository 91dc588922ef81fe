/** Reads what is new in a feed and records it, story by story. Each story is told once, however many outlets carry it. */
import type { ReadItem } from '../../core/news/news-pipeline.ts';
import { storyWith } from '../../core/news/story-index.ts';
import type { Alert } from '../../domain/alert.ts';
import type { Feed } from '../../domain/catalog.ts';
import type { NewsItem } from '../../domain/news.ts';
import { pause } from '../event-loop.ts';
import type { Now } from '../ports/clock.ts';
import type { Reader, Unread } from '../ports/analyser.ts';
import type { Store } from '../ports/store.ts';
import type { OpenStories } from '../record/open-story-cache.ts';
import { recordStory } from '../record/record-document.ts';

/** Older items are history, whenever a feed brings them: they are kept, and ping nobody. */
const NEWS_FOR_DAYS = 7;
/** How long an item is remembered as read. Feeds rarely list items of the year before. */
const SEEN_MEMORY_SECONDS = 400 * 86_400;
/** Read in one go. What was read before a go that fails is recorded, so that a long feed is read to its end all the same. */
const READ_AT_ONCE = 50;

export interface NewsContext {
  store: Store;
  reader: Reader;
  now: Now;
}

export type NewsRead = { newItems: number; alerts: Alert[]; unread?: Unread };

/**
 * Reads the items that were not read before.
 * @param items what the feed lists.
 * @param stories those of this round.
 */
export async function readNews(
  feed: Feed,
  items: readonly NewsItem[],
  stories: OpenStories,
  context: NewsContext,
): Promise<NewsRead> {
  const { store, reader, now } = context;
  // What a feed lists at first sight is history, as the first version of a document is.
  const lookedBefore = (await store.sources.get(feed.url))?.lastGood !== undefined;
  const unseen = await notSeen(feed, oldestFirst(items), store);
  const alerts: Alert[] = [];
  for (let from = 0; from < unseen.length; from += READ_AT_ONCE) {
    const some = unseen.slice(from, from + READ_AT_ONCE);
    const read = await reader.readNews({ items: some, open: await stories.toCompare(), at: now().toISOString() });
    if (read.status === 'unreadable') return { newItems: from, alerts, unread: read };
    for (const one of read.items) {
      const alert = await recordItem(feed, one, lookedBefore, stories, context);
      if (alert) alerts.push(alert);
      await pause();
    }
  }
  return { newItems: unseen.length, alerts };
}

async function notSeen(feed: Feed, items: readonly NewsItem[], store: Store): Promise<NewsItem[]> {
  const unseen: NewsItem[] = [];
  for (const [i, item] of items.entries()) {
    if (!(await store.seenItems.has(seenKey(feed, item)))) unseen.push(item);
    if (i % READ_AT_ONCE === 0) await pause();
  }
  return unseen;
}

const seenKey = (feed: Feed, item: NewsItem): string => `${feed.url} ${item.id}`;

/** The story first, then that the item was read: a crash in between reads it again, into the same story. */
async function recordItem(
  feed: Feed,
  { item, reading, storyId }: ReadItem,
  lookedBefore: boolean,
  stories: OpenStories,
  { store, now }: NewsContext,
): Promise<Alert | undefined> {
  const at = now();
  let alert: Alert | undefined;
  if (storyId !== undefined) {
    const story = storyWith(await stories.get(storyId), storyId, item, reading, at.toISOString());
    // What another item made of the story is told by that item, or was too old to be told.
    const tell = lookedBefore && isFresh(item, at) && reading.label === story.label;
    alert = await recordStory(store, story, tell, at.toISOString());
    await stories.keep(story);
  }
  await store.seenItems.put(seenKey(feed, item), { at: at.toISOString(), storyId }, SEEN_MEMORY_SECONDS);
  return alert;
}

function isFresh(item: NewsItem, now: Date): boolean {
  return item.date === undefined || item.date >= new Date(now.getTime() - NEWS_FOR_DAYS * 86_400_000).toISOString();
}

function oldestFirst(items: readonly NewsItem[]): NewsItem[] {
  return items.toSorted((a, b) => ((a.date ?? '') < (b.date ?? '') ? -1 : 1));
}
