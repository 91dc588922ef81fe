/** Processes news items: classifies each, and assigns those that matter to stories. */
import type { NewsClassification, NewsItem, Story } from '../../domain/news.ts';
import type { Instant } from '../../domain/vocabulary.ts';
import { daysBetween } from '../instants.ts';
import type { NamedPlatform } from './find-entities.ts';
import { createNewsAnalyser } from './news-analysis.ts';
import type { NewsModel } from './news-model.ts';
import { addToStory, STORY_OPEN_DAYS } from './story.ts';
import { type CreateStoryIndex, type StoryIndex, storyIndexFactory } from './story-index.ts';

export interface ProcessedItem {
  item: NewsItem;
  classification: NewsClassification;
  /** Absent for ignored items. */
  storyId?: string;
  /** What it has in common with the most similar report of its story; absent for the first one. */
  joinReason?: string;
}

type Classify = (item: NewsItem) => NewsClassification;

export interface NewsPipeline {
  /**
   * Processes items in the given order: each joins an open story, or starts one that the next may join.
   * @param open the stories that may still be joined.
   * @param at when the items came in; dates undated ones.
   */
  processIncoming(items: readonly NewsItem[], open: readonly Story[], at: Instant): ProcessedItem[];
  /** Processes items oldest first (undated ones last), without open stories. Results are in the given order. */
  processAll(items: readonly NewsItem[]): ProcessedItem[];
}

/** @param platforms the catalog's. */
export function createNewsPipeline(platforms: readonly NamedPlatform[], model: NewsModel): NewsPipeline {
  const analyse = createNewsAnalyser(platforms);
  const createStoryIndex = storyIndexFactory(analyse, model.sameEvent);
  const classify: Classify = (item) => model.classify(analyse(item));
  return {
    processIncoming(items, open, at) {
      const stories = createStoryIndex(open);
      return items.map((item) => processItem(item, classify, stories, at));
    },
    processAll: (items) => processInDateOrder(items, classify, createStoryIndex),
  };
}

/** Classifies items and assigns stories, oldest first. Results are in the given order. */
export function processInDateOrder(
  items: readonly NewsItem[],
  classify: Classify,
  createStoryIndex: CreateStoryIndex,
): ProcessedItem[] {
  const newest = items.reduce((latest, { date = '' }) => (date > latest ? date : latest), EPOCH);
  const inOrder = [...items.entries()]
    .map(([index, item]) => ({ index, item, at: item.date ?? newest }))
    .sort((a, b) => a.at.localeCompare(b.at));
  const stories = createStoryIndex([]);
  /** Story ids by start, oldest first. */
  const startedAt = new Map<string, Instant>();
  const processed: ProcessedItem[] = [];
  for (const { index, item, at } of inOrder) {
    for (const [id, start] of startedAt) {
      if (daysBetween(start, at) <= STORY_OPEN_DAYS) break;
      stories.remove(id);
      startedAt.delete(id);
    }
    const result = processItem(item, classify, stories, at);
    if (result.storyId !== undefined && !startedAt.has(result.storyId)) startedAt.set(result.storyId, at);
    processed[index] = result;
  }
  return processed;
}

const EPOCH = '1970-01-01T00:00:00.000Z';

function processItem(item: NewsItem, classify: Classify, stories: StoryIndex, at: Instant): ProcessedItem {
  const classification = classify(item);
  if (classification.label === 'ignore') return { item, classification };
  const { id: storyId, joinReason } = stories.findStory(item, at);
  stories.upsert(addToStory(stories.get(storyId), storyId, item, classification, at));
  return { item, classification, storyId, joinReason };
}
