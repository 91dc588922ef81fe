/** Reads what is new in a feed and records it, story by story. Each story is told once, however many outlets carry it. */
import type { ProcessedItem } from '../../core/news/news-pipeline.ts';
import { addToStory } from '../../core/news/story-index.ts';
import type { Alert } from '../../domain/alert.ts';
import type { Feed } from '../../domain/catalog.ts';
import type { NewsItem } from '../../domain/news.ts';
import { yieldToEventLoop } from '../event-loop.ts';
import type { Analyser, UnreadableSource } from '../ports/analyser.ts';
import type { Now } from '../ports/clock.ts';
import type { Store } from '../ports/store.ts';
import type { OpenStoryCache } from '../record/open-story-cache.ts';
import { recordStory } from '../record/record-document.ts';

/** Older items are history, whenever a feed brings them: they are kept, and ping nobody. */
const MAX_ALERT_AGE_DAYS = 7;
/** How long an item is remembered as read. Feeds rarely list items of the year before. */
const SEEN_ITEM_TTL_SECONDS = 400 * 86_400;
/** Read in one go. What was read before a go that fails is recorded, so that a long feed is read to its end all the same. */
const BATCH_SIZE = 50;

export interface FeedItemsContext {
  store: Store;
  reader: Analyser;
  now: Now;
}

export type FeedItemsResult = { newItems: number; alerts: Alert[]; unreadable?: UnreadableSource };

/**
 * Reads the items that were not read before.
 * @param items what the feed lists.
 * @param stories those of this round.
 */
export async function processFeedItems(
  feed: Feed,
  items: readonly NewsItem[],
  stories: OpenStoryCache,
  context: FeedItemsContext,
): Promise<FeedItemsResult> {
  const { store, reader, now } = context;
  // What a feed lists at first sight is history, as the first version of a document is.
  const lookedBefore = (await store.sources.get(feed.url))?.lastGood !== undefined;
  const unseen = await filterUnseen(feed, oldestFirst(items), store);
  const alerts: Alert[] = [];
  for (let from = 0; from < unseen.length; from += BATCH_SIZE) {
    const some = unseen.slice(from, from + BATCH_SIZE);
    const read = await reader.classifyNews({
      items: some,
      open: await stories.listForMatching(),
      at: now().toISOString(),
    });
    if (read.status === 'unreadable') return { newItems: from, alerts, unreadable: read };
    for (const one of read.items) {
      const alert = await recordItem(feed, one, lookedBefore, stories, context);
      if (alert) alerts.push(alert);
      await yieldToEventLoop();
    }
  }
  return { newItems: unseen.length, alerts };
}

async function filterUnseen(feed: Feed, items: readonly NewsItem[], store: Store): Promise<NewsItem[]> {
  const unseen: NewsItem[] = [];
  for (const [i, item] of items.entries()) {
    if (!(await store.seenItems.has(seenKey(feed, item)))) unseen.push(item);
    if (i % BATCH_SIZE === 0) await yieldToEventLoop();
  }
  return unseen;
}

const seenKey = (feed: Feed, item: NewsItem): string => `${feed.url} ${item.id}`;

/** The story first, then that the item was read: a crash in between reads it again, into the same story. */
async function recordItem(
  feed: Feed,
  { item, classification: reading, storyId }: ProcessedItem,
  hasBeenPolled: boolean,
  stories: OpenStoryCache,
  { store, now }: FeedItemsContext,
): Promise<Alert | undefined> {
  const at = now();
  let alert: Alert | undefined;
  if (storyId !== undefined) {
    const story = addToStory(await stories.get(storyId), storyId, item, reading, at.toISOString());
    // What another item made of the story is told by that item, or was too old to be told.
    const tell = hasBeenPolled && isFresh(item, at) && reading.label === story.label;
    alert = await recordStory(store, story, tell, at.toISOString());
    await stories.put(story);
  }
  await store.seenItems.put(seenKey(feed, item), { at: at.toISOString(), storyId }, SEEN_ITEM_TTL_SECONDS);
  return alert;
}

function isFresh(item: NewsItem, now: Date): boolean {
  return (
    item.date === undefined || item.date >= new Date(now.getTime() - MAX_ALERT_AGE_DAYS * 86_400_000).toISOString()
  );
}

function oldestFirst(items: readonly NewsItem[]): NewsItem[] {
  return items.toSorted((a, b) => ((a.date ?? '') < (b.date ?? '') ? -1 : 1));
}
