/** Pages over several dated sources together. Only the entries of the requested page are read, however long the history is. */
import type { CalendarDate, Instant } from '../../domain/vocabulary.ts';
import type { DatedCollection, OccurrenceFilter } from '../ports/collection.ts';

/** Read only when its page is shown. */
interface LazyEntry<Entry> {
  date: CalendarDate | Instant;
  read(): Promise<Entry | undefined>;
}

export interface EntrySource<Entry> {
  count(): Promise<number>;
  /** Newest first. */
  newest(limit: number): Promise<LazyEntry<Entry>[]>;
}

export interface EntryPage<Entry> {
  /** Newest first. */
  entries: Entry[];
  /** Index of the first entry, counted from the newest: 0 is the newest of all. */
  offset: number;
  pageSize: number;
  /** Entries on all pages. */
  total: number;
}

/** @param pageNumber 0 is the newest page; a number beyond the last page gives the last page. */
export async function readEntryPage<Entry>(
  sources: readonly EntrySource<Entry>[],
  pageNumber: number,
  pageSize: number,
): Promise<EntryPage<Entry>> {
  const counts = await Promise.all(sources.map((source) => source.count()));
  const total = counts.reduce((sum, count) => sum + count, 0);
  const lastPage = Math.max(Math.ceil(total / pageSize) - 1, 0);
  const offset = Math.min(Math.max(pageNumber, 0), lastPage) * pageSize;
  const newest = await Promise.all(sources.map((source) => source.newest(offset + pageSize)));
  const shown = newest
    .flat()
    .sort(newestFirst)
    .slice(offset, offset + pageSize);
  const entries = await Promise.all(shown.map((entry) => entry.read()));
  return { entries: entries.filter((entry) => entry !== undefined), offset, pageSize, total };
}

type Dated = { date: CalendarDate | Instant };
export const newestFirst = (a: Dated, b: Dated): number => (a.date < b.date ? 1 : a.date > b.date ? -1 : 0);

/** The page number in a button's arguments; 0 for anything that is no number. */
export const parsePageNumber = (digits: string | undefined): number =>
  /^\d{1,6}$/.test(digits ?? '') ? Number(digits) : 0;

export function collectionSource<Entry>(
  collection: Pick<DatedCollection<never>, 'count' | 'occurrences'>,
  filter: OccurrenceFilter,
  read: (key: string) => Promise<Entry | undefined>,
): EntrySource<Entry> {
  return {
    count: () => collection.count(filter),
    async newest(limit) {
      const occurrences = await collection.occurrences({ ...filter, limit });
      return occurrences.map(({ key, date }) => ({ date, read: () => read(key) }));
    },
  };
}

/** Of values with the same date, the one listed last counts as the newest. */
export function listSource<Value extends { date: CalendarDate }, Entry>(
  values: readonly Value[],
  toEntry: (value: Value) => Entry,
): EntrySource<Entry> {
  const sorted = values.toReversed().sort(newestFirst);
  return {
    count: async () => sorted.length,
    newest: async (limit) =>
      sorted.slice(0, limit).map((value) => ({ date: value.date, read: async () => toEntry(value) })),
  };
}
