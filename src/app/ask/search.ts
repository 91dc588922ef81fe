/**
 * Finds words in everything that is known: clauses about AI, dated events, stories, tools, law. Words may begin what is meant
 * or have a letter wrong; what was written in four languages is found in any of them. Of stories there are tens of thousands: the
 * store finds those. All else is few, and is held in memory.
 */
import MiniSearch from 'minisearch';
import { foldAccents } from '../../core/text/fold-accents.ts';
import { MAX_TYPO_RATIO, MIN_FUZZY_LENGTH, MIN_PREFIX_LENGTH } from '../../core/text/fuzzy-words.ts';
import type { Platform, RegulationEvent, TimelineEvent, WatchedDocument } from '../../domain/catalog.ts';
import type { DocumentStance } from '../../domain/document.ts';
import { LANGUAGES, type LocalText } from '../../domain/vocabulary.ts';
import { yieldToEventLoop } from '../event-loop.ts';
import type { SearchTerm, Store, StorySummary } from '../ports/store.ts';
import type { ReadModel } from './read-model.ts';

/** Something that was found. */
export type SearchResult =
  | { kind: 'clause'; platform: Platform; document: WatchedDocument; text: string; section: string }
  | { kind: 'event'; platform: Platform; event: TimelineEvent }
  | { kind: 'tool'; platform: Platform; tool: Platform['tools'][number] }
  | { kind: 'story'; story: StorySummary }
  | { kind: 'regulation'; event: RegulationEvent };

/** What was found of one kind: the best of it, best first, of so many. */
export type SearchResults = {
  [Kind in SearchResult['kind']]: { total: number; best: Extract<SearchResult, { kind: Kind }>[] };
};

type IndexedResult = Exclude<SearchResult, { kind: 'story' }>;

/** What is searched of a finding. */
interface Entry {
  id: number;
  /** What it says. */
  text: string;
  /** Whom and what it is about. */
  about: string;
}

/** Clauses may be so much older than the last look at a source: they are not looked at anew for each question. */
const MAX_CLAUSE_AGE_MS = 60_000;
/** Words of a question that are looked for. */
const MAX_QUERY_WORDS = 20;

/** Entries shelved before others have their turn: some milliseconds. */
const INDEX_BATCH_SIZE = 5;

interface SearchIndex {
  /** When clauses were looked at last. */
  at: number;
  index: MiniSearch<Entry>;
  results: Map<number, IndexedResult>;
  /** What stands on it of each document, and of which reading. */
  documents: Map<string, { stance: string; ids: number[] }>;
}

/** Being filled or brought up to date, one after the other. */
const indexes = new WeakMap<Store, Promise<SearchIndex>>();

/**
 * What all of the words are found in, best first; where nothing has them all, what has some.
 * @param words what a member typed: any length, any alphabet.
 * @param most findings of each kind that are given.
 */
export async function search(readModel: ReadModel, words: string, now: Date, most: number): Promise<SearchResults> {
  const shelf = await currentIndex(readModel, now);
  const whole = await runQuery(readModel, shelf, words, 'all', most);
  return Object.values(whole).some(({ total }) => total > 0) ? whole : runQuery(readModel, shelf, words, 'any', most);
}

/** Makes the first question as quick as those after it. */
export async function warmUpSearch(readModel: ReadModel, now: Date): Promise<void> {
  await currentIndex(readModel, now);
  await readModel.store.storyTitles.warmUp();
}

/** Filling it takes a while at first; who asks before it is full waits for it. */
function currentIndex(readModel: ReadModel, now: Date): Promise<SearchIndex> {
  const before = indexes.get(readModel.store);
  const ready =
    before === undefined ? buildIndex(readModel, now) : before.then((shelf) => refresh(shelf, readModel, now));
  indexes.set(readModel.store, ready);
  ready.catch(() => indexes.delete(readModel.store));
  return ready;
}

async function runQuery(
  { store, catalog }: ReadModel,
  { index, results: findings }: SearchIndex,
  words: string,
  how: 'all' | 'any',
  most: number,
): Promise<SearchResults> {
  const hits = index.search(words, { combineWith: how === 'all' ? 'AND' : 'OR' });
  const shelved = hits.flatMap(({ id }) => findings.get(id) ?? []);
  const of = <Kind extends IndexedResult['kind']>(kind: Kind) => {
    const all = shelved.filter((one): one is Extract<IndexedResult, { kind: Kind }> => one.kind === kind);
    return { total: all.length, best: all.slice(0, most) };
  };
  // Of several who ask at once, each has a turn.
  await yieldToEventLoop();
  const stories = await store.storyTitles.search(wantedWords(words, catalog.platforms), how, most);
  return {
    clause: of('clause'),
    event: of('event'),
    story: { total: stories.total, best: stories.best.map((story) => ({ kind: 'story', story })) },
    tool: of('tool'),
    regulation: of('regulation'),
  } as SearchResults;
}

