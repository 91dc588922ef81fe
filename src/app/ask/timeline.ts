/** What happened between a platform and AI: events of the catalog, changes the bot recorded of documents and signals, stories it read. */
import type { CalendarDate, EventKind, Platform, TimelineEvent } from '../../domain.ts';
import type { ChangeSummary, SignalChangeSummary, StorySummary } from '../ports/store.ts';
import type { Archive } from './queries.ts';
import { type Stretch, strandOf, strandOfList, stretchOf } from './stretch.ts';

/** One dated line of a platform's timeline. */
export type TimelineEntry = { date: CalendarDate } & (
  | { kind: 'event'; event: TimelineEvent }
  | { kind: 'change'; change: ChangeSummary }
  | { kind: 'story'; story: StorySummary }
  | { kind: 'signal'; change: SignalChangeSummary }
);

/** Entries told at once; buttons lead to those before. */
export const TOLD_AT_ONCE = 100;

/** @returns the entries of one stretch, oldest first. */
export async function timelineOf({ store }: Archive, platform: Platform, stretch = 0): Promise<Stretch<TimelineEntry>> {
  const span = { platform: platform.id };
  const told = await stretchOf<TimelineEntry>(
    [
      strandOf(store.stories, span, async (key) => {
        const story = await store.stories.summary(key);
        return story && { kind: 'story', date: dayOf(story.firstSeen), story };
      }),
      strandOf(store.signalChanges, span, async (key) => {
        const change = await store.signalChanges.summary(key);
        return change && { kind: 'signal', date: dayOf(change.firstSeenNew), change };
      }),
      strandOf(store.changes, span, async (key) => {
        const change = await store.changes.summary(key);
        return change && { kind: 'change', date: dayOf(change.firstSeenNew), change };
      }),
      strandOfList(platform.events, (event) => ({ kind: 'event', date: event.date, event })),
    ],
    stretch,
    TOLD_AT_ONCE,
  );
  return { ...told, entries: told.entries.reverse() };
}

/** A year of what lies before the entries that are told: how much happened, and what was the last of it. */
export interface PastYear {
  year: string;
  count: number;
  /** Oldest first; `document` is a change of a document or of signals. */
  last: (EventKind | 'document')[];
}

/**
 * The years before the entries of a timeline's newest stretch, oldest first, without changes that have nothing to do with AI.
 * @param most of each year that are named.
 */
export async function pastYearsOf(
  { store }: Archive,
  platform: Platform,
  { entries, total }: Stretch<TimelineEntry>,
  most: number,
): Promise<PastYear[]> {
  const [oldest] = entries;
  if (oldest === undefined || total <= entries.length) return [];
  const before = instantOf(oldest);
  const sources = [
    { moments: store.changes, kinds: ['minor', 'major'], document: true },
    { moments: store.signalChanges, document: true },
    { moments: store.stories, document: false },
  ];
  const years = new Map<string, { count: number; last: { date: string; kind: string }[] }>();
  const ofYear = (year: string) => years.get(year) ?? years.set(year, { count: 0, last: [] }).get(year);
  for (const { date, kind } of platform.events) {
    const year = date < before ? ofYear(date.slice(0, 4)) : undefined;
    if (year === undefined) continue;
    year.count++;
    year.last.push({ date, kind });
  }
  for (const { moments, kinds, document } of sources) {
    const span = { platform: platform.id, kinds, before };
    for (const { year, count } of await moments.countByYear(span)) {
      const known = ofYear(year);
      if (known === undefined) continue;
      known.count += count;
      const end = String(Number(year) + 1);
      const last = await moments.moments({ ...span, since: year, before: end < before ? end : before, limit: most });
      known.last.push(...last.map(({ date, kind }) => ({ date, kind: document ? 'document' : kind })));
    }
  }
  return [...years]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([year, { count, last }]) => ({
      year,
      count,
      last: last
        .sort((a, b) => (a.date < b.date ? -1 : 1))
        .slice(-most)
        .map(({ kind }) => kind as PastYear['last'][number]),
    }));
}

/** As exactly as it is known. */
function instantOf(entry: TimelineEntry): string {
  if (entry.kind === 'event') return entry.date;
  return entry.kind === 'story' ? entry.story.firstSeen : entry.change.firstSeenNew;
}

const dayOf = (instant: string): CalendarDate => instant.slice(0, 10);
