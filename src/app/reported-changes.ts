/** Links stories about a platform's terms with the recorded changes they report, and with the polls that followed them. */
import {
  isSameEventAsChange,
  MAX_DAYS_REPORT_AFTER_CHANGE,
  MAX_DAYS_REPORT_BEFORE_CHANGE,
  mayReportOn,
} from '../core/alerts/reported-changes.ts';
import { addDays, addHours } from '../core/instants.ts';
import type { Catalog, WatchedDocument } from '../domain/catalog.ts';
import type { Change } from '../domain/document.ts';
import type { Story } from '../domain/news.ts';
import type { Instant, Significance } from '../domain/vocabulary.ts';
import type { Store } from './ports/store.ts';

/** Candidates searched for a match; a platform changes its documents a few times a year. */
const MAX_CANDIDATES = 50;
const MAX_STORIES_PER_CHANGE = 3;
/** A poll shortly before a story came in answers it as well as one after it. */
const RECENT_POLL_HOURS = 1;

/** The newest change that a story may report; nothing where none was recorded. */
export async function findReportedChange(store: Store, story: Story): Promise<Change | undefined> {
  if (!story.aboutTerms) return undefined;
  const since = addDays(story.firstSeen, -MAX_DAYS_REPORT_AFTER_CHANGE);
  const before = addDays(story.firstSeen, MAX_DAYS_REPORT_BEFORE_CHANGE);
  const candidates = await Promise.all(
    story.platforms.map((platform) => store.changes.newest({ platform, since, before, limit: MAX_CANDIDATES })),
  );
  return candidates
    .flat()
    .filter((change) => mayReportOn(story, change))
    .sort((a, b) => b.firstSeenNew.localeCompare(a.firstSeenNew))[0];
}

/** The first stories that report a change soon before or after it, oldest first. */
export async function findStoriesReporting(store: Store, change: Change): Promise<Story[]> {
  const { platform, firstSeenNew } = change;
  const since = addDays(firstSeenNew, -MAX_DAYS_REPORT_BEFORE_CHANGE);
  const candidates = await store.stories.newest({ platform, since, limit: MAX_CANDIDATES });
  return candidates
    .filter((story) => mayReportOn(story, change) && isSameEventAsChange(story, change))
    .reverse()
    .slice(0, MAX_STORIES_PER_CHANGE);
}

/** What the poll of a platform's documents found after a story about them. */
export interface PollAfterReport {
  /** When the first of them was polled. */
  at: Instant;
  read: number;
  unreadable: number;
}

/**
 * The poll of the documents of a story's platforms that answers the story.
 * @param storyReceivedAt when the story came in.
 * @returns nothing where a document was not polled since, none was known before, or one of them changed about AI recently.
 */
export async function findPollAfterReport(
  { catalog, store }: { catalog: Catalog; store: Store },
  story: Story,
  storyReceivedAt: Instant,
): Promise<PollAfterReport | undefined> {
  const documents = catalog.platforms
    .filter(({ id }) => story.platforms.includes(id))
    .flatMap((platform) => platform.documents);
  if (documents.length === 0 || (await documentsNotPolledSince(store, documents, storyReceivedAt)).length > 0)
    return undefined;
  if (await changedRecently(store, story)) return undefined;
  const polled = await Promise.all(
    documents.map(({ id }) => Promise.all([store.sources.get(id), store.heads.get(id)])),
  );
  // A document first read after the story has no earlier text to compare with.
  const known = polled.filter(([, head]) => head !== undefined && head.current.firstSeen < storyReceivedAt);
  if (known.length === 0 || known.some(([, head]) => head?.pending !== undefined)) return undefined;
  const read = known.filter(([status]) => status?.problem === undefined).length;
  const [at = storyReceivedAt] = polled.flatMap(([status]) => status?.lastLook ?? []).sort();
  return { at, read, unreadable: documents.length - read };
}

async function changedRecently(store: Store, { platforms, firstSeen }: Story): Promise<boolean> {
  const since = addDays(firstSeen, -MAX_DAYS_REPORT_BEFORE_CHANGE);
  const kinds = ['minor', 'major'] satisfies Significance[];
  const counts = await Promise.all(platforms.map((platform) => store.changes.count({ platform, since, kinds })));
  return counts.some((count) => count > 0);
}

/** The documents that no poll answers since a story came in. */
export async function documentsNotPolledSince(
  store: Store,
  documents: readonly WatchedDocument[],
  storyReceivedAt: Instant,
): Promise<WatchedDocument[]> {
  const since = addHours(storyReceivedAt, -RECENT_POLL_HOURS);
  const statuses = await Promise.all(documents.map(({ id }) => store.sources.get(id)));
  return documents.filter((_, i) => (statuses[i]?.lastLook ?? '') < since);
}
