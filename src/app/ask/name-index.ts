/**
 * What recorded things are called, so that a member can pick one while typing. Names are made of many words in the member's language:
 * they are made once, held in memory, and brought up to date by what was written since.
 */
import type { Language } from '../../domain/vocabulary.ts';
import { yieldToEventLoop } from '../event-loop.ts';
import type { DatedCollection } from '../ports/store.ts';

export interface NamedItem {
  key: string;
  name: string;
  date: string;
  /** It has nothing to do with AI. */
  isUnrelatedToAi?: boolean;
}

/** How the things of a chronicle are called in one language. */
export interface NameFormat<Summary> {
  language: Language;
  formatName(summary: Summary): Omit<NamedItem, 'key'>;
}

type NameSource<Summary> = Pick<DatedCollection<unknown, Summary>, 'summaries' | 'writtenSince'>;

/** Until all names are there, so many of the newest things are looked through. */
const MAX_SCANNED_WITHOUT_INDEX = 300;
/** Names made before others have their turn: some milliseconds. */
const INDEX_BATCH_SIZE = 200;

/** Those whose name contains every word that was typed, newest first. */
export async function searchByName<Summary extends { id: string }>(
  chronicle: NameSource<Summary>,
  naming: NameFormat<Summary>,
  typed: string,
  { limit, unrelatedLast: asideLast = false }: { limit: number; unrelatedLast?: boolean },
): Promise<NamedItem[]> {
  const isWanted = nameMatcher(typed);
  const found: NamedItem[] = [];
  const unrelated: NamedItem[] = [];
  for (const one of await indexedNames(chronicle, naming)) {
    if (!isWanted(one.lowerCased)) continue;
    if (asideLast && one.isUnrelatedToAi) unrelated.push(one);
    else found.push(one);
    if (found.length === limit) break;
  }
  return [...found, ...unrelated].slice(0, limit);
}

/** Whether a name, in lower case, holds every word that was typed. */
export function nameMatcher(typed: string): (lowerCased: string) => boolean {
  const wanted = typed.toLowerCase().split(/\s+/).filter(Boolean);
  return (folded) => wanted.every((word) => folded.includes(word));
}

interface NameIndex {
  sequence: number;
  byKey: Map<string, IndexedName>;
  /** Newest first; absent until all are there. */
  inOrder?: IndexedName[];
  reading?: Promise<void>;
}

type IndexedName = NamedItem & { lowerCased: string };

const nameIndexes = new WeakMap<object, Map<Language, NameIndex>>();

async function indexedNames<Summary extends { id: string }>(
  chronicle: NameSource<Summary>,
  naming: NameFormat<Summary>,
): Promise<readonly IndexedName[]> {
  const ofChronicle = nameIndexes.get(chronicle) ?? new Map<Language, NameIndex>();
  nameIndexes.set(chronicle, ofChronicle);
  const book: NameIndex = ofChronicle.get(naming.language) ?? { sequence: 0, byKey: new Map() };
  ofChronicle.set(naming.language, book);
  const isThere = book.inOrder !== undefined;
  book.reading ??= updateIndex(book, chronicle, naming).finally(() => {
    book.reading = undefined;
  });
  if (isThere) await book.reading;
  // Nobody waits for the first reading; should it fail, the next question begins it again.
  else book.reading.catch(() => {});
  if (book.inOrder !== undefined) return book.inOrder;
  const newest = await chronicle.summaries({ limit: MAX_SCANNED_WITHOUT_INDEX });
  return newest.map((summary) => lowerCased(summary.id, naming.formatName(summary))).sort(newestFirst);
}

async function updateIndex<Summary>(
  book: NameIndex,
  chronicle: NameSource<Summary>,
  { formatName }: NameFormat<Summary>,
): Promise<void> {
  let isOther = book.inOrder === undefined;
  for (;;) {
    const written = await chronicle.writtenSince(book.sequence, INDEX_BATCH_SIZE);
    for (const { key, sequence: revision, summary } of written) {
      book.byKey.set(key, lowerCased(key, formatName(summary)));
      book.sequence = revision;
      isOther = true;
    }
    if (written.length < INDEX_BATCH_SIZE) break;
    await yieldToEventLoop();
  }
  if (isOther) book.inOrder = [...book.byKey.values()].sort(newestFirst);
}

const lowerCased = (key: string, named: Omit<NamedItem, 'key'>): IndexedName => ({
  key,
  ...named,
  lowerCased: named.name.toLowerCase(),
});

const newestFirst = (a: NamedItem, b: NamedItem): number => (a.date < b.date ? 1 : a.date > b.date ? -1 : 0);
