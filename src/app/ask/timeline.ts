/** What happened between a platform and AI: events of the catalog, changes the bot recorded of documents and signals, stories it read. */
import type { Platform, TimelineEvent } from '../../domain/catalog.ts';
import type { CalendarDate, EventKind } from '../../domain/vocabulary.ts';
import type { ChangeSummary, SignalChangeSummary, StorySummary } from '../ports/store.ts';
import { chronicleSource, type EntryPage, listSource, readEntryPage } from './pagination.ts';
import type { ReadModel } from './read-model.ts';

/** One dated line of a platform's timeline. */
export type TimelineEntry = { date: CalendarDate } & (
  | { kind: 'event'; event: TimelineEvent }
  | { kind: 'change'; change: ChangeSummary }
  | { kind: 'story'; story: StorySummary }
  | { kind: 'signal'; change: SignalChangeSummary }
);

/** Entries told at once; buttons lead to those before. */
export const TIMELINE_PAGE_SIZE = 100;

/** @returns the entries of one stretch, oldest first. */
export async function readTimelinePage(
  { store }: ReadModel,
  platform: Platform,
  stretch = 0,
): Promise<EntryPage<TimelineEntry>> {
  const span = { platform: platform.id };
  const told = await readEntryPage<TimelineEntry>(
    [
      chronicleSource(store.stories, span, async (key) => {
        const story = await store.stories.summary(key);
        return story && { kind: 'story', date: dayOf(story.firstSeen), story };
      }),
      chronicleSource(store.signalChanges, span, async (key) => {
        const change = await store.signalChanges.summary(key);
        return change && { kind: 'signal', date: dayOf(change.firstSeenNew), change };
      }),
      chronicleSource(store.changes, span, async (key) => {
        const change = await store.changes.summary(key);
        return change && { kind: 'change', date: dayOf(change.firstSeenNew), change };
      }),
      listSource(platform.events, (event) => ({ kind: 'event', date: event.date, event })),
    ],
    stretch,
    TIMELINE_PAGE_SIZE,
  );
  return { ...told, entries: told.entries.reverse() };
}

/** A year of what lies before the entries that are told: how much happened, and what was the last of it. */
export interface YearSummary {
  year: string;
  count: number;
  /** Oldest first; `document` is a change of a document or of signals. */
  last: (EventKind | 'document')[];
}

/**
 * The years before the entries of a timeline's newest stretch, oldest first, without changes that have nothing to do with AI.
 * @param most of each year that are named.
 */
export async function summarizePastYears(
  { store }: ReadModel,
  platform: Platform,
  { entries, total }: EntryPage<TimelineEntry>,
  most: number,
): Promise<YearSummary[]> {
  const [oldest] = entries;
  if (oldest === undefined || total <= entries.length) return [];
  const before = instantOf(oldest);
  const span = { platform: platform.id };
  const sources = [
    { occurrences: store.changes, kinds: AI_RELATED_SIGNIFICANCES, document: true },
    { occurrences: store.signalChanges, document: true },
    { occurrences: store.stories, document: false },
  ];

  // 1. All there is of each year, without what is told.
  const counts = new Map<string, number>();
  const add = (year: string, count: number) => counts.set(year, (counts.get(year) ?? 0) + count);
  for (const { occurrences: moments, kinds } of sources) {
    for (const { year, count } of await moments.countByYear({ ...span, kinds })) add(year, count);
  }
  for (const { date } of platform.events) add(date.slice(0, 4), 1);
  for (const entry of entries) if (isAiRelated(entry)) add(entry.date.slice(0, 4), -1);
  const years = [...counts].filter(([, count]) => count > 0).sort(([a], [b]) => (a < b ? -1 : 1));

  // 2. Of each year the last.
  return Promise.all(
    years.map(async ([year, count]) => {
      const end = String(Number(year) + 1);
      const until = end < before ? end : before;
      const inStore = sources.map(async ({ occurrences: moments, kinds, document }) => {
        const last = await moments.occurrences({ ...span, kinds, since: year, before: until, limit: most });
        return last.map(({ date, kind }) => ({ date, kind: document ? 'document' : kind }));
      });
      const events = platform.events.filter(({ date }) => date >= year && date < until);
      const last = [...events, ...(await Promise.all(inStore)).flat()].sort((a, b) => (a.date < b.date ? -1 : 1));
      return { year, count, last: last.slice(-most).map(({ kind }) => kind as YearSummary['last'][number]) };
    }),
  );
}

/** Of changes, by their significance. */
export const AI_RELATED_SIGNIFICANCES = ['minor', 'major'];

/** A change that has nothing to do with AI is in the text for completeness; in a picture it would only be in the way. */
export const isAiRelated = (entry: TimelineEntry): boolean =>
  entry.kind !== 'change' || entry.change.reading.change !== 'none';

/** As exactly as it is known. */
function instantOf(entry: TimelineEntry): string {
  if (entry.kind === 'event') return entry.date;
  return entry.kind === 'story' ? entry.story.firstSeen : entry.change.firstSeenNew;
}

const dayOf = (instant: string): CalendarDate => instant.slice(0, 10);
