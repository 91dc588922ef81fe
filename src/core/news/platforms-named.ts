/** Which platforms an item names: by the catalog's names and aliases, with care for those that are everyday words. */
import type { NewsItem, Platform, PlatformId } from '../../domain.ts';
import { findPhrases, fold, type SearchText, type WordList } from './phrases.ts';
import { EVERYDAY_NAMES, type EverydayName, LIKENED_AFTER, LIKENED_BEFORE, PRODUCTS } from './words/everyday.ts';

/** Two and three letters (SC, IG, YT) stand for too many things to be looked for in running text. */
const SHORTEST_NAME = 4;

/** What an item says of platforms. */
export interface Named {
  platforms: PlatformId[];
  /** As the catalog calls them. */
  called: string[];
  /** As the text names them, in lower case where case does not matter. */
  names: string[];
}

/** One that another is likened to (“follows the lead of Deezer”) has done nothing in this item. */
const LIKENED = new RegExp(
  `(?:${LIKENED_BEFORE.join('|')})\\s+[\\p{L}\\p{N}]{1,30}|[\\p{sc=Latn}\\p{sc=Kana}ー]{2,30}(?:${LIKENED_AFTER.join('|')})`,
  'giu',
);

/**
 * @param hasMusic whether the item speaks of music; some names count only then.
 * The platform whose newsroom an item comes from is always named.
 */
export function namedPlatforms(
  item: NewsItem,
  search: SearchText,
  platforms: readonly Platform[],
  hasMusic: boolean,
): Named {
  const named = new Map<PlatformId, string>();
  const text = search.text.replace(LIKENED, ' ');
  const own = text === search.text ? search : { ...search, text, folded: fold(text) };
  const called = (id: PlatformId) => platforms.find((platform) => platform.id === id)?.name ?? id;
  for (const { id, names, products } of lookupOf(platforms)) {
    const found = names.flatMap(({ list, everyday }) =>
      counts(everyday, own, hasMusic) ? findPhrases(list, own) : [],
    );
    const name = found[0] ?? findPhrases(products, own)[0];
    if (name !== undefined) named.set(id, name);
    else if (item.platform === id) named.set(id, item.outlet);
  }
  if (item.official && named.size === 0) for (const id of ofOutlet(item, platforms)) named.set(id, item.outlet);
  return { platforms: [...named.keys()], called: [...named.keys()].map(called), names: [...named.values()] };
}

function counts(everyday: EverydayName | undefined, search: SearchText, hasMusic: boolean): boolean {
  if (everyday === undefined) return true;
  if (everyday.needs === 'music' && !hasMusic) return false;
  return everyday.against === undefined || findPhrases(everyday.against, search).length === 0;
}

/** `TIDAL`, `Bandcamp Blog`: a newsroom is called after its platform. */
function ofOutlet({ outlet }: NewsItem, platforms: readonly Platform[]): PlatformId[] {
  const said = ` ${fold(outlet)} `;
  return platforms.filter(({ name }) => said.includes(` ${fold(name)} `)).map(({ id }) => id);
}

// ---- what is looked for -------------------------------------------------------------------------

interface Lookup {
  id: PlatformId;
  names: { list: WordList; everyday?: EverydayName }[];
  products: WordList;
}

const lookups = new WeakMap<readonly Platform[], Lookup[]>();

function lookupOf(platforms: readonly Platform[]): Lookup[] {
  let lookup = lookups.get(platforms);
  if (lookup === undefined) {
    lookup = platforms.map(({ id, name, aliases }) => ({
      id,
      names: [...new Set([name, ...aliases].flatMap(partsOf))].map(lookedFor),
      products: {
        any: PRODUCTS.filter(({ platform }) => platform === id)
          .map(({ names }) => names)
          .join(', '),
      },
    }));
    lookups.set(platforms, lookup);
  }
  return lookup;
}

/** `Pond5 / Shutterstock` and `TuneCore (Believe)` are several names. */
function partsOf(name: string): string[] {
  return name
    .split(/\/|\(|\)/)
    .map((part) => part.trim())
    .filter((part) => part.length >= SHORTEST_NAME || NOT_LATIN.test(part));
}

const NOT_LATIN = /[^\p{Script=Latin}\p{N}\p{P}\p{Z}\p{S}]/u;

function lookedFor(name: string): { list: WordList; everyday?: EverydayName } {
  const everyday = EVERYDAY_NAMES.find((one) => one.name === name.toLowerCase());
  // A lower-case phrase is found in any case.
  if (everyday === undefined) return { list: { any: name.toLowerCase().replaceAll(',', ' ') } };
  return { list: { any: everyday.written }, everyday };
}
