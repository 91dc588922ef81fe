/** A stretch of what happened, out of several sources together: however long the history is, only what is shown is read. */
import type { CalendarDate, Instant } from '../../domain/vocabulary.ts';
import type { DatedCollection, OccurrenceFilter } from '../ports/store.ts';

/** Something that happened; reading it is left until it is shown. */
interface LazyEntry<Entry> {
  date: CalendarDate | Instant;
  read(): Promise<Entry | undefined>;
}

/** One of the sources. */
export interface EntrySource<Entry> {
  count(): Promise<number>;
  /** Newest first, so many at most. */
  newest(limit: number): Promise<LazyEntry<Entry>[]>;
}

export interface EntryPage<Entry> {
  /** Newest first. */
  entries: Entry[];
  /** The place of the first one, counted from the newest: 0 is the newest of all. */
  offset: number;
  /** How many there are in all. */
  total: number;
}

/**
 * @param number which stretch; 0 has the newest entries. Beyond the last one the last is meant.
 * @param length entries in a stretch.
 */
export async function readEntryPage<Entry>(
  sources: readonly EntrySource<Entry>[],
  number: number,
  length: number,
): Promise<EntryPage<Entry>> {
  const counts = await Promise.all(sources.map((source) => source.count()));
  const total = counts.reduce((sum, count) => sum + count, 0);
  const last = Math.max(Math.ceil(total / length) - 1, 0);
  const skipped = Math.min(Math.max(number, 0), last) * length;
  const newest = await Promise.all(sources.map((strand) => strand.newest(skipped + length)));
  const shown = newest
    .flat()
    .sort((a, b) => (a.date < b.date ? 1 : a.date > b.date ? -1 : 0))
    .slice(skipped, skipped + length);
  const entries = await Promise.all(shown.map((one) => one.read()));
  return { entries: entries.filter((entry) => entry !== undefined), offset: skipped, total };
}

/** Which stretch a button or a member names; the newest where that is no number. */
export const parsePageNumber = (words: string | undefined): number =>
  /^\d{1,6}$/.test(words ?? '') ? Number(words) : 0;

/** Those of a chronicle, each read by its key. */
export function chronicleSource<Entry>(
  chronicle: Pick<DatedCollection<never>, 'count' | 'occurrences'>,
  span: OccurrenceFilter,
  read: (key: string) => Promise<Entry | undefined>,
): EntrySource<Entry> {
  return {
    count: () => chronicle.count(span),
    async newest(limit) {
      const moments = await chronicle.occurrences({ ...span, limit });
      return moments.map(({ key, date }) => ({ date, read: () => read(key) }));
    },
  };
}

/** Those of a list that is at hand. */
export function listSource<Value extends { date: CalendarDate }, Entry>(
  values: readonly Value[],
  entryOf: (value: Value) => Entry,
): EntrySource<Entry> {
  const sorted = values.toSorted((a, b) => (a.date < b.date ? 1 : -1));
  return {
    count: async () => sorted.length,
    newest: async (limit) =>
      sorted.slice(0, limit).map((value) => ({ date: value.date, read: async () => entryOf(value) })),
  };
}
