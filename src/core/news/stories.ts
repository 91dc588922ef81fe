/** Which story an item tells: one event, however many outlets and languages carry it. */
import { createHash } from 'node:crypto';
import type { NewsItem, NewsReading, Story } from '../../domain.ts';
import { alikeness, SAME_EVENT } from './same-event.ts';

/**
 * The recent story that is most like the item, if one is like enough; else a new story, whose id is derived from the item.
 * @param recentStories those that may still be joined; what they hold was read by `readNewsItem` before.
 */
export function assignStory(
  item: NewsItem,
  reading: NewsReading,
  recentStories: readonly Story[],
): { storyId: string } {
  let best: { storyId: string; score: number } | undefined;
  for (const story of recentStories) {
    const score = alikeness(item, reading, story);
    if (score >= SAME_EVENT && (best === undefined || score > best.score)) best = { storyId: story.id, score };
  }
  return { storyId: best?.storyId ?? newStoryId(item) };
}

function newStoryId({ title, date, outlet, link }: NewsItem): string {
  return createHash('sha256')
    .update(JSON.stringify([title, date, outlet, link]))
    .digest('hex')
    .slice(0, 32);
}
