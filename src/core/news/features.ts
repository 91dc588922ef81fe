/**
 * What the model of news sees of an item: which concepts its title and its summary speak of, whom they name, what form it has, and its
 * words, with names replaced by what they stand for. Each is a number by its hash, as of a clause (`core/reader/clause-features.ts`).
 */
import type { Platform } from '../../domain/catalog.ts';
import type { NewsItem } from '../../domain/news.ts';
import { type ClauseFeatures, eachOwnFeature, hashOf } from '../reader/clause-features.ts';
import { entitiesIn, type NamedEntity } from './find-entities.ts';
import { escaped, fold } from './phrase-search.ts';
import { SIGNAL_NAMES, type SignalName, type Signals, signalsOf } from './term-hits.ts';
import { ENTITY_CLASSES, type EntityClass } from './words/gazetteer.ts';

/** An item with all that is read of it. */
export interface NewsInView extends Signals {
  item: NewsItem;
  entities: readonly NamedEntity[];
}

export function inView(item: NewsItem, platforms: readonly Platform[]): NewsInView {
  const signals = signalsOf(item);
  const speaksOfTrade = signals.has('music') || signals.has('training') || signals.has('ai');
  const entities = entitiesIn(item, signals.search, platforms, speaksOfTrade);
  return { ...signals, item, entities };
}

/** Something that an item says, is or has, and the words it is known by. */
interface Trait {
  name: string;
  words: readonly string[];
}

/** Features, and the words of the item that each of them is known by. */
export interface NewsFeatures extends ClauseFeatures {
  words: ReadonlyMap<number, readonly string[]>;
}

/** @returns `context`: traits; `own`: words. */
export function featuresOfNews(view: NewsInView): NewsFeatures {
  const words = new Map<number, readonly string[]>();
  const context = new Set<number>();
  for (const trait of traitsOf(view)) {
    const feature = hashOf('t', trait.name);
    context.add(feature);
    words.set(feature, trait.words);
  }
  const own = new Set<number>();
  const { title, summary } = wordsOfNews(view);
  eachOwnFeature(title, (feature, from, to) => {
    own.add(feature);
    if (!words.has(feature)) words.set(feature, title.slice(from, to).filter(isTelling));
  });
  for (const word of new Set([...title, ...summary])) {
    const feature = hashOf('w', word);
    own.add(feature);
    words.set(feature, isTelling(word) ? [word] : []);
  }
  return { own: Uint32Array.from(own), context: Uint32Array.from(context), words };
}

/** The words of title and summary, folded, names replaced by their class. */
export function wordsOfNews({ title, search, entities }: NewsInView): { title: string[]; summary: string[] } {
  const words = (folded: string) =>
    (masked(folded, entities).text.match(WORD) ?? [])
      .slice(0, MOST_WORDS)
      .map((word) => (/^\p{N}/u.test(word) ? NUMBER : word));
  return { title: words(title.folded), summary: words(search.folded.slice(title.folded.length)) };
}

/** A folded text with names replaced by what they stand for, and whose names stand in it. */
function masked(folded: string, entities: readonly NamedEntity[]): { text: string; named: ReadonlySet<NamedEntity> } {
  const owners = new Map(entities.flatMap((one) => one.written.map((spelling) => [fold(spelling), one] as const)));
  const named = new Set<NamedEntity>();
  if (owners.size === 0) return { text: folded, named };
  const spellings = [...owners.keys()].sort((a, b) => b.length - a.length).map((one) => escaped(one));
  // Names end where words end; in scripts without spaces they may stand anywhere.
  const pattern = new RegExp(`(?<![\\p{sc=Latn}\\p{N}])(?:${spellings.join('|')})(?![\\p{sc=Latn}\\p{N}])`, 'gu');
  const text = folded.replace(pattern, (spelling) => {
    const owner = owners.get(spelling);
    if (owner === undefined) return spelling;
    named.add(owner);
    return ` ${standIn(owner.class)} `;
  });
  return { text, named };
}

/** What stands for a name, which says whom and not what. */
const standIn = (kind: EntityClass): string => `${kind.replace('-', '')}name`;
const NUMBER = '0';
const STAND_INS: ReadonlySet<string> = new Set([...ENTITY_CLASSES.map(standIn), NUMBER]);
/** Worth showing: no stand-in, and long enough to say something. */
const isTelling = (word: string): boolean =>
  !STAND_INS.has(word) && (word.length >= FEWEST_SHOWN || !/\p{Script=Latin}/u.test(word));
const FEWEST_SHOWN = 4;

const WORD = /\p{L}{1,40}|\p{N}+/gu;
const MOST_WORDS = 120;

