/**
 * What the model of news sees of an item: which concepts its title and its summary speak of, whom they name, what form it has, and its
 * words, with names replaced by what they stand for. Each is a number by its hash, as of a clause (`core/reader/clause-features.ts`).
 */
import type { Platform } from '../../domain/catalog.ts';
import type { NewsItem } from '../../domain/news.ts';
import { type ClauseFeatures, forEachOwnFeature, hashFeature } from '../reader/clause-features.ts';
import { type EntityMention, findEntities } from './find-entities.ts';
import { escapeRegExp, foldForSearch } from './phrase-search.ts';
import { CONCEPT_NAMES, type ConceptName, findTermHits, type TermHits } from './term-hits.ts';
import { ENTITY_CLASSES, type EntityClass } from './words/gazetteer.ts';

/** An item with all that is read of it. */
export interface NewsAnalysis extends TermHits {
  item: NewsItem;
  entities: readonly EntityMention[];
}

export function analyzeNews(item: NewsItem, platforms: readonly Platform[]): NewsAnalysis {
  const signals = findTermHits(item);
  const speaksOfTrade = signals.has('music') || signals.has('training') || signals.has('ai');
  const entities = findEntities(item, signals.fullText, platforms, speaksOfTrade);
  return { ...signals, item, entities };
}

/** Something that an item says, is or has, and the words it is known by. */
interface Trait {
  name: string;
  hits: readonly string[];
}

/** Features, and the words of the item that each of them is known by. */
export interface NewsFeatures extends ClauseFeatures {
  hits: ReadonlyMap<number, readonly string[]>;
}

/** @returns `context`: traits; `own`: words. */
export function extractNewsFeatures(view: NewsAnalysis): NewsFeatures {
  const words = new Map<number, readonly string[]>();
  const context = new Set<number>();
  for (const trait of extractTraits(view)) {
    const feature = hashFeature('t', trait.name);
    context.add(feature);
    words.set(feature, trait.hits);
  }
  const own = new Set<number>();
  const { title, summary } = tokenizeNews(view);
  forEachOwnFeature(title, (feature, from, to) => {
    own.add(feature);
    if (!words.has(feature)) words.set(feature, title.slice(from, to).filter(isWorthShowing));
  });
  for (const word of new Set([...title, ...summary])) {
    const feature = hashFeature('w', word);
    own.add(feature);
    words.set(feature, isWorthShowing(word) ? [word] : []);
  }
  return { own: Uint32Array.from(own), context: Uint32Array.from(context), hits: words };
}

/** The words of title and summary, folded, names replaced by their class. */
export function tokenizeNews({ title, fullText: search, entities }: NewsAnalysis): {
  title: string[];
  summary: string[];
} {
  const words = (folded: string) =>
    (maskEntities(folded, entities).text.match(WORD) ?? [])
      .slice(0, MAX_TOKENS)
      .map((word) => (/^\p{N}/u.test(word) ? NUMBER : word));
  return { title: words(title.folded), summary: words(search.folded.slice(title.folded.length)) };
}

/** A folded text with names replaced by what they stand for, and whose names stand in it. */
function maskEntities(
  folded: string,
  entities: readonly EntityMention[],
): { text: string; named: ReadonlySet<EntityMention> } {
  const owners = new Map(
    entities.flatMap((one) => one.spellings.map((spelling) => [foldForSearch(spelling), one] as const)),
  );
  const named = new Set<EntityMention>();
  if (owners.size === 0) return { text: folded, named };
  const spellings = [...owners.keys()].sort((a, b) => b.length - a.length).map((one) => escapeRegExp(one));
  // Names end where words end; in scripts without spaces they may stand anywhere.
  const pattern = new RegExp(`(?<![\\p{sc=Latn}\\p{N}])(?:${spellings.join('|')})(?![\\p{sc=Latn}\\p{N}])`, 'gu');
  const text = folded.replace(pattern, (spelling) => {
    const owner = owners.get(spelling);
    if (owner === undefined) return spelling;
    named.add(owner);
    return ` ${placeholderFor(owner.entityClass)} `;
  });
  return { text, named };
}

/** What stands for a name, which says whom and not what. */
const placeholderFor = (platformKind: EntityClass): string => `${platformKind.replace('-', '')}name`;
const NUMBER = '0';
const PLACEHOLDERS: ReadonlySet<string> = new Set([...ENTITY_CLASSES.map(placeholderFor), NUMBER]);
/** Worth showing: no stand-in, and long enough to say something. */
const isWorthShowing = (word: string): boolean =>
  !PLACEHOLDERS.has(word) && (word.length >= MIN_SHOWN_LETTERS || !/\p{Script=Latin}/u.test(word));
const MIN_SHOWN_LETTERS = 4;

