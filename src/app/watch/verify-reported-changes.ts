/**
 * A story about a change of terms that the bot has not seen makes it poll that platform's documents at once. The story's messages then
 * say what the poll found: the change, or that there is none.
 */
import { isSameEventAsChange } from '../../core/alerts/reported-changes.ts';
import { addHours } from '../../core/instants.ts';
import type { Alert } from '../../domain/alert.ts';
import type { Platform, WatchedDocument } from '../../domain/catalog.ts';
import type { Story } from '../../domain/news.ts';
import { enqueueCorrection } from '../notify/enqueue-alert.ts';
import type { Store } from '../ports/store.ts';
import { documentsNotPolledSince, findReportedChange } from '../reported-changes.ts';

/** The regular polls have answered older stories. */
const VERIFICATION_WINDOW_HOURS = 24;
/** Per poll of the feeds: nobody makes the bot poll everything by flooding the news. */
const MAX_STORIES_VERIFIED = 100;
const MAX_PLATFORMS_VERIFIED = 3;

/** Stories that alerted, with the documents to poll because of them. */
export interface UnverifiedStories {
  stories: Story[];
  documents: WatchedDocument[];
}

export async function findUnverifiedStories(
  store: Store,
  platforms: readonly Platform[],
  now: Date,
): Promise<UnverifiedStories> {
  const since = addHours(now, -VERIFICATION_WINDOW_HOURS);
  const stories = new Set<Story>();
  const documentsByPlatform = new Map<string, WatchedDocument[]>();
  for (const alert of await store.alerts.newest({ since, kinds: ['news'], limit: MAX_STORIES_VERIFIED })) {
    const story = await findUnverifiedStory(store, alert);
    if (story === undefined) continue;
    for (const platform of platforms.filter(({ id }) => story.platforms.includes(id))) {
      const documents = await documentsNotPolledSince(store, platform.documents, alert.at);
      const isFull = documentsByPlatform.size === MAX_PLATFORMS_VERIFIED && !documentsByPlatform.has(platform.id);
      if (documents.length === 0 || isFull) continue;
      documentsByPlatform.set(platform.id, documents);
      stories.add(story);
    }
  }
  return { stories: [...stories], documents: [...documentsByPlatform.values()].flat() };
}

/** The story of an alert that pings, if it is about terms and no change of these days is known that it reports. */
async function findUnverifiedStory(store: Store, alert: Alert): Promise<Story | undefined> {
  if (alert.kind !== 'news' || alert.significance === 'minor') return undefined;
  const story = await store.stories.get(alert.storyId);
  if (!story?.aboutTerms) return undefined;
  const change = await findReportedChange(store, story);
  return change && isSameEventAsChange(story, change) ? undefined : story;
}

/** After the poll: corrects the messages of the stories. A change that was found has alerted by itself. */
export async function publishVerification(store: Store, stories: readonly Story[], now: Date): Promise<void> {
  for (const { id } of stories) await enqueueCorrection(store, id, now.toISOString());
}
