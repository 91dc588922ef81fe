/** Reads a batch of news items and tells which of them report the same event. */
import type { NewsItem, NewsReading, Platform, Story } from '../../domain.ts';
import { readNewsItem } from './relevance.ts';
import { assignStory, OPEN_FOR_DAYS } from './stories.ts';

export interface ReadItem {
  item: NewsItem;
  reading: NewsReading;
  /** Absent for what is ignored. */
  storyId?: string;
}

/** Reads the items as they would have come in, oldest first (undated ones last), and answers in the order given. */
export function readNewsItems(items: readonly NewsItem[], platforms: readonly Platform[]): ReadItem[] {
  const read = new Map<number, ReadItem>();
  let stories: Story[] = [];
  for (const [place, item] of inDateOrder(items)) {
    const reading = readNewsItem(item, platforms);
    if (reading.label === 'ignore') {
      read.set(place, { item, reading });
      continue;
    }
    stories = stories.filter(({ firstSeen }) => isOpen(firstSeen, item.date));
    const { storyId } = assignStory(item, reading, stories);
    stories = [
      ...stories.filter(({ id }) => id !== storyId),
      told(
        stories.find(({ id }) => id === storyId),
        storyId,
        item,
        reading,
      ),
    ];
    read.set(place, { item, reading, storyId });
  }
  return items.map((item, place) => read.get(place) ?? { item, reading: readNewsItem(item, platforms) });
}

function inDateOrder(items: readonly NewsItem[]): [number, NewsItem][] {
  const later = (item: NewsItem) => item.date ?? '9999';
  return [...items.entries()].sort(([, a], [, b]) => (later(a) < later(b) ? -1 : later(a) > later(b) ? 1 : 0));
}

function isOpen(firstSeen: string, date: string | undefined): boolean {
  if (date === undefined || firstSeen === '') return true;
  return Date.parse(date) - Date.parse(firstSeen) <= OPEN_FOR_DAYS * 86_400_000;
}

function told(known: Story | undefined, id: string, item: NewsItem, reading: NewsReading): Story {
  const label = reading.label === 'alert' || known?.label === 'alert' ? 'alert' : 'digest';
  return {
    id,
    platforms: [...new Set([...(known?.platforms ?? []), ...reading.platforms])],
    topics: [...new Set([...(known?.topics ?? []), ...reading.topics])],
    kind: known?.kind ?? reading.kind,
    label,
    firstSeen: known?.firstSeen ?? item.date ?? '',
    items: [...(known?.items ?? []), item],
  };
}
