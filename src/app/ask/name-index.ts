/**
 * Finds recorded changes and stories by name while a member types. Names are formatted once per language, kept in memory and brought up
 * to date with what was written since.
 */
import type { Language } from '../../domain/vocabulary.ts';
import { yieldToEventLoop } from '../event-loop.ts';
import type { DatedCollection } from '../ports/collection.ts';
import type { Store } from '../ports/store.ts';
import { newestFirst } from './pagination.ts';

export interface NamedItem {
  key: string;
  name: string;
  date: string;
  isUnrelatedToAi?: boolean;
}

/** How the items of a collection are called in one language. */
export interface NameFormat<Summary> {
  language: Language;
  formatName(summary: Summary): Omit<NamedItem, 'key'>;
}

export interface NameIndex<Summary> {
  /** Items whose name contains every word typed, newest first. */
  search(
    typed: string,
    format: NameFormat<Summary>,
    options: { limit: number; unrelatedLast?: boolean },
  ): Promise<NamedItem[]>;
}

export type NameIndexes = ReturnType<typeof createNameIndexes>;

/** Created once for a store: the indexes are filled on their first search. */
export const createNameIndexes = ({ changes, signalChanges, stories }: Store) => ({
  changes: createNameIndex(changes),
  signalChanges: createNameIndex(signalChanges),
  stories: createNameIndex(stories),
});

/** Until the index is filled, only the newest items are searched. */
const MAX_SCANNED_WITHOUT_INDEX = 300;
/** Names formatted before the event loop gets a turn: some milliseconds. */
const INDEX_BATCH_SIZE = 200;

type NameSource<Summary> = Pick<DatedCollection<unknown, Summary>, 'summaries' | 'writtenSince'>;
type IndexedName = NamedItem & { lowerCased: string };

interface LanguageIndex {
  sequence: number;
  byKey: Map<string, IndexedName>;
  /** Newest first; absent until the index is filled. */
  inOrder?: IndexedName[];
  update?: Promise<void>;
}

function createNameIndex<Summary extends { id: string }>(source: NameSource<Summary>): NameIndex<Summary> {
  const byLanguage = new Map<Language, LanguageIndex>();
  return {
    async search(typed, format, { limit, unrelatedLast = false }) {
      const index = byLanguage.get(format.language) ?? { sequence: 0, byKey: new Map() };
      byLanguage.set(format.language, index);
      const matches = nameMatcher(typed);
      const found: NamedItem[] = [];
      const unrelated: NamedItem[] = [];
      for (const item of await currentNames(index, source, format)) {
        if (!matches(item.lowerCased)) continue;
        if (unrelatedLast && item.isUnrelatedToAi) unrelated.push(item);
        else found.push(item);
        if (found.length === limit) break;
      }
      return [...found, ...unrelated].slice(0, limit);
    },
  };
}

/** Matches lower-case names that contain every word typed. */
export function nameMatcher(typed: string): (lowerCased: string) => boolean {
  const words = typed.toLowerCase().split(/\s+/).filter(Boolean);
  return (lowerCased) => words.every((word) => lowerCased.includes(word));
}

async function currentNames<Summary extends { id: string }>(
  index: LanguageIndex,
  source: NameSource<Summary>,
  format: NameFormat<Summary>,
): Promise<readonly IndexedName[]> {
  const isFilled = index.inOrder !== undefined;
  index.update ??= updateIndex(index, source, format).finally(() => {
    index.update = undefined;
  });
  if (isFilled) await index.update;
  // Nobody waits for the first fill; the next search retries one that failed.
  else index.update.catch(() => {});
  if (index.inOrder !== undefined) return index.inOrder;
  const newest = await source.summaries({ limit: MAX_SCANNED_WITHOUT_INDEX });
  return newest.map((summary) => indexedName(summary.id, format.formatName(summary))).sort(newestFirst);
}

async function updateIndex<Summary>(
  index: LanguageIndex,
  source: NameSource<Summary>,
  { formatName }: NameFormat<Summary>,
): Promise<void> {
  let isOutdated = index.inOrder === undefined;
  for (;;) {
    const written = await source.writtenSince(index.sequence, INDEX_BATCH_SIZE);
    for (const { key, sequence, summary } of written) {
      index.byKey.set(key, indexedName(key, formatName(summary)));
      index.sequence = sequence;
      isOutdated = true;
    }
    if (written.length < INDEX_BATCH_SIZE) break;
    await yieldToEventLoop();
  }
  if (isOutdated) index.inOrder = [...index.byKey.values()].sort(newestFirst);
}

const indexedName = (key: string, item: Omit<NamedItem, 'key'>): IndexedName => ({
  key,
  ...item,
  lowerCased: item.name.toLowerCase(),
});
