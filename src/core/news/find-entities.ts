/** Finds whom an item names: platforms by the catalog's names and aliases, and entities of the gazetteer. */
import type { Platform } from '../../domain/catalog.ts';
import type { NewsItem } from '../../domain/news.ts';
import type { PlatformKind } from '../../domain/vocabulary.ts';
import {
  createPhraseFinder,
  escapeRegExp,
  type FindPhrases,
  foldForSearch,
  type SearchableText,
  splitPhrases,
} from './phrase-search.ts';
import {
  ENTITY_CLASSES,
  type Entity,
  type EntityClass,
  GAZETTEER,
  PASSING_MENTION_PREFIXES,
  PASSING_MENTION_SUFFIXES,
  REPORTABLE_CLASSES,
} from './words/gazetteer.ts';

/** What the catalog says of a platform that news may name. */
export type NamedPlatform = Pick<Platform, 'id' | 'name' | 'aliases' | 'kind'>;

/** An entity that an item names. */
export interface EntityMention {
  id: string;
  /** As the catalog or the gazetteer writes it. */
  name: string;
  entityClass: EntityClass;
  /** Only of the catalog's platforms. */
  platformKind?: PlatformKind;
  /** As the item writes it; empty where the item comes from the entity's newsroom and does not name it. */
  spellings: readonly string[];
}

export type FindEntities = (
  item: Pick<NewsItem, 'platform' | 'official' | 'outlet'>,
  fullText: SearchableText,
  /** Some names count only beside music or AI. */
  mentionsMusicOrAi: boolean,
) => EntityMention[];

/** A name in such a phrase is only a comparison (“follows the lead of Deezer”). */
const PASSING_MENTION = new RegExp(
  `(?:${PASSING_MENTION_PREFIXES.join('|')})\\s+[\\p{L}\\p{N}]{1,30}|[\\p{sc=Latn}\\p{sc=Kana}ー]{2,30}(?:${PASSING_MENTION_SUFFIXES.join('|')})`,
  'giu',
);

export function createEntityFinder(platforms: readonly NamedPlatform[]): FindEntities {
  const entries = gazetteerWith(platforms);
  return (item, fullText, mentionsMusicOrAi) => {
    const text = fullText.text.replace(PASSING_MENTION, ' ');
    const searched = text === fullText.text ? fullText : { ...fullText, text, folded: foldForSearch(text) };
    return entries.flatMap(({ names, ...entity }): EntityMention[] => {
      const spellings = names.flatMap((name) => {
        const found = name.find(searched);
        return found.length > 0 && meetsConditions(name, searched, mentionsMusicOrAi) ? found : [];
      });
      return spellings.length > 0 || isFromOwnNewsroom(entity, item)
        ? [{ ...entity, spellings: [...new Set(spellings)] }]
        : [];
    });
  };
}

function meetsConditions(
  { requiresMusicOrAi, requiresAnyOf, excludedBy }: CompiledNameRule,
  text: SearchableText,
  mentionsMusicOrAi: boolean,
): boolean {
  if (requiresMusicOrAi && !mentionsMusicOrAi) return false;
  if (requiresAnyOf !== undefined && requiresAnyOf(text).length === 0) return false;
  return excludedBy === undefined || excludedBy(text).length === 0;
}

/** A newsroom carries its platform's name: `TIDAL`, `Bandcamp Blog`. */
function isFromOwnNewsroom(
  { id, name, entityClass }: Omit<EntityMention, 'spellings'>,
  { platform, official, outlet }: Parameters<FindEntities>[0],
): boolean {
  if (id === platform) return true;
  return (
    official && REPORTABLE_CLASSES.has(entityClass) && ` ${foldForSearch(outlet)} `.includes(` ${foldForSearch(name)} `)
  );
}

/** The name of an entity that the catalog lacks. */
export const entityName = (id: string): string | undefined => GAZETTEER.find((entity) => entity.id === id)?.name;

// ---- masking ------------------------------------------------------------------------------------

/** What replaces a name, so that words count whatever entity they are about. */
export const placeholderFor = (entityClass: EntityClass): string => `${entityClass.replace('-', '')}name`;
export const PLACEHOLDERS: readonly string[] = ENTITY_CLASSES.map(placeholderFor);

