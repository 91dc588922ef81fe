/** What happened between a platform and AI: events of the catalog, recorded changes of documents and signals, and stories. */
import type { Platform, TimelineEvent } from '../../domain/catalog.ts';
import type { CalendarDate, EventKind, Instant } from '../../domain/vocabulary.ts';
import type { ChangeSummary, SignalChangeSummary, StorySummary } from '../ports/store.ts';
import { AI_RELATED_SIGNIFICANCES } from './change-list.ts';
import { collectionSource, type EntryPage, listSource, readEntryPage } from './pagination.ts';
import type { ReadModel } from './read-model.ts';

export type TimelineEntry = { date: CalendarDate | Instant } & (
  | { kind: 'event'; event: TimelineEvent }
  | { kind: 'change'; change: ChangeSummary }
  | { kind: 'story'; story: StorySummary }
  | { kind: 'signal'; change: SignalChangeSummary }
);

const TIMELINE_PAGE_SIZE = 100;

/** @returns the entries of a page, oldest first. */
export async function readTimelinePage(
  { store }: ReadModel,
  platform: Platform,
  pageNumber = 0,
): Promise<EntryPage<TimelineEntry>> {
  const filter = { platform: platform.id };
  const page = await readEntryPage<TimelineEntry>(
    [
      collectionSource(store.stories, filter, async (key) => {
        const story = await store.stories.summary(key);
        return story && { kind: 'story', date: story.firstSeen, story };
      }),
      collectionSource(store.signalChanges, filter, async (key) => {
        const change = await store.signalChanges.summary(key);
        return change && { kind: 'signal', date: change.firstSeenNew, change };
      }),
      collectionSource(store.changes, filter, async (key) => {
        const change = await store.changes.summary(key);
        return change && { kind: 'change', date: change.firstSeenNew, change };
      }),
      listSource(platform.events, (event) => ({ kind: 'event', date: event.date, event })),
    ],
    pageNumber,
    TIMELINE_PAGE_SIZE,
  );
  return { ...page, entries: page.entries.reverse() };
}

/** A year before the entries of a page. */
export interface YearSummary {
  year: string;
  count: number;
  /** Kinds of the year's last entries, oldest first; `document` is a change of a document or of signals. */
  last: (EventKind | 'document')[];
}

/**
 * The years before a timeline's newest page, oldest first, without changes unrelated to AI.
 * @param limit entries of each year whose kind is reported.
 */
export async function summarizePastYears(
  { store }: ReadModel,
  platform: Platform,
  { entries, total }: EntryPage<TimelineEntry>,
  limit: number,
): Promise<YearSummary[]> {
  const [oldest] = entries;
  if (oldest === undefined || total <= entries.length) return [];
  const before = oldest.date;
  const filter = { platform: platform.id };
  const sources = [
    { collection: store.changes, kinds: AI_RELATED_SIGNIFICANCES, isDocument: true },
    { collection: store.signalChanges, isDocument: true },
    { collection: store.stories, isDocument: false },
  ];

  // 1. Count each year, without the entries of the page.
  const counts = new Map<string, number>();
  const add = (year: string, count: number) => counts.set(year, (counts.get(year) ?? 0) + count);
  for (const { collection, kinds } of sources) {
    for (const { year, count } of await collection.countByYear({ ...filter, kinds })) add(year, count);
  }
  for (const { date } of platform.events) add(date.slice(0, 4), 1);
  for (const entry of entries) if (isAiRelated(entry)) add(entry.date.slice(0, 4), -1);
  const years = [...counts].filter(([, count]) => count > 0).sort(([a], [b]) => (a < b ? -1 : 1));

  // 2. Find the last entries of each year.
  return Promise.all(
    years.map(async ([year, count]) => {
      const end = String(Number(year) + 1);
      const until = end < before ? end : before;
      const stored = sources.map(async ({ collection, kinds, isDocument }) => {
        const last = await collection.occurrences({ ...filter, kinds, since: year, before: until, limit });
        return last.map(({ date, kind }) => ({ date, kind: isDocument ? 'document' : kind }));
      });
      const events = platform.events.filter(({ date }) => date >= year && date < until);
      const last = [...events, ...(await Promise.all(stored)).flat()].sort((a, b) => (a.date < b.date ? -1 : 1));
      return { year, count, last: last.slice(-limit).map(({ kind }) => kind as YearSummary['last'][number]) };
    }),
  );
}

/** Pictures leave out changes that are not; the text lists them for completeness. */
export const isAiRelated = (entry: TimelineEntry): boolean =>
  entry.kind !== 'change' || entry.change.assessment.significance !== 'none';
