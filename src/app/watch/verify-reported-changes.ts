/**
 * A story about a change of terms that the bot has not seen makes it look at that platform's documents at once. What the look
 * came to stands in the story's messages: the change, or that there is none.
 */
import { isSameEventAsChange } from '../../core/alerts/reported-changes.ts';
import type { Alert } from '../../domain/alert.ts';
import type { Platform, WatchedDocument } from '../../domain/catalog.ts';
import type { Story } from '../../domain/news.ts';
import { documentsNotPolledSince, findReportedChange } from '../ask/reported-changes.ts';
import { enqueueCorrection } from '../notify/enqueue-alert.ts';
import type { Store } from '../ports/store.ts';

/** An older story is answered by the rounds. */
const VERIFICATION_WINDOW_HOURS = 24;
/** Stories looked through, and platforms looked at, after one round of news: nobody sends the bot about by flooding the news. */
const MAX_STORIES_VERIFIED = 100;
const MAX_PLATFORMS_VERIFIED = 3;

/** Stories that were told, each with the documents that are to be looked at. */
export interface UnverifiedStories {
  stories: Story[];
  documents: WatchedDocument[];
}

export async function findUnverifiedStories(
  store: Store,
  platforms: readonly Platform[],
  now: Date,
): Promise<UnverifiedStories> {
  const since = new Date(now.getTime() - VERIFICATION_WINDOW_HOURS * 3_600_000).toISOString();
  const stories: Story[] = [];
  const documentsByPlatform = new Map<string, WatchedDocument[]>();
  for (const alert of await store.alerts.newest({ since, kinds: ['news'], limit: MAX_STORIES_VERIFIED })) {
    const story = await unverifiedStory(store, alert);
    if (story === undefined) continue;
    for (const platform of platforms.filter(({ id }) => story.platforms.includes(id))) {
      const documents = await documentsNotPolledSince(store, platform.documents, alert.at);
      if (
        documents.length === 0 ||
        (documentsByPlatform.size === MAX_PLATFORMS_VERIFIED && !documentsByPlatform.has(platform.id))
      )
        continue;
      documentsByPlatform.set(platform.id, documents);
      stories.push(story);
    }
  }
  return { stories: [...new Set(stories)], documents: [...documentsByPlatform.values()].flat() };
}

/** The story of an alert that pings, where it tells of terms and no change of these days is behind it. */
async function unverifiedStory(store: Store, alert: Alert): Promise<Story | undefined> {
  if (alert.kind !== 'news' || alert.significance === 'minor') return undefined;
  const story = await store.stories.get(alert.storyId);
  if (!story?.aboutTerms) return undefined;
  const change = await findReportedChange(store, story);
  return change && isSameEventAsChange(story, change) ? undefined : story;
}

/** After the look, what it came to is told; a change that was found has been told already, and has had them corrected. */
export async function publishVerification(store: Store, stories: readonly Story[], now: Date): Promise<void> {
  for (const { id } of stories) await enqueueCorrection(store, id, now.toISOString());
}
