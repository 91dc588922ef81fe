/**
 * Full-text search over clauses, events, tools, laws and stories. Words may be prefixes or have a typo, and match texts in any of the
 * four languages. Tens of thousands of stories are searched by the store; everything else is few and indexed in memory.
 */
import MiniSearch from 'minisearch';
import { foldAccents } from '../../core/text/fold-accents.ts';
import { MAX_TYPO_RATIO, MIN_FUZZY_LENGTH, MIN_PREFIX_LENGTH } from '../../core/text/fuzzy-words.ts';
import type { Platform, RegulationEvent, TimelineEvent, WatchedDocument } from '../../domain/catalog.ts';
import type { DocumentStance } from '../../domain/document.ts';
import { LANGUAGES, type LocalText } from '../../domain/vocabulary.ts';
import { yieldToEventLoop } from '../event-loop.ts';
import type { SearchTerm, StorySummary } from '../ports/store.ts';
import type { ReadModel } from './read-model.ts';

export type SearchResult =
  | { kind: 'clause'; platform: Platform; document: WatchedDocument; text: string; section: string }
  | { kind: 'event'; platform: Platform; event: TimelineEvent }
  | { kind: 'tool'; platform: Platform; tool: Platform['tools'][number] }
  | { kind: 'story'; story: StorySummary }
  | { kind: 'regulation'; event: RegulationEvent };

/** Of each kind how many match, and the best of them, best first. */
export type SearchResults = {
  [Kind in SearchResult['kind']]: { total: number; best: Extract<SearchResult, { kind: Kind }>[] };
};

export interface SearchIndex {
  /**
   * Results that match all of the words, or, where there are none, any of them.
   * @param words what a member typed: any length, any alphabet.
   * @param limit results of each kind.
   */
  search(words: string, now: Date, limit: number): Promise<SearchResults>;
  /** Fills the index, so that the first search is as quick as later ones. */
  warmUp(now: Date): Promise<void>;
}

type IndexedResult = Exclude<SearchResult, { kind: 'story' }>;

interface IndexEntry {
  id: number;
  text: string;
  /** The platform, document, tool or jurisdiction. */
  about: string;
}

interface IndexState {
  clausesCheckedAtMs: number;
  index: MiniSearch<IndexEntry>;
  results: Map<number, IndexedResult>;
  /** By document id: the stance that was indexed, as JSON, and the ids of its entries. */
  documents: Map<string, { stance: string; ids: number[] }>;
  /** Ids are never reused: MiniSearch may still hold discarded ones. */
  lastId: number;
}

/** Stances are not compared again for searches within this time. */
const MAX_CLAUSE_AGE_MS = 60_000;
const MAX_QUERY_WORDS = 20;
/** Entries indexed before the event loop gets a turn: some milliseconds. */
const INDEX_BATCH_SIZE = 5;

/** Created once for a store; it is filled on the first search. */
export function createSearchIndex(readModel: Pick<ReadModel, 'catalog' | 'store'>): SearchIndex {
  let ready: Promise<IndexState> | undefined;

  /** Updates run one after the other. A failed one is forgotten, so that the next search starts over. */
  const currentState = (now: Date): Promise<IndexState> => {
    const filled = ready ?? buildIndex(readModel);
    ready = filled.then((state) => refreshClauses(state, readModel, now));
    ready.catch(() => {
      ready = undefined;
    });
    return ready;
  };

  return {
    async search(words, now, limit) {
      const state = await currentState(now);
      const matchingAll = await runQuery(readModel, state, words, 'all', limit);
      const hasResults = Object.values(matchingAll).some(({ total }) => total > 0);
      return hasResults ? matchingAll : runQuery(readModel, state, words, 'any', limit);
    },
    async warmUp(now) {
      await currentState(now);
      await readModel.store.storyTitles.warmUp();
    },
  };
}

// ---- searching

async function runQuery(
  { store, catalog }: Pick<ReadModel, 'catalog' | 'store'>,
  { index, results }: IndexState,
  words: string,
  match: 'all' | 'any',
  limit: number,
): Promise<SearchResults> {
  const hits = index.search(words, { combineWith: match === 'all' ? 'AND' : 'OR' });
  const matching = hits.flatMap(({ id }) => results.get(id) ?? []);
  const bestOf = <Kind extends IndexedResult['kind']>(kind: Kind) => {
    const all = matching.filter((result): result is Extract<IndexedResult, { kind: Kind }> => result.kind === kind);
    return { total: all.length, best: all.slice(0, limit) };
  };
  // Concurrent searches take turns.
  await yieldToEventLoop();
  const stories = await store.storyTitles.search(searchTerms(words, catalog.platforms), match, limit);
  return {
    clause: bestOf('clause'),
    event: bestOf('event'),
    story: { total: stories.total, best: stories.best.map((story) => ({ kind: 'story', story })) },
    tool: bestOf('tool'),
    regulation: bestOf('regulation'),
  } as SearchResults;
}

