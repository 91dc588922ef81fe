/** Reads news items, and tells which of them report the same event. */
import type { Platform } from '../../domain/catalog.ts';
import type { NewsItem, NewsReading, Story } from '../../domain/news.ts';
import type { Instant } from '../../domain/vocabulary.ts';
import type { NewsModel } from './news-model.ts';
import { readNewsItem } from './classify-item.ts';
import { type IndexStories, OPEN_FOR_DAYS, type StoryIndex, storyIndexer, storyWith } from './story-index.ts';

export interface ReadItem {
  item: NewsItem;
  reading: NewsReading;
  /** Absent for what is ignored. */
  storyId?: string;
  /** What it has in common with the likest report of the story that it joined; absent for the first one. */
  joinedBy?: string;
}

type Told = Pick<ReadItem, 'item' | 'reading'>;

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
  const indexStories = storyIndexer(platforms, model.sameEvent);
  const read = (item: NewsItem) => ({ item, reading: readNewsItem(item, platforms, model) });
  return {
    readNew(items, open, at) {
      const stories = indexStories(open);
      return items.map((item) => joined(read(item), stories, at));
    },
    readAll: (items) => toldInDateOrder(items.map(read), indexStories),
  };
}

/** Tells the stories of items as they would have come in, and answers in the order given. */
export function toldInDateOrder(read: readonly Told[], indexStories: IndexStories): ReadItem[] {
  const newest = read.reduce((latest, { item: { date = '' } }) => (date > latest ? date : latest), FIRST);
  const dateOf = ({ item }: Told) => item.date ?? newest;
  const inOrder = [...read.entries()].sort(([, a], [, b]) => dateOf(a).localeCompare(dateOf(b)));
  const stories = indexStories([]);
  /** Ids in the order in which the stories began. */
  const begun: { id: string; at: Instant }[] = [];
  const known = new Set<string>();
  const told: ReadItem[] = [];
  for (const [place, one] of inOrder) {
    const at = dateOf(one);
    while (begun[0] !== undefined && !isOpen(begun[0].at, at)) stories.drop(begun.shift()?.id ?? '');
    const answer = joined(one, stories, at);
    if (answer.storyId !== undefined && !known.has(answer.storyId)) begun.push({ id: answer.storyId, at });
    known.add(answer.storyId ?? '');
    told[place] = answer;
  }
  return told;
}

const FIRST = '1970-01-01T00:00:00.000Z';

const isOpen = (begun: Instant, at: Instant): boolean =>
  Date.parse(at) - Date.parse(begun) <= OPEN_FOR_DAYS * 86_400_000;

function joined(read: Told, stories: StoryIndex, at: Instant): ReadItem {
  const { item, reading } = read;
  if (reading.label === 'ignore') return read;
  const { id: storyId, joinedBy } = stories.storyOf(item, at);
  stories.keep(storyWith(stories.get(storyId), storyId, item, reading, at));
  return { ...read, storyId, joinedBy };
}
