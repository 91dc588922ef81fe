/** Reads news items, and tells which of them report the same event. */
import type { Instant, NewsItem, NewsReading, Platform, Story } from '../../domain.ts';
import type { NewsModel } from './news-model.ts';
import { readNewsItem } from './relevance.ts';
import { OPEN_FOR_DAYS, type OpenStories, type OpenStoriesWith, storyTeller, storyWith } from './stories.ts';

export interface ReadItem {
  item: NewsItem;
  reading: NewsReading;
  /** Absent for what is ignored. */
  storyId?: string;
}

export interface NewsReader {
  /**
   * Reads items as they come in: each joins an open story or begins one that the next may join.
   * @param open the stories that may still be joined.
   * @param at when the items came in: undated ones are dated so.
   * @returns what was read, in the order given.
   */
  readNew(items: readonly NewsItem[], open: readonly Story[], at: Instant): ReadItem[];
  /** Reads the items as they would have come in, oldest first (undated ones last), and answers in the order given. */
  readAll(items: readonly NewsItem[]): ReadItem[];
}

/** @param platforms the catalog's. */
export function createNewsReader(platforms: readonly Platform[], model: NewsModel): NewsReader {
  const openWith = storyTeller(platforms, model.sameEvent);
  const read = (item: NewsItem) => ({ item, reading: readNewsItem(item, platforms, model) });
  return {
    readNew(items, open, at) {
      const stories = openWith(open);
      return items.map((item) => joined(read(item), stories, at));
    },
    readAll: (items) => toldInDateOrder(items.map(read), openWith),
  };
}

/** Tells the stories of items as they would have come in, and answers in the order given. */
export function toldInDateOrder(read: readonly Omit<ReadItem, 'storyId'>[], openWith: OpenStoriesWith): ReadItem[] {
  const dateOf = ({ item }: Omit<ReadItem, 'storyId'>) => item.date ?? LAST;
  const inOrder = [...read.entries()].sort(([, a], [, b]) =>
    dateOf(a) < dateOf(b) ? -1 : dateOf(a) > dateOf(b) ? 1 : 0,
  );
  const stories = openWith([]);
  const told: ReadItem[] = [];
  for (const [place, one] of inOrder) {
    const at = dateOf(one);
    for (const { id, firstSeen } of stories.all()) if (!isOpen(firstSeen, at)) stories.drop(id);
    told[place] = joined(one, stories, at);
  }
  return told;
}

const LAST = '9999-12-31T00:00:00.000Z';

const isOpen = (firstSeen: Instant, at: Instant): boolean =>
  at === LAST || Date.parse(at) - Date.parse(firstSeen) <= OPEN_FOR_DAYS * 86_400_000;

function joined(read: Omit<ReadItem, 'storyId'>, stories: OpenStories, at: Instant): ReadItem {
  const { item, reading } = read;
  if (reading.label === 'ignore') return read;
  const storyId = stories.storyOf(item);
  stories.keep(storyWith(stories.get(storyId), storyId, item, reading, at));
  return { ...read, storyId };
}
