/** Whom an item names: platforms by the catalog's names and aliases, and whom else the gazetteer knows. */
import type { Platform } from '../../domain/catalog.ts';
import type { NewsItem } from '../../domain/news.ts';
import type { PlatformKind } from '../../domain/vocabulary.ts';
import { findPhrases, foldForSearch, type PhraseList, type SearchableText } from './phrase-search.ts';
import {
  type Entity,
  type EntityClass,
  GAZETTEER,
  type NameRule,
  PASSING_MENTION_PREFIXES,
  PASSING_MENTION_SUFFIXES,
  REPORTABLE_CLASSES,
} from './words/gazetteer.ts';

/** Two and three letters (SC, IG, YT) stand for too many things to be looked for in running text. */
const MIN_NAME_LENGTH = 4;

/** One that an item names. */
export interface EntityMention {
  id: string;
  /** As the catalog or the gazetteer calls it. */
  name: string;
  entityClass: EntityClass;
  /** What the catalog says it is, if it is there. */
  platformKind?: PlatformKind;
  /** As the item writes it; nothing where only its newsroom tells. */
  spellings: readonly string[];
}

/** One that another is likened to (“follows the lead of Deezer”) has done nothing in this item. */
const PASSING_MENTION = new RegExp(
  `(?:${PASSING_MENTION_PREFIXES.join('|')})\\s+[\\p{L}\\p{N}]{1,30}|[\\p{sc=Latn}\\p{sc=Kana}ー]{2,30}(?:${PASSING_MENTION_SUFFIXES.join('|')})`,
  'giu',
);

/**
 * @param mentionsMusicOrAi whether the item speaks of music or of AI; some names count only then.
 * @returns each once. The platform whose newsroom an item comes from is always named.
 */
export function findEntities(
  item: NewsItem,
  search: SearchableText,
  platforms: readonly Platform[],
  mentionsMusicOrAi: boolean,
): EntityMention[] {
  const text = search.text.replace(PASSING_MENTION, ' ');
  const own = text === search.text ? search : { ...search, text, folded: foldForSearch(text) };
  return gazetteerFor(platforms).flatMap((entry): EntityMention[] => {
    const { names, ...entity } = entry;
    const written = names.flatMap((name) => {
      const spellings = findPhrases(name.spellings, own);
      return spellings.length > 0 && meetsConditions(name, own, mentionsMusicOrAi) ? spellings : [];
    });
    return written.length > 0 || isFromOwnNewsroom(entry, item)
      ? [{ ...entity, spellings: [...new Set(written)] }]
      : [];
  });
}

function meetsConditions(
  { requiresMusicOrAi: needs, requiresAnyOf: along, excludedBy: against }: CompiledNameRule,
  search: SearchableText,
  mentionsMusicOrAi: boolean,
): boolean {
  if (needs === 'trade' && !mentionsMusicOrAi) return false;
  if (along !== undefined && findPhrases(along, search).length === 0) return false;
  return against === undefined || findPhrases(against, search).length === 0;
}

/** A newsroom speaks of its platform, and is called after it: `TIDAL`, `Bandcamp Blog`. */
function isFromOwnNewsroom(
  { id, name: called, entityClass: kind }: GazetteerEntry,
  { platform, official, outlet }: NewsItem,
): boolean {
  if (id === platform) return true;
  return (
    official && REPORTABLE_CLASSES.has(kind) && ` ${foldForSearch(outlet)} `.includes(` ${foldForSearch(called)} `)
  );
}

/** What it is called, of one that the catalog lacks. */
export const entityName = (id: string): string | undefined => GAZETTEER.find((one) => one.id === id)?.name;

// ---- what is looked for -------------------------------------------------------------------------

interface CompiledNameRule extends Omit<NameRule, 'spellings'> {
  spellings: PhraseList;
}

interface GazetteerEntry extends Omit<EntityMention, 'spellings'> {
  names: CompiledNameRule[];
}

const gazetteerCache = new WeakMap<readonly Platform[], GazetteerEntry[]>();

function gazetteerFor(platforms: readonly Platform[]): GazetteerEntry[] {
  let gazetteer = gazetteerCache.get(platforms);
  if (gazetteer === undefined) {
    const inCatalog = new Set(platforms.flatMap(({ id, name }) => [id, foldForSearch(name)]));
    const others = GAZETTEER.filter(({ id, name }) => !inCatalog.has(id) && !inCatalog.has(foldForSearch(name)));
    gazetteer = [...platforms.map(platformEntry), ...others.map(entityEntry)];
    gazetteerCache.set(platforms, gazetteer);
  }
  return gazetteer;
}

/**
 * A spelling that the gazetteer has is looked for as it says, and stands for whom it says: an alias that the catalog gives for want of an
 * entry (“Meta” of Instagram) yields to it, the name of a platform does not.
 */
function platformEntry({ id, name, aliases, kind }: Platform): GazetteerEntry {
  const own = GAZETTEER.find((one) => one.id === id);
  const isOwn = (spelling: string) => own === undefined && foldForSearch(spelling) === foldForSearch(name);
  const plain = [...new Set([name, ...aliases].flatMap(splitAlias))].filter(
    (one) => isOwn(one) || !GAZETTEER_SPELLINGS.has(foldForSearch(one)),
  );
  return {
    id,
    name,
    entityClass: kind === 'ai-generator' ? 'generator' : 'platform',
    platformKind: kind,
    names: [...plain.map((one) => ({ spellings: { any: toLiteralPhrase(one) } })), ...compileNameRules(own)],
  };
}

const entityEntry = (entity: Entity): GazetteerEntry => ({
  id: entity.id,
  name: entity.name,
  entityClass: entity.entityClass,
  names: compileNameRules(entity),
});

const compileNameRules = (entity: Entity | undefined): CompiledNameRule[] =>
  (entity?.names ?? []).map(({ spellings, ...conditions }) => ({ spellings: { any: spellings }, ...conditions }));

/** `Pond5 / Shutterstock` and `TuneCore (Believe)` are several names. */
function splitAlias(name: string): string[] {
  return name
    .split(/\/|\(|\)/)
    .map((part) => part.trim())
    .filter((part) => part.length >= MIN_NAME_LENGTH || NON_LATIN.test(part));
}

/** As a phrase that means nothing else than itself: see `phrases.ts`. */
const toLiteralPhrase = (name: string): string =>
  name
    .toLowerCase()
    .replace(/[,*#]|\.\./g, ' ')
    .trim();

const NON_LATIN = /[^\p{Script=Latin}\p{N}\p{P}\p{Z}\p{S}]/u;

const GAZETTEER_SPELLINGS: ReadonlySet<string> = new Set(
  GAZETTEER.flatMap(({ names }) =>
    names.flatMap(({ spellings: written }) => written.split(',').map((one) => foldForSearch(one.trim()))),
  ),
);
