/** Whom an item names: platforms by the catalog's names and aliases, and whom else the gazetteer knows. */
import type { Platform } from '../../domain/catalog.ts';
import type { NewsItem } from '../../domain/news.ts';
import type { PlatformKind } from '../../domain/vocabulary.ts';
import { findPhrases, fold, type SearchText, type WordList } from './phrase-search.ts';
import {
  ENTITIES,
  type Entity,
  type EntityClass,
  type EntityName,
  LIKENED_AFTER,
  LIKENED_BEFORE,
  NAMED_CLASSES,
} from './words/gazetteer.ts';

/** Two and three letters (SC, IG, YT) stand for too many things to be looked for in running text. */
const SHORTEST_NAME = 4;

/** One that an item names. */
export interface NamedEntity {
  id: string;
  /** As the catalog or the gazetteer calls it. */
  called: string;
  class: EntityClass;
  /** What the catalog says it is, if it is there. */
  kind?: PlatformKind;
  /** As the item writes it; nothing where only its newsroom tells. */
  written: readonly string[];
}

/** One that another is likened to (“follows the lead of Deezer”) has done nothing in this item. */
const LIKENED = new RegExp(
  `(?:${LIKENED_BEFORE.join('|')})\\s+[\\p{L}\\p{N}]{1,30}|[\\p{sc=Latn}\\p{sc=Kana}ー]{2,30}(?:${LIKENED_AFTER.join('|')})`,
  'giu',
);

/**
 * @param speaksOfTrade whether the item speaks of music or of AI; some names count only then.
 * @returns each once. The platform whose newsroom an item comes from is always named.
 */
export function entitiesIn(
  item: NewsItem,
  search: SearchText,
  platforms: readonly Platform[],
  speaksOfTrade: boolean,
): NamedEntity[] {
  const text = search.text.replace(LIKENED, ' ');
  const own = text === search.text ? search : { ...search, text, folded: fold(text) };
  return gazetteerOf(platforms).flatMap((entry): NamedEntity[] => {
    const { names, ...entity } = entry;
    const written = names.flatMap((name) => {
      const spellings = findPhrases(name.list, own);
      return spellings.length > 0 && isMeant(name, own, speaksOfTrade) ? spellings : [];
    });
    return written.length > 0 || isOfItsNewsroom(entry, item) ? [{ ...entity, written: [...new Set(written)] }] : [];
  });
}

function isMeant({ needs, along, against }: LookedFor, search: SearchText, speaksOfTrade: boolean): boolean {
  if (needs === 'trade' && !speaksOfTrade) return false;
  if (along !== undefined && findPhrases(along, search).length === 0) return false;
  return against === undefined || findPhrases(against, search).length === 0;
}

/** A newsroom speaks of its platform, and is called after it: `TIDAL`, `Bandcamp Blog`. */
function isOfItsNewsroom({ id, called, class: kind }: Entry, { platform, official, outlet }: NewsItem): boolean {
  if (id === platform) return true;
  return official && NAMED_CLASSES.has(kind) && ` ${fold(outlet)} `.includes(` ${fold(called)} `);
}

/** What it is called, of one that the catalog lacks. */
export const entityName = (id: string): string | undefined => ENTITIES.find((one) => one.id === id)?.name;

// ---- what is looked for -------------------------------------------------------------------------

interface LookedFor extends Omit<EntityName, 'written'> {
  list: WordList;
}

interface Entry extends Omit<NamedEntity, 'written'> {
  names: LookedFor[];
}

const gazetteers = new WeakMap<readonly Platform[], Entry[]>();

function gazetteerOf(platforms: readonly Platform[]): Entry[] {
  let gazetteer = gazetteers.get(platforms);
  if (gazetteer === undefined) {
    const inCatalog = new Set(platforms.flatMap(({ id, name }) => [id, fold(name)]));
    const others = ENTITIES.filter(({ id, name }) => !inCatalog.has(id) && !inCatalog.has(fold(name)));
    gazetteer = [...platforms.map(entryOf), ...others.map(entryOfEntity)];
    gazetteers.set(platforms, gazetteer);
  }
  return gazetteer;
}

/**
 * A spelling that the gazetteer has is looked for as it says, and stands for whom it says: an alias that the catalog gives for want of an
 * entry (“Meta” of Instagram) yields to it, the name of a platform does not.
 */
function entryOf({ id, name, aliases, kind }: Platform): Entry {
  const own = ENTITIES.find((one) => one.id === id);
  const isOwn = (spelling: string) => own === undefined && fold(spelling) === fold(name);
  const plain = [...new Set([name, ...aliases].flatMap(partsOf))].filter(
    (one) => isOwn(one) || !OF_GAZETTEER.has(fold(one)),
  );
  return {
    id,
    called: name,
    class: kind === 'ai-generator' ? 'generator' : 'platform',
    kind,
    names: [...plain.map((one) => ({ list: { any: literally(one) } })), ...namesOf(own)],
  };
}

const entryOfEntity = (entity: Entity): Entry => ({
  id: entity.id,
  called: entity.name,
  class: entity.class,
  names: namesOf(entity),
});

const namesOf = (entity: Entity | undefined): LookedFor[] =>
  (entity?.names ?? []).map(({ written, ...conditions }) => ({ list: { any: written }, ...conditions }));

/** `Pond5 / Shutterstock` and `TuneCore (Believe)` are several names. */
function partsOf(name: string): string[] {
  return name
    .split(/\/|\(|\)/)
    .map((part) => part.trim())
    .filter((part) => part.length >= SHORTEST_NAME || NOT_LATIN.test(part));
}

/** As a phrase that means nothing else than itself: see `phrases.ts`. */
const literally = (name: string): string =>
  name
    .toLowerCase()
    .replace(/[,*#]|\.\./g, ' ')
    .trim();

const NOT_LATIN = /[^\p{Script=Latin}\p{N}\p{P}\p{Z}\p{S}]/u;

const OF_GAZETTEER: ReadonlySet<string> = new Set(
  ENTITIES.flatMap(({ names }) => names.flatMap(({ written }) => written.split(',').map((one) => fold(one.trim())))),
);