const WORD = /\p{L}{1,40}|\p{N}+/gu;
const MAX_TOKENS = 120;

export function extractTraits(view: NewsAnalysis): Trait[] {
  const { title, item, entities } = view;
  const traits: Trait[] = [];
  const add = (name: string, hits: readonly string[] = []) => traits.push({ name, hits });

  // 1. Concepts of the title, alone and by twos, and of the whole.
  const titleConcepts = CONCEPT_NAMES.filter((name) => view.titleHas(name));
  for (const name of titleConcepts) add(`title ${name}`, view.titleHits(name));
  titleConcepts.forEach((one, at) => {
    for (const other of titleConcepts.slice(at + 1))
      add(`${one} + ${other}`, [...view.titleHits(one), ...view.titleHits(other)]);
  });
  const itemConcepts = CONCEPT_NAMES.filter((one) => view.has(one));
  for (const name of itemConcepts) add(name, view.hits(name));
  // What is done, and what it is done about, often stand in title and summary apart.
  for (const act of BINDING_ACTIONS.filter((one) => itemConcepts.includes(one))) {
    for (const object of ACTION_OBJECTS.filter((one) => itemConcepts.includes(one))) {
      add(`${act} of ${object}`, [...view.hits(act), ...view.hits(object)]);
    }
  }

  // 2. Whom it names, and where.
  const maskedTitle = maskEntities(title.folded, entities);
  const classes = new Set(entities.map(({ entityClass: kind }) => kind));
  for (const kind of classes) {
    const mentions = entities.filter((one) => one.entityClass === kind);
    const words = mentions.flatMap(({ spellings: written }) => written.slice(0, 1));
    const titleMentions = mentions.filter((one) => maskedTitle.named.has(one));
    const titleNames = titleMentions.flatMap(({ spellings: written }) => written.slice(0, 1));
    add(`names ${kind}`, words);
    if (titleMentions.length > 0) add(`title names ${kind}`, titleNames);
    if (titleMentions.length > 1) add(`title names several of ${kind}`, titleNames);
    if (startsWithPlaceholder(maskedTitle.text, placeholderFor(kind))) add(`title begins with ${kind}`, titleNames);
    for (const name of titleConcepts)
      if (titleNames.length > 0) add(`${kind} + ${name}`, [...titleNames, ...view.titleHits(name)]);
  }
  if (classes.size === 0) add('names nobody');
  for (const kind of new Set(entities.flatMap((one) => one.platformKind ?? []))) add(`names ${kind}`);

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
const BINDING_ACTIONS = [
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
] as const satisfies ConceptName[];
const ACTION_OBJECTS = [
  'training',
  'likeness',
  'aiContent',
  'scraping',
  'musicAi',
  'aiCompany',
  'rightsBody',
] as const satisfies ConceptName[];

const startsWithPlaceholder = (title: string, name: string): boolean => new RegExp(`(?:^|[:：]) *${name} `).test(title);

/** It speaks of machines that make, copy or learn. */
function isAboutAi(view: NewsAnalysis): boolean {
  const { has, entities } = view;
  if (entities.some(({ entityClass: kind }) => kind === 'generator') || has('musicTracer') || has('machineAct'))
    return true;
  if (has('ai') && !isOnlyAmbiguousAcronym(view)) return true;
  const ofMusic = has('music') || has('rightsBody');
  return (
    (has('machine') && (ofMusic || entities.length > 0)) || (entities.length > 0 && (has('training') || has('choice')))
  );
}

/** It speaks of music, or of platforms that creators use. */
function isAboutMusic({ has, entities }: NewsAnalysis): boolean {
  return (
    has('music') ||
    has('rightsBody') ||
    has('musicAi') ||
    has('service') ||
    entities.some((one) => one.entityClass !== 'ai-company')
  );
}

const AI_ACRONYMS: ReadonlySet<string> = new Set(['AI', 'A.I.', 'IA', 'I.A.', 'KI']);

/** The two letters alone, where they stand for something else or may be a word in capitals. */
function isOnlyAmbiguousAcronym(view: NewsAnalysis): boolean {
  return view.hits('ai').every((word) => AI_ACRONYMS.has(word)) && (view.has('notAi') || isAllCapsHeadline(view));
}

/** Fewer are an abbreviation in a script that has no capitals. */
const MIN_CAPITALS = 10;

/** In a headline all in capitals, AI may be a name or a preposition. */
function isAllCapsHeadline({ title, fullText: search }: TermHits): boolean {
  if (/\p{Ll}|\p{Lo}/u.test(title.text) || (title.text.match(/\p{Lu}/gu)?.length ?? 0) < MIN_CAPITALS) return false;
  return !/(?<![\p{L}\p{N}])(?:AI|A\.I\.|IA|KI)(?![\p{L}\p{N}])/u.test(search.text.slice(title.text.length));
}
