/**
 * Finds words in everything that is known: clauses about AI, dated events, stories, tools, law. Words may begin what is meant
 * or have a letter wrong; what was written in four languages is found in any of them. Of stories there are tens of thousands: the
 * store finds those. All else is few, and is held in memory.
 */
import MiniSearch from 'minisearch';
import { foldAccents } from '../../core/text/fold-accents.ts';
import { FUZZY_FROM, PREFIX_FROM, WRONG_SHARE } from '../../core/text/fuzzy-words.ts';
import { type Platform, type RegulationEvent, type TimelineEvent, type WatchedDocument } from '../../domain/catalog.ts';
import { type DocumentStance } from '../../domain/document.ts';
import { LANGUAGES, type LocalText } from '../../domain/vocabulary.ts';
import { pause } from '../event-loop.ts';
import type { Store, StorySummary, WantedWord } from '../ports/store.ts';
import type { Archive } from './read-model.ts';

/** Something that was found. */
export type Finding =
  | { kind: 'clause'; platform: Platform; document: WatchedDocument; text: string; section: string }
  | { kind: 'event'; platform: Platform; event: TimelineEvent }
  | { kind: 'tool'; platform: Platform; tool: Platform['tools'][number] }
  | { kind: 'story'; story: StorySummary }
  | { kind: 'regulation'; event: RegulationEvent };

/** What was found of one kind: the best of it, best first, of so many. */
export type Found = { [Kind in Finding['kind']]: { total: number; best: Extract<Finding, { kind: Kind }>[] } };

type Shelved = Exclude<Finding, { kind: 'story' }>;

/** What is searched of a finding. */
interface Entry {
  id: number;
  /** What it says. */
  text: string;
  /** Whom and what it is about. */
  about: string;
}

/** Clauses may be so much older than the last look at a source: they are not looked at anew for each question. */
const FRESH_MS = 60_000;
/** Words of a question that are looked for. */
const MOST_WORDS = 20;

/** Entries shelved before others have their turn: some milliseconds. */
const SHELVED_AT_ONCE = 5;

interface Shelf {
  /** When clauses were looked at last. */
  at: number;
  index: MiniSearch<Entry>;
  findings: Map<number, Shelved>;
  /** What stands on it of each document, and of which reading. */
  documents: Map<string, { stance: string; ids: number[] }>;
}

/** Being filled or brought up to date, one after the other. */
const shelves = new WeakMap<Store, Promise<Shelf>>();

/**
 * What all of the words are found in, best first; where nothing has them all, what has some.
 * @param words what a member typed: any length, any alphabet.
 * @param most findings of each kind that are given.
 */
export async function search(archive: Archive, words: string, now: Date, most: number): Promise<Found> {
  const shelf = await shelfOf(archive, now);
  const whole = await findingsOf(archive, shelf, words, 'all', most);
  return Object.values(whole).some(({ total }) => total > 0) ? whole : findingsOf(archive, shelf, words, 'any', most);
}

/** Makes the first question as quick as those after it. */
export async function prepareSearch(archive: Archive, now: Date): Promise<void> {
  await shelfOf(archive, now);
  await archive.store.storyTitles.prepare();
}

/** Filling it takes a while at first; who asks before it is full waits for it. */
function shelfOf(archive: Archive, now: Date): Promise<Shelf> {
  const before = shelves.get(archive.store);
  const ready = before === undefined ? fill(archive, now) : before.then((shelf) => refresh(shelf, archive, now));
  shelves.set(archive.store, ready);
  ready.catch(() => shelves.delete(archive.store));
  return ready;
}

async function findingsOf(
  { store, catalog }: Archive,
  { index, findings }: Shelf,
  words: string,
  how: 'all' | 'any',
  most: number,
): Promise<Found> {
  const hits = index.search(words, { combineWith: how === 'all' ? 'AND' : 'OR' });
  const shelved = hits.flatMap(({ id }) => findings.get(id) ?? []);
  const of = <Kind extends Shelved['kind']>(kind: Kind) => {
    const all = shelved.filter((one): one is Extract<Shelved, { kind: Kind }> => one.kind === kind);
    return { total: all.length, best: all.slice(0, most) };
  };
  // Of several who ask at once, each has a turn.
  await pause();
  const stories = await store.storyTitles.search(wantedWords(words, catalog.platforms), how, most);
  return {
    clause: of('clause'),
    event: of('event'),
    story: { total: stories.total, best: stories.best.map((story) => ({ kind: 'story', story })) },
    tool: of('tool'),
    regulation: of('regulation'),
  } as Found;
}

