/** Which story an item tells: one event, however many outlets and languages carry it. */
import { createHash } from 'node:crypto';
import type { Instant, NewsItem, NewsReading, Story } from '../../domain.ts';
import { alikeness, SAME_EVENT } from './same-event.ts';

/**
 * The recent story that is most like the item, if one is like enough; else a new story, whose id is derived from the item.
 * @param recentStories those that may still be joined; what they hold was read by `readNewsItem` before.
 */
export function assignStory(item: NewsItem, reading: NewsReading, recentStories: Iterable<Story>): { storyId: string } {
  let best: { storyId: string; score: number } | undefined;
  for (const story of recentStories) {
    const score = alikeness(item, reading, story);
    if (score >= SAME_EVENT && (best === undefined || score > best.score)) best = { storyId: story.id, score };
  }
  return { storyId: best?.storyId ?? newStoryId(item) };
}

/** So long an item may still join a story. */
export const OPEN_FOR_DAYS = 21;

/** No event is carried by half as many outlets; later reports belong to the story, and are not kept with it. */
const MOST_REPORTS = 100;

/**
 * The story with one more report in it; of an event not told before, a new one.
 * @param at when the report came in.
 */
export function storyWith(
  known: Story | undefined,
  id: string,
  item: NewsItem,
  { label, platforms, topics, kind }: NewsReading,
  at: Instant,
): Story {
  if (known === undefined) {
    const firstSeen = item.date ?? at;
    return { id, platforms, topics, kind, label: label === 'alert' ? 'alert' : 'digest', firstSeen, items: [item] };
  }
  if (known.items.some((one) => one.link === item.link && one.title === item.title)) return known;
  return {
    ...known,
    label: label === 'alert' ? 'alert' : known.label,
    platforms: [...new Set([...known.platforms, ...platforms])],
    topics: [...new Set([...known.topics, ...topics])],
    items: known.items.length < MOST_REPORTS ? [...known.items, item] : known.items,
  };
}

function newStoryId({ title, date, outlet, link }: NewsItem): string {
  return createHash('sha256')
    .update(JSON.stringify([title, date, outlet, link]))
    .digest('hex')
    .slice(0, 32);
}