function searchTerms(words: string, platforms: readonly Platform[]): SearchTerm[] {
  return splitWords(words)
    .slice(0, MAX_QUERY_WORDS)
    .map((word) => ({
      word,
      platforms: platforms.filter(({ name }) => splitWords(name).includes(word)).map(({ id }) => id),
    }));
}

const splitWords = (words: string): string[] =>
  foldAccents(words.toLowerCase())
    .split(/[^\p{L}\p{N}\p{M}]+/u)
    .filter((word) => /[\p{L}\p{N}]/u.test(word));

// ---- indexing

async function buildIndex({ catalog }: Pick<ReadModel, 'catalog'>): Promise<IndexState> {
  const index = new MiniSearch<IndexEntry>({
    fields: ['text', 'about'],
    processTerm: (term) => foldAccents(term.toLowerCase()) || null,
    searchOptions: {
      boost: { about: 2 },
      fuzzy: (term) => (term.length >= MIN_FUZZY_LENGTH ? MAX_TYPO_RATIO : false),
      prefix: (term) => term.length >= MIN_PREFIX_LENGTH,
    },
  });
  const state: IndexState = {
    clausesCheckedAtMs: Number.NEGATIVE_INFINITY,
    index,
    results: new Map(),
    documents: new Map(),
    lastId: 0,
  };
  await addResults(state, [
    ...catalog.platforms.flatMap((platform): IndexedResult[] => [
      ...platform.events.map((event): IndexedResult => ({ kind: 'event', platform, event })),
      ...platform.tools.map((tool): IndexedResult => ({ kind: 'tool', platform, tool })),
    ]),
    ...catalog.regulation.map((event): IndexedResult => ({ kind: 'regulation', event })),
  ]);
  return state;
}

/** Replaces the clauses of documents whose stance has changed. */
async function refreshClauses(
  state: IndexState,
  { catalog, store }: Pick<ReadModel, 'catalog' | 'store'>,
  now: Date,
): Promise<IndexState> {
  if (Math.abs(now.getTime() - state.clausesCheckedAtMs) < MAX_CLAUSE_AGE_MS) return state;
  for (const platform of catalog.platforms) {
    for (const document of platform.documents) {
      const stance = await store.stances.get(document.id);
      const stanceJson = JSON.stringify(stance ?? null);
      const indexed = state.documents.get(document.id);
      if (indexed?.stance === stanceJson) continue;
      for (const id of indexed?.ids ?? []) {
        state.index.discard(id);
        state.results.delete(id);
      }
      const ids = await addResults(state, clausesIn(platform, document, stance));
      state.documents.set(document.id, { stance: stanceJson, ids });
    }
    await yieldToEventLoop();
  }
  state.clausesCheckedAtMs = now.getTime();
  return state;
}

/** A clause that concerns several topics is one result. */
function clausesIn(platform: Platform, document: WatchedDocument, stance: DocumentStance | undefined): IndexedResult[] {
  const quotes = (stance?.lines ?? []).flatMap((line) => line.quotes);
  const distinct = new Map(quotes.map((quote) => [quote.text, quote]));
  return [...distinct.values()].map((quote): IndexedResult => ({ kind: 'clause', platform, document, ...quote }));
}

/** @returns the ids of the new entries. */
async function addResults(state: IndexState, results: readonly IndexedResult[]): Promise<number[]> {
  const ids: number[] = [];
  for (const [i, result] of results.entries()) {
    if (i > 0 && i % INDEX_BATCH_SIZE === 0) await yieldToEventLoop();
    const id = ++state.lastId;
    state.index.add({ id, ...searchableFields(result) });
    state.results.set(id, result);
    ids.push(id);
  }
  return ids;
}

function searchableFields(result: IndexedResult): Omit<IndexEntry, 'id'> {
  switch (result.kind) {
    case 'clause':
      return { text: result.text, about: `${result.platform.name} ${result.document.type} ${result.section}` };
    case 'event':
      return { text: allTranslations(result.event.title, result.event.effect), about: result.platform.name };
    case 'tool':
      return { text: allTranslations(result.tool.what), about: `${result.platform.name} ${result.tool.name}` };
    case 'regulation':
      return { text: allTranslations(result.event.title, result.event.effect), about: result.event.jurisdiction };
  }
}

function allTranslations(...texts: LocalText[]): string {
  return texts
    .flatMap((words) => (typeof words === 'string' ? [words] : LANGUAGES.map((language) => words[language] ?? '')))
    .join(' ');
}