function wantedWords(words: string, platforms: readonly Platform[]): WantedWord[] {
  return wordsOf(words)
    .slice(0, MOST_WORDS)
    .map((word) => ({
      word,
      platforms: platforms.filter(({ name }) => wordsOf(name).some((one) => one === word)).map(({ id }) => id),
    }));
}

const wordsOf = (words: string): string[] =>
  foldAccents(words.toLowerCase())
    .split(/[^\p{L}\p{N}\p{M}]+/u)
    .filter((word) => /[\p{L}\p{N}]/u.test(word));

async function fill(archive: Archive, now: Date): Promise<Shelf> {
  const index = new MiniSearch<Entry>({
    fields: ['text', 'about'],
    processTerm: (term) => foldAccents(term.toLowerCase()) || null,
    searchOptions: {
      boost: { about: 2 },
      fuzzy: (term) => (term.length >= FUZZY_FROM ? WRONG_SHARE : false),
      prefix: (term) => term.length >= PREFIX_FROM,
    },
  });
  const shelf: Shelf = { at: Number.NEGATIVE_INFINITY, index, findings: new Map(), documents: new Map() };
  const { platforms, regulation } = archive.catalog;
  await put(shelf, [
    ...platforms.flatMap((platform): Shelved[] => [
      ...platform.events.map((event): Shelved => ({ kind: 'event', platform, event })),
      ...platform.tools.map((tool): Shelved => ({ kind: 'tool', platform, tool })),
    ]),
    ...regulation.map((event): Shelved => ({ kind: 'regulation', event })),
  ]);
  return refresh(shelf, archive, now);
}

/** Shelves anew what is read differently since it was shelved. */
async function refresh(shelf: Shelf, { catalog, store }: Archive, now: Date): Promise<Shelf> {
  if (Math.abs(now.getTime() - shelf.at) < FRESH_MS) return shelf;
  for (const platform of catalog.platforms) {
    for (const document of platform.documents) {
      const stance = await store.stances.get(document.id);
      const reading = JSON.stringify(stance ?? null);
      const known = shelf.documents.get(document.id);
      if (known?.stance === reading) continue;
      for (const id of known?.ids ?? []) {
        shelf.index.discard(id);
        shelf.findings.delete(id);
      }
      const ids = await put(shelf, clausesIn(platform, document, stance));
      shelf.documents.set(document.id, { stance: reading, ids });
    }
    await pause();
  }
  shelf.at = now.getTime();
  return shelf;
}

/** A clause that speaks of several topics is found once. */
function clausesIn(platform: Platform, document: WatchedDocument, stance: DocumentStance | undefined): Shelved[] {
  const quotes = (stance?.lines ?? []).flatMap((line) => line.quotes);
  const distinct = new Map(quotes.map((quote) => [quote.text, quote]));
  return [...distinct.values()].map((quote): Shelved => ({ kind: 'clause', platform, document, ...quote }));
}

/** @returns the ids they stand under. */
async function put({ index, findings }: Shelf, shelved: readonly Shelved[]): Promise<number[]> {
  const ids: number[] = [];
  for (const [i, finding] of shelved.entries()) {
    if (i > 0 && i % SHELVED_AT_ONCE === 0) await pause();
    const id = ++lastId;
    index.add({ id, ...searched(finding) });
    findings.set(id, finding);
    ids.push(id);
  }
  return ids;
}

/** Ids are not used again: an index may still hold one that was discarded. */
let lastId = 0;

function searched(finding: Shelved): Omit<Entry, 'id'> {
  switch (finding.kind) {
    case 'clause':
      return { text: finding.text, about: `${finding.platform.name} ${finding.document.type} ${finding.section}` };
    case 'event':
      return { text: allOf(finding.event.title, finding.event.effect), about: finding.platform.name };
    case 'tool':
      return { text: allOf(finding.tool.what), about: `${finding.platform.name} ${finding.tool.name}` };
    case 'regulation':
      return { text: allOf(finding.event.title, finding.event.effect), about: finding.event.jurisdiction };
  }
}

/** The words in every language they were written in. */
function allOf(...texts: LocalText[]): string {
  return texts
    .flatMap((words) => (typeof words === 'string' ? [words] : LANGUAGES.map((language) => words[language] ?? '')))
    .join(' ');
}
