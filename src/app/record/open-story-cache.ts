/** The stories that a new item may still join, loaded once for each poll of the feeds. */
import { addDays } from '../../core/instants.ts';
import { representativeItems, STORY_OPEN_DAYS } from '../../core/news/story.ts';
import type { Story } from '../../domain/news.ts';
import type { Instant } from '../../domain/vocabulary.ts';
import type { Store } from '../ports/store.ts';

/** A year's worth; the newest ones where somebody floods the news. */
const MAX_OPEN_STORIES = 2000;

export interface OpenStoryCache {
  get(id: string): Promise<Story | undefined>;
  /** The open stories, as new items are compared with them. */
  listForMatching(): Promise<Story[]>;
  /** Takes in a story that was recorded. */
  put(story: Story): Promise<void>;
}

export function createOpenStoryCache(store: Store, now: Date): OpenStoryCache {
  const since = addDays(now, -STORY_OPEN_DAYS);
  let loading: Promise<Map<string, Story>> | undefined;
  /** After a failure, the next call tries again. */
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
      // Old items, which a feed lists at its first poll, make stories that are closed already.
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

/** Leaves out the items that no comparison uses, which need not be sent to the analyser. */
const withMatchedItemsOnly = (story: Story): Story => ({ ...story, items: [...representativeItems(story)] });
