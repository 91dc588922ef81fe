/** Classifies the new items of a feed and records them with their stories. A story alerts once, however many outlets carry it. */

import type { ProcessedItem } from '../../core/news/news-pipeline.ts';
import { planItemRecord, seenItemKey } from '../../core/recording/plan.ts';
import type { Alert } from '../../domain/alert.ts';
import type { Feed } from '../../domain/catalog.ts';
import type { UnreadableResult } from '../../domain/document.ts';
import type { NewsItem } from '../../domain/news.ts';
import { yieldToEventLoop } from '../event-loop.ts';
import type { Store } from '../ports/store.ts';
import { executeRecordPlan } from '../record/execute.ts';
import type { OpenStoryCache } from '../record/open-story-cache.ts';
import type { PollContext } from './run-polls.ts';

/** Items classified together. Each batch is recorded before the next one, so that a failing batch does not undo a long feed. */
const BATCH_SIZE = 50;

type FeedItemsContext = Pick<PollContext, 'store' | 'analyser' | 'now'>;

interface FeedState {
  /** The feed was read before, so that its new items are news and not history. */
  hasBeenPolled: boolean;
  /** Those of this poll of the feeds. */
  stories: OpenStoryCache;
}

/**
 * Classifies and records the items that were not seen before.
 * @returns `unreadable` where a batch could not be classified; `newItems` counts those before it.
 */
export async function processFeedItems(
  feed: Feed,
  items: readonly NewsItem[],
  state: FeedState,
  context: FeedItemsContext,
): Promise<{ newItems: number; alerts: Alert[]; unreadable?: UnreadableResult }> {
  const { store, analyser, now } = context;
  const unseen = await filterUnseen(feed, oldestFirst(items), store);
  const alerts: Alert[] = [];
  for (let from = 0; from < unseen.length; from += BATCH_SIZE) {
    const classified = await analyser.classifyNews({
      items: unseen.slice(from, from + BATCH_SIZE),
      open: await state.stories.listForMatching(),
      at: now().toISOString(),
    });
    if (classified.status === 'unreadable') return { newItems: from, alerts, unreadable: classified };
    for (const processed of classified.items) {
      const alert = await recordItem(feed, processed, state, context);
      if (alert) alerts.push(alert);
      await yieldToEventLoop();
    }
  }
  return { newItems: unseen.length, alerts };
}

async function filterUnseen(feed: Feed, items: readonly NewsItem[], store: Store): Promise<NewsItem[]> {
  const unseen: NewsItem[] = [];
  for (const [i, item] of items.entries()) {
    if (!(await store.seenItems.has(seenItemKey(feed.url, item.id)))) unseen.push(item);
    if (i % BATCH_SIZE === 0) await yieldToEventLoop();
  }
  return unseen;
}

async function recordItem(
  feed: Feed,
  processed: ProcessedItem,
  { hasBeenPolled, stories }: FeedState,
  { store, now }: FeedItemsContext,
): Promise<Alert | undefined> {
  const at = now().toISOString();
  const known = processed.storyId === undefined ? undefined : await stories.get(processed.storyId);
  const plan = planItemRecord(processed, { feedUrl: feed.url, story: known, hasBeenPolled }, at);
  const alert = await executeRecordPlan(store, plan, at);
  if (plan.story) await stories.put(plan.story);
  return alert;
}

const oldestFirst = (items: readonly NewsItem[]): NewsItem[] =>
  items.toSorted((a, b) => ((a.date ?? '') < (b.date ?? '') ? -1 : 1));
