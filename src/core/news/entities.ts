/** Whom an item names: platforms by the catalog's names and aliases, and whom else the gazetteer knows. */
import type { NewsItem, Platform, PlatformKind } from '../../domain.ts';
import { findPhrases, fold, type SearchText, type WordList } from './phrases.ts';
import {
  ENTITIES,
  type Entity,
  type EntityClass,
  type EntityName,
  LIKENED_AFTER,
  LIKENED_BEFORE,
  NAMED_CLASSES,
} from './words/entities.ts';

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
  /** As the item writes it; absent where only its newsroom tells. */
  written?: string;
}

/** One that another is likened to (“follows the lead of Deezer”) has done nothing in this item. */
const LIKENED = new RegExp(
  `(?:${LIKENED_BEFORE.join('|')})\\s+[\\p{L}\\p{N}]{1,30}|[\\p{sc=Latn}\\p{sc=Kana}ー]{2,30}(?:${LIKENED_AFTER.join('|')})`,
  'giu',
);

/**
 * @param speaksOfMusic whether the item does; some names count only then.
 * @returns each once. The platform whose newsroom an item comes from is always named.
 */
export function entitiesIn(
  item: NewsItem,
  search: SearchText,
  platforms: readonly Platform[],
  speaksOfMusic: boolean,
): NamedEntity[] {
  const text = search.text.replace(LIKENED, ' ');
  const own = text === search.text ? search : { ...search, text, folded: fold(text) };
  const found = gazetteerOf(platforms).flatMap(({ names, ...entity }): NamedEntity[] => {
    const written = names.flatMap((name) => (isMeant(name, own, speaksOfMusic) ? findPhrases(name.list, own) : []))[0];
    if (written !== undefined) return [{ ...entity, written }];
    return entity.id === item.platform ? [entity] : [];
  });
  const isOfNobody = !found.some(({ class: kind }) => NAMED_CLASSES.has(kind));
  return item.official && isOfNobody ? [...found, ...ofOutlet(item, platforms)] : found;
}

function isMeant({ needs, along, against }: LookedFor, search: SearchText, speaksOfMusic: boolean): boolean {
  if (needs === 'music' && !speaksOfMusic) return false;
  if (along !== undefined && findPhrases(along, search).length === 0) return false;
  return against === undefined || findPhrases(against, search).length === 0;
}

/** `TIDAL`, `Bandcamp Blog`: a newsroom is called after its platform. */
function ofOutlet({ outlet }: NewsItem, platforms: readonly Platform[]): NamedEntity[] {
  const said = ` ${fold(outlet)} `;
  return gazetteerOf(platforms)
    .filter(({ called, class: kind }) => NAMED_CLASSES.has(kind) && said.includes(` ${fold(called)} `))
    .map(({ names: _names, ...entity }) => entity);
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
    const inCatalog = new Set(platforms.map(({ id }) => id));
    gazetteer = [...platforms.map(entryOf), ...ENTITIES.filter(({ id }) => !inCatalog.has(id)).map(entryOfEntity)];
    gazetteers.set(platforms, gazetteer);
  }
  return gazetteer;
}

/** A name that the gazetteer has is looked for as it says, whoever it is said to be there. */
function entryOf({ id, name, aliases, kind }: Platform): Entry {
  const own = ENTITIES.find((one) => one.id === id);
  const plain = [...new Set([name, ...aliases].flatMap(partsOf))].filter((one) => !OF_GAZETTEER.has(fold(one)));
  return {
    id,
    called: name,
    class: kind === 'ai-generator' ? 'generator' : 'platform',
    kind,
    names: [...plain.map((one) => ({ list: { any: one.toLowerCase().replaceAll(',', ' ') } })), ...namesOf(own)],
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

const NOT_LATIN = /[^\p{Script=Latin}\p{N}\p{P}\p{Z}\p{S}]/u;

const OF_GAZETTEER: ReadonlySet<string> = new Set(
  ENTITIES.flatMap(({ names }) => names.flatMap(({ written }) => written.split(',').map((one) => fold(one.trim())))),
);
