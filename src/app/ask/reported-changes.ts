/** Stories about a platform's terms and the changes that were seen in them, each asked for from the other. */
import {
  isSameEventAsChange,
  MAX_DAYS_REPORT_AFTER_CHANGE,
  MAX_DAYS_REPORT_BEFORE_CHANGE,
  mayReportOn,
} from '../../core/alerts/reported-changes.ts';
import type { WatchedDocument } from '../../domain/catalog.ts';
import type { Change } from '../../domain/document.ts';
import type { Story } from '../../domain/news.ts';
import type { Instant, Significance } from '../../domain/vocabulary.ts';
import type { Store } from '../ports/store.ts';
import { platformById, type ReadModel } from './read-model.ts';

/** Looked through for one that matches: a platform changes its documents a few times a year. */
const MAX_CANDIDATES = 50;
/** Stories told under a change. */
const MAX_STORIES_PER_CHANGE = 3;

/** The newest change that a story may tell of; nothing where the bot saw none. */
export async function findReportedChange(store: Store, story: Story): Promise<Change | undefined> {
  if (!story.aboutTerms) return undefined;
  const since = addDays(story.firstSeen, -MAX_DAYS_REPORT_AFTER_CHANGE);
  const before = addDays(story.firstSeen, MAX_DAYS_REPORT_BEFORE_CHANGE);
  const each = story.platforms.map((platform) =>
    store.changes.newest({ platform, since, before, limit: MAX_CANDIDATES }),
  );
  return (await Promise.all(each))
    .flat()
    .filter((change) => mayReportOn(story, change))
    .sort((a, b) => b.firstSeenNew.localeCompare(a.firstSeenNew))[0];
}

/** The first stories that tell of a change soon before or after it, oldest first. */
export async function findStoriesReporting(store: Store, change: Change): Promise<Story[]> {
  const { platform, firstSeenNew } = change;
  const since = addDays(firstSeenNew, -MAX_DAYS_REPORT_BEFORE_CHANGE);
  const near = await store.stories.newest({ platform, since, limit: MAX_CANDIDATES });
  return near
    .filter((story) => mayReportOn(story, change) && isSameEventAsChange(story, change))
    .reverse()
    .slice(0, MAX_STORIES_PER_CHANGE);
}

/** What a look at a platform's documents came to, after a story about them. */
export interface PollAfterReport {
  /** When the first of them was looked at. */
  at: Instant;
  read: number;
  /** Those that could not be read. */
  unreadable: number;
}

/** A look shortly before a story answers it as well as one after it. */
const RECENT_POLL_MINUTES = 60;

/**
 * The look at the documents of a story's platforms that answers it.
 * @param storyReceivedAt when the story came in.
 * @returns nothing where not all of them were looked at since, none was known before, or one of them did change about AI of late.
 */
export async function findPollAfterReport(
  { catalog, store }: ReadModel,
  story: Story,
  storyReceivedAt: Instant,
): Promise<PollAfterReport | undefined> {
  const documents = story.platforms.flatMap((id) => platformById(catalog, id)?.documents ?? []);
  if (documents.length === 0 || (await documentsNotPolledSince(store, documents, storyReceivedAt)).length > 0)
    return undefined;
  if (await changedRecently(store, story)) return undefined;
  const each = await Promise.all(documents.map(({ id }) => Promise.all([store.sources.get(id), store.heads.get(id)])));
  // What was read first after the story says nothing of how it was before.
  const known = each.filter(([, head]) => head !== undefined && head.current.firstSeen < storyReceivedAt);
  if (known.length === 0 || known.some(([, head]) => head?.pending !== undefined)) return undefined;
  const read = known.filter(([status]) => status?.problem === undefined).length;
  const [at = storyReceivedAt] = each.flatMap(([status]) => status?.lastLook ?? []).sort();
  return { at, read, unreadable: documents.length - read };
}

async function changedRecently(store: Store, { platforms, firstSeen }: Story): Promise<boolean> {
  const since = addDays(firstSeen, -MAX_DAYS_REPORT_BEFORE_CHANGE);
  const kinds = ['minor', 'major'] satisfies Significance[];
  const counts = await Promise.all(platforms.map((platform) => store.changes.count({ platform, since, kinds })));
  return counts.some((count) => count > 0);
}

/** Those of the documents that no look answers since a story came in. */
export async function documentsNotPolledSince(
  store: Store,
  documents: readonly WatchedDocument[],
  storyReceivedAt: Instant,
): Promise<WatchedDocument[]> {
  const since = new Date(Date.parse(storyReceivedAt) - RECENT_POLL_MINUTES * 60_000).toISOString();
  const looked = await Promise.all(
    documents.map(async ({ id }) => ((await store.sources.get(id))?.lastLook ?? '') >= since),
  );
  return documents.filter((_, at) => !looked[at]);
}

const addDays = (instant: Instant, days: number): Instant =>
  new Date(Date.parse(instant) + days * 86_400_000).toISOString();