export function traitsOf(view: NewsInView): Trait[] {
  const { title, item, entities } = view;
  const traits: Trait[] = [];
  const add = (name: string, words: readonly string[] = []) => traits.push({ name, words });

  // 1. Concepts of the title, alone and by twos, and of the whole.
  const ofTitle = SIGNAL_NAMES.filter((name) => view.titleHas(name));
  for (const name of ofTitle) add(`title ${name}`, view.titleWords(name));
  ofTitle.forEach((one, at) => {
    for (const other of ofTitle.slice(at + 1))
      add(`${one} + ${other}`, [...view.titleWords(one), ...view.titleWords(other)]);
  });
  const ofWhole = SIGNAL_NAMES.filter((one) => view.has(one));
  for (const name of ofWhole) add(name, view.words(name));
  // What is done, and what it is done about, often stand in title and summary apart.
  for (const act of ACTS.filter((one) => ofWhole.includes(one))) {
    for (const object of OBJECTS.filter((one) => ofWhole.includes(one))) {
      add(`${act} of ${object}`, [...view.words(act), ...view.words(object)]);
    }
  }

  // 2. Whom it names, and where.
  const ofTitleNames = masked(title.folded, entities);
  const classes = new Set(entities.map(({ class: kind }) => kind));
  for (const kind of classes) {
    const ofClass = entities.filter((one) => one.class === kind);
    const words = ofClass.flatMap(({ written }) => written.slice(0, 1));
    const titled = ofClass.filter((one) => ofTitleNames.named.has(one));
    const inTitle = titled.flatMap(({ written }) => written.slice(0, 1));
    add(`names ${kind}`, words);
    if (titled.length > 0) add(`title names ${kind}`, inTitle);
    if (titled.length > 1) add(`title names several of ${kind}`, inTitle);
    if (leads(ofTitleNames.text, standIn(kind))) add(`title begins with ${kind}`, inTitle);
    for (const name of ofTitle)
      if (inTitle.length > 0) add(`${kind} + ${name}`, [...inTitle, ...view.titleWords(name)]);
  }
  if (classes.size === 0) add('names nobody');
  for (const kind of new Set(entities.flatMap((one) => one.kind ?? []))) add(`names ${kind}`);

  // 3. What it is about at all, and its form.
  if (isAboutAi(view)) add('about AI');
  if (isAboutMusic(view)) add('about music');
  if (item.official) add('official');
  if (/[?？]/.test(title.text)) add('question', ['?']);
  if (/[“”"«»„「『]/.test(title.text)) add('quotation');
  if (/\d/.test(title.text)) add('number');
  if (/[:：]/.test(title.text)) add('colon');
  return traits;
}

/** Concepts of something done that binds somebody, and of what it may be done about. */
const ACTS = [
  'banned',
  'unpaid',
  'marked',
  'takenOut',
  'settled',
  'filed',
  'ruling',
  'enacted',
  'denied',
  'promised',
  'choice',
  'terms',
  'deal',
  'leaked',
] as const satisfies SignalName[];
const OBJECTS = [
  'training',
  'likeness',
  'aiContent',
  'scraping',
  'musicAi',
  'aiCompany',
  'rightsBody',
] as const satisfies SignalName[];

const leads = (title: string, name: string): boolean => new RegExp(`(?:^|[:：]) *${name} `).test(title);

/** It speaks of machines that make, copy or learn. */
function isAboutAi(view: NewsInView): boolean {
  const { has, entities } = view;
  if (entities.some(({ class: kind }) => kind === 'generator') || has('musicTracer') || has('machineAct')) return true;
  if (has('ai') && !areBareLetters(view)) return true;
  const ofMusic = has('music') || has('rightsBody');
  return (
    (has('machine') && (ofMusic || entities.length > 0)) || (entities.length > 0 && (has('training') || has('choice')))
  );
}

/** It speaks of music, or of platforms that creators use. */
function isAboutMusic({ has, entities }: NewsInView): boolean {
  return (
    has('music') ||
    has('rightsBody') ||
    has('musicAi') ||
    has('service') ||
    entities.some((one) => one.class !== 'ai-company')
  );
}

const BARE_LETTERS: ReadonlySet<string> = new Set(['AI', 'A.I.', 'IA', 'I.A.', 'KI']);

/** The two letters alone, where they stand for something else or may be a word in capitals. */
function areBareLetters(view: NewsInView): boolean {
  return view.words('ai').every((word) => BARE_LETTERS.has(word)) && (view.has('notAi') || isInCapitals(view));
}

/** Fewer are an abbreviation in a script that has no capitals. */
const FEWEST_CAPITALS = 10;

/** In a headline all in capitals, AI may be a name or a preposition. */
function isInCapitals({ title, search }: Signals): boolean {
  if (/\p{Ll}|\p{Lo}/u.test(title.text) || (title.text.match(/\p{Lu}/gu)?.length ?? 0) < FEWEST_CAPITALS) return false;
  return !/(?<![\p{L}\p{N}])(?:AI|A\.I\.|IA|KI)(?![\p{L}\p{N}])/u.test(search.text.slice(title.text.length));
}