/** Replaces names by placeholders; `named` are the entities whose names were found. */
export function maskEntities(
  folded: string,
  entities: readonly EntityMention[],
): { text: string; named: ReadonlySet<EntityMention> } {
  const entityBySpelling = new Map(
    entities.flatMap((entity) => entity.spellings.map((spelling) => [foldForSearch(spelling), entity] as const)),
  );
  const named = new Set<EntityMention>();
  if (entityBySpelling.size === 0) return { text: folded, named };
  const spellings = [...entityBySpelling.keys()].sort((a, b) => b.length - a.length).map(escapeRegExp);
  // Names end at word boundaries, except in scripts without spaces.
  const pattern = new RegExp(`(?<![\\p{sc=Latn}\\p{N}])(?:${spellings.join('|')})(?![\\p{sc=Latn}\\p{N}])`, 'gu');
  const text = folded.replace(pattern, (spelling) => {
    const entity = entityBySpelling.get(spelling);
    if (entity === undefined) return spelling;
    named.add(entity);
    return ` ${placeholderFor(entity.entityClass)} `;
  });
  return { text, named };
}

// ---- gazetteer and catalog together ---------------------------------------------------------------

interface CompiledNameRule {
  find: FindPhrases;
  requiresAnyOf?: FindPhrases;
  excludedBy?: FindPhrases;
  requiresMusicOrAi?: true;
}

interface GazetteerEntry extends Omit<EntityMention, 'spellings'> {
  names: CompiledNameRule[];
}

function gazetteerWith(platforms: readonly NamedPlatform[]): GazetteerEntry[] {
  const inCatalog = new Set(platforms.flatMap(({ id, name }) => [id, foldForSearch(name)]));
  const others = GAZETTEER.filter(({ id, name }) => !inCatalog.has(id) && !inCatalog.has(foldForSearch(name)));
  return [...platforms.map(platformEntry), ...others.map(entityEntry)];
}

/**
 * A spelling of the gazetteer means what the gazetteer says: a mere alias of the catalog (“Meta” for Instagram) yields to it, a
 * platform's own name does not.
 */
function platformEntry({ id, name, aliases, kind }: NamedPlatform): GazetteerEntry {
  const entity = GAZETTEER.find((entry) => entry.id === id);
  const isOwnName = (spelling: string) => entity === undefined && foldForSearch(spelling) === foldForSearch(name);
  const spellings = [...new Set([name, ...aliases].flatMap(splitAlias))].filter(
    (spelling) => isOwnName(spelling) || !GAZETTEER_SPELLINGS.has(foldForSearch(spelling)),
  );
  return {
    id,
    name,
    entityClass: kind === 'ai-generator' ? 'generator' : 'platform',
    platformKind: kind,
    names: [
      ...spellings.map((spelling) => ({ find: createPhraseFinder({ any: toLiteralPhrase(spelling) }) })),
      ...compileNameRules(entity),
    ],
  };
}

const entityEntry = (entity: Entity): GazetteerEntry => ({ ...entity, names: compileNameRules(entity) });

const compileNameRules = (entity: Entity | undefined): CompiledNameRule[] =>
  (entity?.names ?? []).map(({ spellings, requiresAnyOf, excludedBy, requiresMusicOrAi }) => ({
    find: createPhraseFinder({ any: spellings }),
    requiresAnyOf: requiresAnyOf && createPhraseFinder(requiresAnyOf),
    excludedBy: excludedBy && createPhraseFinder(excludedBy),
    requiresMusicOrAi,
  }));

/** Two or three letters (SC, IG, YT) are too ambiguous to be found in running text. */
const MIN_NAME_LENGTH = 4;

/** `Pond5 / Shutterstock` and `TuneCore (Believe)` are several names. */
function splitAlias(alias: string): string[] {
  return alias
    .split(/\/|\(|\)/)
    .map((part) => part.trim())
    .filter((part) => part.length >= MIN_NAME_LENGTH || NON_LATIN.test(part));
}

/** A phrase without special characters (phrase-search.ts). */
const toLiteralPhrase = (name: string): string =>
  name
    .toLowerCase()
    .replace(/[,*#]|\.\./g, ' ')
    .trim();

const NON_LATIN = /[^\p{Script=Latin}\p{N}\p{P}\p{Z}\p{S}]/u;

const GAZETTEER_SPELLINGS: ReadonlySet<string> = new Set(
  GAZETTEER.flatMap(({ names }) => names.flatMap(({ spellings }) => splitPhrases(spellings).map(foldForSearch))),
);
