/** Pages of changes: those the bot recorded of documents and signals, and those the catalog dates. */
import type { Platform, TimelineEvent } from '../../domain/catalog.ts';
import type { Change } from '../../domain/document.ts';
import type { SignalChange } from '../../domain/signal.ts';
import type { CalendarDate, Significance } from '../../domain/vocabulary.ts';
import { collectionSource, type EntryPage, type EntrySource, listSource, readEntryPage } from './pagination.ts';
import type { ReadModel } from './read-model.ts';

export type ChangeEntry =
  | { kind: 'document'; change: Change }
  | { kind: 'signal'; change: SignalChange }
  | { kind: 'event'; event: TimelineEvent };

/** Of changes that concern AI; `none` is any other edit of a document. */
export const AI_RELATED_SIGNIFICANCES = ['minor', 'major'] satisfies Significance[];

const CHANGES_PAGE_SIZE = 10;

/** @param since an empty string is the beginning. */
export async function readPlatformChanges(
  readModel: ReadModel,
  platform: Platform,
  since: CalendarDate,
  pageNumber: number,
): Promise<EntryPage<ChangeEntry>> {
  const dated = platform.events.filter(
    ({ kind, date }) => (kind === 'terms-change' || kind === 'policy-change') && date >= since,
  );
  const sources = [
    ...recordedChanges(readModel, { platform: platform.id, since }),
    listSource(dated, (event): ChangeEntry => ({ kind: 'event', event })),
  ];
  return readEntryPage(sources, pageNumber, CHANGES_PAGE_SIZE);
}

/** Recorded changes of all platforms that concern AI. */
export async function readLatestChanges(
  readModel: ReadModel,
  since: CalendarDate,
  pageNumber: number,
): Promise<EntryPage<Exclude<ChangeEntry, { kind: 'event' }>>> {
  return readEntryPage(recordedChanges(readModel, { since }, AI_RELATED_SIGNIFICANCES), pageNumber, CHANGES_PAGE_SIZE);
}

function recordedChanges(
  { store }: ReadModel,
  filter: { platform?: string; since: CalendarDate },
  kinds?: Significance[],
): EntrySource<Exclude<ChangeEntry, { kind: 'event' }>>[] {
  return [
    collectionSource(store.changes, { ...filter, kinds }, async (key) => {
      const change = await store.changes.get(key);
      return change && { kind: 'document', change };
    }),
    collectionSource(store.signalChanges, filter, async (key) => {
      const change = await store.signalChanges.get(key);
      return change && { kind: 'signal', change };
    }),
  ];
}
