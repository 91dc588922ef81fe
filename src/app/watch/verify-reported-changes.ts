/**
 * A story about a change of terms that the bot has not seen makes it look at that platform's documents at once. What the look
 * came to stands in the story's messages: the change, or that there is none.
 */
import { isOneEvent } from '../../core/alerts/reported-changes.ts';
import type { Alert } from '../../domain/alert.ts';
import type { Platform, WatchedDocument } from '../../domain/catalog.ts';
import type { Story } from '../../domain/news.ts';
import { planCorrection } from '../notify/enqueue-alert.ts';
import { changeBehind, notLookedAt } from '../ask/reported-changes.ts';
import type { Store } from '../ports/store.ts';

/** An older story is answered by the rounds. */
const LOOKED_AFTER_FOR_HOURS = 24;
/** Stories looked through, and platforms looked at, after one round of news: nobody sends the bot about by flooding the news. */
const MOST_STORIES = 100;
const MOST_PLATFORMS = 3;

/** Stories that were told, each with the documents that are to be looked at. */
export interface Unanswered {
  stories: Story[];
  documents: WatchedDocument[];
}

export async function unansweredStories(store: Store, platforms: readonly Platform[], now: Date): Promise<Unanswered> {
  const since = new Date(now.getTime() - LOOKED_AFTER_FOR_HOURS * 3_600_000).toISOString();
  const stories: Story[] = [];
  const asked = new Map<string, WatchedDocument[]>();
  for (const alert of await store.alerts.newest({ since, kinds: ['news'], limit: MOST_STORIES })) {
    const story = await unseen(store, alert);
    if (story === undefined) continue;
    for (const platform of platforms.filter(({ id }) => story.platforms.includes(id))) {
      const documents = await notLookedAt(store, platform.documents, alert.at);
      if (documents.length === 0 || (asked.size === MOST_PLATFORMS && !asked.has(platform.id))) continue;
      asked.set(platform.id, documents);
      stories.push(story);
    }
  }
  return { stories: [...new Set(stories)], documents: [...asked.values()].flat() };
}

/** The story of an alert that pings, where it tells of terms and no change of these days is behind it. */
async function unseen(store: Store, alert: Alert): Promise<Story | undefined> {
  if (alert.kind !== 'news' || alert.significance === 'minor') return undefined;
  const story = await store.stories.get(alert.storyId);
  if (!story?.aboutTerms) return undefined;
  const change = await changeBehind(store, story);
  return change && isOneEvent(story, change) ? undefined : story;
}

/** After the look, what it came to is told; a change that was found has been told already, and has had them corrected. */
export async function tellOfLook(store: Store, stories: readonly Story[], now: Date): Promise<void> {
  for (const { id } of stories) await planCorrection(store, id, now.toISOString());
}