function wantedWords(words: string, platforms: readonly Platform[]): SearchTerm[] {
  return queryTerms(words)
    .slice(0, MAX_QUERY_WORDS)
    .map((word) => ({
      word,
      platforms: platforms.filter(({ name }) => queryTerms(name).some((one) => one === word)).map(({ id }) => id),
    }));
}

const queryTerms = (words: string): string[] =>
  foldAccents(words.toLowerCase())
    .split(/[^\p{L}\p{N}\p{M}]+/u)
    .filter((word) => /[\p{L}\p{N}]/u.test(word));

async function buildIndex(readModel: ReadModel, now: Date): Promise<SearchIndex> {
  const index = new MiniSearch<Entry>({
    fields: ['text', 'about'],
    processTerm: (term) => foldAccents(term.toLowerCase()) || null,
    searchOptions: {
      boost: { about: 2 },
      fuzzy: (term) => (term.length >= MIN_FUZZY_LENGTH ? MAX_TYPO_RATIO : false),
      prefix: (term) => term.length >= MIN_PREFIX_LENGTH,
    },
  });
  const shelf: SearchIndex = { at: Number.NEGATIVE_INFINITY, index, results: new Map(), documents: new Map() };
  const { platforms, regulation } = readModel.catalog;
  await put(shelf, [
    ...platforms.flatMap((platform): IndexedResult[] => [
      ...platform.events.map((event): IndexedResult => ({ kind: 'event', platform, event })),
      ...platform.tools.map((tool): IndexedResult => ({ kind: 'tool', platform, tool })),
    ]),
    ...regulation.map((event): IndexedResult => ({ kind: 'regulation', event })),
  ]);
  return refresh(shelf, readModel, now);
}

/** Shelves anew what is read differently since it was shelved. */
async function refresh(shelf: SearchIndex, { catalog, store }: ReadModel, now: Date): Promise<SearchIndex> {
  if (Math.abs(now.getTime() - shelf.at) < MAX_CLAUSE_AGE_MS) return shelf;
  for (const platform of catalog.platforms) {
    for (const document of platform.documents) {
      const stance = await store.stances.get(document.id);
      const reading = JSON.stringify(stance ?? null);
      const known = shelf.documents.get(document.id);
      if (known?.stance === reading) continue;
      for (const id of known?.ids ?? []) {
        shelf.index.discard(id);
        shelf.results.delete(id);
      }
      const ids = await put(shelf, clausesIn(platform, document, stance));
      shelf.documents.set(document.id, { stance: reading, ids });
    }
    await yieldToEventLoop();
  }
  shelf.at = now.getTime();
  return shelf;
}

/** A clause that speaks of several topics is found once. */
function clausesIn(platform: Platform, document: WatchedDocument, stance: DocumentStance | undefined): IndexedResult[] {
  const quotes = (stance?.lines ?? []).flatMap((line) => line.quotes);
  const distinct = new Map(quotes.map((quote) => [quote.text, quote]));
  return [...distinct.values()].map((quote): IndexedResult => ({ kind: 'clause', platform, document, ...quote }));
}

/** @returns the ids they stand under. */
async function put({ index, results: findings }: SearchIndex, indexed: readonly IndexedResult[]): Promise<number[]> {
  const ids: number[] = [];
  for (const [i, finding] of indexed.entries()) {
    if (i > 0 && i % INDEX_BATCH_SIZE === 0) await yieldToEventLoop();
    const id = ++lastId;
    index.add({ id, ...searchableFields(finding) });
    findings.set(id, finding);
    ids.push(id);
  }
  return ids;
}

/** Ids are not used again: an index may still hold one that was discarded. */
let lastId = 0;

function searchableFields(finding: IndexedResult): Omit<Entry, 'id'> {
  switch (finding.kind) {
    case 'clause':
      return { text: finding.text, about: `${finding.platform.name} ${finding.document.type} ${finding.section}` };
    case 'event':
      return { text: allTranslations(finding.event.title, finding.event.effect), about: finding.platform.name };
    case 'tool':
      return { text: allTranslations(finding.tool.what), about: `${finding.platform.name} ${finding.tool.name}` };
    case 'regulation':
      return { text: allTranslations(finding.event.title, finding.event.effect), about: finding.event.jurisdiction };
  }
}

/** The words in every language they were written in. */
function allTranslations(...texts: LocalText[]): string {
  return texts
    .flatMap((words) => (typeof words === 'string' ? [words] : LANGUAGES.map((language) => words[language] ?? '')))
    .join(' ');
}
