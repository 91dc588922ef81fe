/** The stories that a new item may still join: read from the store once a round, and kept current by whoever records one. */
import { representativeItems, STORY_OPEN_DAYS } from '../../core/news/story-index.ts';
import type { Story } from '../../domain/news.ts';
import type { Instant } from '../../domain/vocabulary.ts';
import type { Store } from '../ports/store.ts';

/** A year's worth; where somebody floods the news, the newest. */
const MAX_OPEN_STORIES = 2000;

export interface OpenStoryCache {
  get(id: string): Promise<Story | undefined>;
  /** What a new item is compared with. */
  listForMatching(): Promise<Story[]>;
  /** It was recorded so. */
  put(story: Story): Promise<void>;
}

export function createOpenStoryCache(store: Store, now: Date): OpenStoryCache {
  const since = new Date(now.getTime() - STORY_OPEN_DAYS * 86_400_000).toISOString();
  let loading: Promise<Map<string, Story>> | undefined;
  /** A store that could not be read is asked again by the next source. */
  const loaded = () => {
    loading ??= load(store, since).catch((error) => {
      loading = undefined;
      throw error;
    });
    return loading;
  };
  return {
    get: async (id) => (await loaded()).get(id),
    async listForMatching() {
      // Old reports, which a feed lists when it is first read, are kept as stories that are over.
      const stories = [...(await loaded()).values()].filter(({ firstSeen }) => firstSeen >= since);
      if (stories.length > MAX_OPEN_STORIES) stories.sort((a, b) => b.firstSeen.localeCompare(a.firstSeen));
      return stories.slice(0, MAX_OPEN_STORIES).map(withMatchedItemsOnly);
    },
    async put(story) {
      (await loaded()).set(story.id, story);
    },
  };
}

async function load(store: Store, since: Instant): Promise<Map<string, Story>> {
  const open = await store.stories.newest({ since, limit: MAX_OPEN_STORIES });
  return new Map(open.map((story) => [story.id, story]));
}

/** Without the reports that a story is not compared by: they need not be sent to be read. */
const withMatchedItemsOnly = (story: Story): Story => ({ ...story, items: [...representativeItems(story)] });
