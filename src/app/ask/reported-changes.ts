/** Stories about a platform's terms and the changes that were seen in them, each asked for from the other. */
import { isOneEvent, mayTellOf, REPORTED_AFTER_DAYS, REPORTED_BEFORE_DAYS } from '../../core/alerts/reported-changes.ts';
import type { WatchedDocument } from '../../domain/catalog.ts';
import type { Change } from '../../domain/document.ts';
import type { Story } from '../../domain/news.ts';
import type { Instant, Significance } from '../../domain/vocabulary.ts';
import type { Store } from '../ports/store.ts';
import { type Archive, platformById } from './read-model.ts';

/** Looked through for one that matches: a platform changes its documents a few times a year. */
const MOST_LOOKED_THROUGH = 50;
/** Stories told under a change. */
const MOST_STORIES = 3;

/** The newest change that a story may tell of; nothing where the bot saw none. */
export async function changeBehind(store: Store, story: Story): Promise<Change | undefined> {
  if (!story.aboutTerms) return undefined;
  const since = daysFrom(story.firstSeen, -REPORTED_AFTER_DAYS);
  const before = daysFrom(story.firstSeen, REPORTED_BEFORE_DAYS);
  const each = story.platforms.map((platform) =>
    store.changes.newest({ platform, since, before, limit: MOST_LOOKED_THROUGH }),
  );
  return (await Promise.all(each))
    .flat()
    .filter((change) => mayTellOf(story, change))
    .sort((a, b) => b.firstSeenNew.localeCompare(a.firstSeenNew))[0];
}

/** The first stories that tell of a change soon before or after it, oldest first. */
export async function storiesOn(store: Store, change: Change): Promise<Story[]> {
  const { platform, firstSeenNew } = change;
  const since = daysFrom(firstSeenNew, -REPORTED_BEFORE_DAYS);
  const near = await store.stories.newest({ platform, since, limit: MOST_LOOKED_THROUGH });
  return near
    .filter((story) => mayTellOf(story, change) && isOneEvent(story, change))
    .reverse()
    .slice(0, MOST_STORIES);
}

/** What a look at a platform's documents came to, after a story about them. */
export interface LookAfter {
  /** When the first of them was looked at. */
  at: Instant;
  read: number;
  /** Those that could not be read. */
  unread: number;
}

/** A look shortly before a story answers it as well as one after it. */
const ANSWERS_FOR_MINUTES = 60;

/**
 * The look at the documents of a story's platforms that answers it.
 * @param told when the story came in.
 * @returns nothing where not all of them were looked at since, none was known before, or one of them did change about AI of late.
 */
export async function lookAfter(
  { catalog, store }: Archive,
  story: Story,
  told: Instant,
): Promise<LookAfter | undefined> {
  const documents = story.platforms.flatMap((id) => platformById(catalog, id)?.documents ?? []);
  if (documents.length === 0 || (await notLookedAt(store, documents, told)).length > 0) return undefined;
  if (await changedOfLate(store, story)) return undefined;
  const each = await Promise.all(documents.map(({ id }) => Promise.all([store.sources.get(id), store.heads.get(id)])));
  // What was read first after the story says nothing of how it was before.
  const known = each.filter(([, head]) => head !== undefined && head.current.firstSeen < told);
  if (known.length === 0 || known.some(([, head]) => head?.pending !== undefined)) return undefined;
  const read = known.filter(([status]) => status?.problem === undefined).length;
  const [at = told] = each.flatMap(([status]) => status?.lastLook ?? []).sort();
  return { at, read, unread: documents.length - read };
}

async function changedOfLate(store: Store, { platforms, firstSeen }: Story): Promise<boolean> {
  const since = daysFrom(firstSeen, -REPORTED_BEFORE_DAYS);
  const kinds = ['minor', 'major'] satisfies Significance[];
  const counts = await Promise.all(platforms.map((platform) => store.changes.count({ platform, since, kinds })));
  return counts.some((count) => count > 0);
}

/** Those of the documents that no look answers since a story came in. */
export async function notLookedAt(
  store: Store,
  documents: readonly WatchedDocument[],
  told: Instant,
): Promise<WatchedDocument[]> {
  const since = new Date(Date.parse(told) - ANSWERS_FOR_MINUTES * 60_000).toISOString();
  const looked = await Promise.all(
    documents.map(async ({ id }) => ((await store.sources.get(id))?.lastLook ?? '') >= since),
  );
  return documents.filter((_, at) => !looked[at]);
}

const daysFrom = (instant: Instant, days: number): Instant =>
  new Date(Date.parse(instant) + days * 86_400_000).toISOString();
