/** Reads news items, and tells which of them report the same event. */
import type { Platform } from '../../domain/catalog.ts';
import type { NewsClassification, NewsItem, Story } from '../../domain/news.ts';
import type { Instant } from '../../domain/vocabulary.ts';
import { classifyNewsItem } from './classify-item.ts';
import type { NewsModel } from './news-model.ts';
import {
  addToStory,
  type CreateStoryIndex,
  STORY_OPEN_DAYS,
  type StoryIndex,
  storyIndexFactory,
} from './story-index.ts';

export interface ProcessedItem {
  item: NewsItem;
  classification: NewsClassification;
  /** Absent for what is ignored. */
  storyId?: string;
  /** What it has in common with the likest report of the story that it joined; absent for the first one. */
  joinReason?: string;
}

type ClassifiedItem = Pick<ProcessedItem, 'item' | 'classification'>;

export interface NewsPipeline {
  /**
   * Reads items as they come in: each joins an open story or begins one that the next may join.
   * @param open the stories that may still be joined.
   * @param at when the items came in: undated ones are dated so.
   * @returns what was read, in the order given.
   */
  processIncoming(items: readonly NewsItem[], open: readonly Story[], at: Instant): ProcessedItem[];
  /** Reads the items as they would have come in, oldest first (undated ones last), and answers in the order given. */
  processAll(items: readonly NewsItem[]): ProcessedItem[];
}

/** @param platforms the catalog's. */
export function createNewsPipeline(platforms: readonly Platform[], model: NewsModel): NewsPipeline {
  const indexStories = storyIndexFactory(platforms, model.sameEvent);
  const read = (item: NewsItem) => ({ item, classification: classifyNewsItem(item, platforms, model) });
  return {
    processIncoming(items, open, at) {
      const stories = indexStories(open);
      return items.map((item) => assignStory(read(item), stories, at));
    },
    processAll: (items) => assignStoriesInDateOrder(items.map(read), indexStories),
  };
}

/** Tells the stories of items as they would have come in, and answers in the order given. */
export function assignStoriesInDateOrder(
  read: readonly ClassifiedItem[],
  createStoryIndex: CreateStoryIndex,
): ProcessedItem[] {
  const newest = read.reduce((latest, { item: { date = '' } }) => (date > latest ? date : latest), EPOCH);
  const dateOf = ({ item }: ClassifiedItem) => item.date ?? newest;
  const inOrder = [...read.entries()].sort(([, a], [, b]) => dateOf(a).localeCompare(dateOf(b)));
  const stories = createStoryIndex([]);
  /** Ids in the order in which the stories began. */
  const startedStories: { id: string; at: Instant }[] = [];
  const known = new Set<string>();
  const processed: ProcessedItem[] = [];
  for (const [place, one] of inOrder) {
    const at = dateOf(one);
    while (startedStories[0] !== undefined && !isOpen(startedStories[0].at, at))
      stories.remove(startedStories.shift()?.id ?? '');
    const answer = assignStory(one, stories, at);
    if (answer.storyId !== undefined && !known.has(answer.storyId)) startedStories.push({ id: answer.storyId, at });
    known.add(answer.storyId ?? '');
    processed[place] = answer;
  }
  return processed;
}

const EPOCH = '1970-01-01T00:00:00.000Z';

const isOpen = (startedStories: Instant, at: Instant): boolean =>
  Date.parse(at) - Date.parse(startedStories) <= STORY_OPEN_DAYS * 86_400_000;

function assignStory(read: ClassifiedItem, stories: StoryIndex, at: Instant): ProcessedItem {
  const { item, classification: reading } = read;
  if (reading.label === 'ignore') return read;
  const { id: storyId, joinReason: joinedBy } = stories.findStory(item, at);
  stories.upsert(addToStory(stories.get(storyId), storyId, item, reading, at));
  return { ...read, storyId, joinReason: joinedBy };
}
