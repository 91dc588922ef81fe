/**
 * What recorded things are called, so that a member can pick one while typing. Names are made of many words in the member's language:
 * they are made once, held in memory, and brought up to date by what was written since.
 */
import type { Language } from '../../domain/vocabulary.ts';
import { pause } from '../event-loop.ts';
import type { Chronicle } from '../ports/store.ts';

export interface Named {
  key: string;
  name: string;
  date: string;
  /** It has nothing to do with AI. */
  isAside?: boolean;
}

/** How the things of a chronicle are called in one language. */
export interface Naming<Summary> {
  language: Language;
  called(summary: Summary): Omit<Named, 'key'>;
}

type Nameable<Summary> = Pick<Chronicle<unknown, Summary>, 'summaries' | 'writtenSince'>;

/** Until all names are there, so many of the newest things are looked through. */
const LOOKED_THROUGH = 300;
/** Names made before others have their turn: some milliseconds. */
const NAMED_AT_ONCE = 200;

/** Those whose name contains every word that was typed, newest first. */
export async function namedLike<Summary extends { id: string }>(
  chronicle: Nameable<Summary>,
  naming: Naming<Summary>,
  typed: string,
  { limit, asideLast = false }: { limit: number; asideLast?: boolean },
): Promise<Named[]> {
  const isWanted = holding(typed);
  const found: Named[] = [];
  const aside: Named[] = [];
  for (const one of await namesOf(chronicle, naming)) {
    if (!isWanted(one.folded)) continue;
    if (asideLast && one.isAside) aside.push(one);
    else found.push(one);
    if (found.length === limit) break;
  }
  return [...found, ...aside].slice(0, limit);
}

/** Whether a name, in lower case, holds every word that was typed. */
export function holding(typed: string): (folded: string) => boolean {
  const wanted = typed.toLowerCase().split(/\s+/).filter(Boolean);
  return (folded) => wanted.every((word) => folded.includes(word));
}

interface Book {
  revision: number;
  byKey: Map<string, Folded>;
  /** Newest first; absent until all are there. */
  inOrder?: Folded[];
  reading?: Promise<void>;
}

type Folded = Named & { folded: string };

const books = new WeakMap<object, Map<Language, Book>>();

async function namesOf<Summary extends { id: string }>(
  chronicle: Nameable<Summary>,
  naming: Naming<Summary>,
): Promise<readonly Folded[]> {
  const ofChronicle = books.get(chronicle) ?? new Map<Language, Book>();
  books.set(chronicle, ofChronicle);
  const book: Book = ofChronicle.get(naming.language) ?? { revision: 0, byKey: new Map() };
  ofChronicle.set(naming.language, book);
  const isThere = book.inOrder !== undefined;
  book.reading ??= readOn(book, chronicle, naming).finally(() => {
    book.reading = undefined;
  });
  if (isThere) await book.reading;
  // Nobody waits for the first reading; should it fail, the next question begins it again.
  else book.reading.catch(() => {});
  if (book.inOrder !== undefined) return book.inOrder;
  const newest = await chronicle.summaries({ limit: LOOKED_THROUGH });
  return newest.map((summary) => folded(summary.id, naming.called(summary))).sort(newestFirst);
}

async function readOn<Summary>(book: Book, chronicle: Nameable<Summary>, { called }: Naming<Summary>): Promise<void> {
  let isOther = book.inOrder === undefined;
  for (;;) {
    const written = await chronicle.writtenSince(book.revision, NAMED_AT_ONCE);
    for (const { key, revision, summary } of written) {
      book.byKey.set(key, folded(key, called(summary)));
      book.revision = revision;
      isOther = true;
    }
    if (written.length < NAMED_AT_ONCE) break;
    await pause();
  }
  if (isOther) book.inOrder = [...book.byKey.values()].sort(newestFirst);
}

const folded = (key: string, named: Omit<Named, 'key'>): Folded => ({
  key,
  ...named,
  folded: named.name.toLowerCase(),
});

const newestFirst = (a: Named, b: Named): number => (a.date < b.date ? 1 : a.date > b.date ? -1 : 0);
