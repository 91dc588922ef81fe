/**
 * Finds words in everything that is known: clauses about AI, dated events, stories, tools, law. Words may begin what is meant
 * or have a letter wrong; what was written in four languages is found in any of them.
 */
import MiniSearch from 'minisearch';
import { foldAccents } from '../../core/fold-accents.ts';
import {
  LANGUAGES,
  type LocalText,
  type Platform,
  type RegulationEvent,
  type Story,
  type TimelineEvent,
  type WatchedDocument,
} from '../../domain.ts';
import { type Archive, allStories, documentReadings, platformById } from './queries.ts';

/** Something that was found. */
export type Finding =
  | { kind: 'clause'; platform: Platform; document: WatchedDocument; text: string; section: string }
  | { kind: 'event'; platform: Platform; event: TimelineEvent }
  | { kind: 'tool'; platform: Platform; tool: Platform['tools'][number] }
  | { kind: 'story'; story: Story }
  | { kind: 'regulation'; event: RegulationEvent };

/** What is searched of a finding. */
interface Entry {
  id: number;
  /** What it says. */
  text: string;
  /** Whom and what it is about. */
  about: string;
}

/** An answer may be this much older than the last look at a source: what is searched is not gathered anew for each question. */
const FRESH_MS = 60_000;
/** Words shorter than this must be written right; longer ones may have one letter in five wrong. */
const FUZZY_FROM = 5;
/** Words that short are not begun by others: "is" is no search for "island". */
const PREFIX_FROM = 3;

/** Entries shelved before others have their turn: some milliseconds. */
const SHELVED_AT_ONCE = 100;

interface Shelf {
  at: number;
  findings: Finding[];
  index: MiniSearch<Entry>;
}

const shelves = new WeakMap<Archive['store'], Promise<Shelf>>();

/**
 * What all of the words are found in, best first; where nothing has them all, what has some.
 * @param words what a member typed: any length, any alphabet.
 */
export async function search(archive: Archive, words: string, now: Date): Promise<Finding[]> {
  const { index, findings } = await shelfOf(archive, now);
  const whole = index.search(words, { combineWith: 'AND' });
  const hits = whole.length > 0 ? whole : index.search(words, { combineWith: 'OR' });
  return hits.flatMap(({ id }) => findings[id] ?? []);
}

async function shelfOf(archive: Archive, now: Date): Promise<Shelf> {
  const kept = await shelves.get(archive.store);
  if (kept !== undefined && Math.abs(now.getTime() - kept.at) < FRESH_MS) return kept;
  const filling = fill(archive, now);
  shelves.set(archive.store, filling);
  filling.catch(() => shelves.delete(archive.store));
  return filling;
}

async function fill(archive: Archive, now: Date): Promise<Shelf> {
  const findings = await gather(archive);
  const index = new MiniSearch<Entry>({
    fields: ['text', 'about'],
    processTerm: (term) => foldAccents(term.toLowerCase()) || null,
    searchOptions: {
      boost: { about: 2 },
      fuzzy: (term) => (term.length >= FUZZY_FROM ? 0.2 : false),
      prefix: (term) => term.length >= PREFIX_FROM,
    },
  });
  const entries = findings.map((finding, id) => ({ id, ...searched(finding, archive) }));
  await index.addAllAsync(entries, { chunkSize: SHELVED_AT_ONCE });
  return { at: now.getTime(), findings, index };
}

async function gather(archive: Archive): Promise<Finding[]> {
  const { platforms, regulation } = archive.catalog;
  const ofPlatforms = await Promise.all(platforms.map((platform) => findingsOf(archive, platform)));
  const stories = await allStories(archive);
  return [
    ...ofPlatforms.flat(),
    ...stories.map((story): Finding => ({ kind: 'story', story })),
    ...regulation.map((event): Finding => ({ kind: 'regulation', event })),
  ];
}

/** A clause that speaks of several topics is found once. */
async function findingsOf(archive: Archive, platform: Platform): Promise<Finding[]> {
  const readings = await documentReadings(archive, platform);
  const clauses = readings.flatMap(({ document, stance }) => {
    const quotes = new Map((stance?.lines ?? []).flatMap(({ quotes }) => quotes.map((quote) => [quote.text, quote])));
    return [...quotes.values()].map((quote): Finding => ({ kind: 'clause', platform, document, ...quote }));
  });
  return [
    ...clauses,
    ...platform.events.map((event): Finding => ({ kind: 'event', platform, event })),
    ...platform.tools.map((tool): Finding => ({ kind: 'tool', platform, tool })),
  ];
}

function searched(finding: Finding, { catalog }: Archive): Omit<Entry, 'id'> {
  switch (finding.kind) {
    case 'clause':
      return { text: finding.text, about: `${finding.platform.name} ${finding.document.type} ${finding.section}` };
    case 'event':
      return { text: allOf(finding.event.title, finding.event.effect), about: finding.platform.name };
    case 'tool':
      return { text: allOf(finding.tool.what), about: `${finding.platform.name} ${finding.tool.name}` };
    case 'story': {
      const names = finding.story.platforms.map((id) => platformById(catalog, id)?.name ?? id);
      return { text: finding.story.items.map(({ title }) => title).join(' '), about: names.join(' ') };
    }
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
