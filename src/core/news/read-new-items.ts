/** Reads news as they come in: each is read, and joins an open story or begins one that the next may join. */
import type { Instant, NewsItem, Platform, Story } from '../../domain.ts';
import type { ReadItem } from './read-items.ts';
import { readNewsItem } from './relevance.ts';
import { assignStory, storyWith } from './stories.ts';

/**
 * @param open the stories that may still be joined.
 * @param at when the items came in: undated ones are dated so.
 * @returns what was read, in the order given.
 */
export function readNewItems(
  items: readonly NewsItem[],
  platforms: readonly Platform[],
  open: readonly Story[],
  at: Instant,
): ReadItem[] {
  const stories = new Map(open.map((story) => [story.id, story]));
  return items.map((item) => {
    const reading = readNewsItem(item, platforms);
    if (reading.label === 'ignore') return { item, reading };
    const { storyId } = assignStory(item, reading, stories.values());
    stories.set(storyId, storyWith(stories.get(storyId), storyId, item, reading, at));
    return { item, reading, storyId };
  });
}
