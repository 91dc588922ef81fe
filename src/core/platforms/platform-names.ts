/** Finds the platform somebody means. Input is hostile: any length, any alphabet, any typo. */
import { distance } from 'fastest-levenshtein';
import type { Platform } from '../../domain/catalog.ts';
import { DISCORD_LIMITS } from '../../domain/discord-limits.ts';

/** Anything longer, typed or in the catalog, is cut off. */
const MAX_NAME_CHARS = 100;
const MAX_NEAREST = 3;

type PlatformLookup = { status: 'found'; platform: Platform } | { status: 'unknown'; nearest: Platform[] };

/**
 * The platform whose id, name or alias is `words`, ignoring case, accents, spaces and punctuation.
 * Otherwise up to three near ones: one name begins the other, or few letters differ; nearest first.
 */
export function findPlatform(platforms: readonly Platform[], words: string): PlatformLookup {
  const wanted = foldName(words);
  const found = platforms.find((platform) => wanted !== '' && foldedNames(platform).includes(wanted));
  if (found !== undefined) return { status: 'found', platform: found };
  return { status: 'unknown', nearest: rankPlatforms(platforms, wanted, nearMissRank).slice(0, MAX_NEAREST) };
}

/**
 * Platforms for what somebody has typed so far: names and aliases that begin with it, then those that contain it, then
 * near misses, each group by name. All platforms by name when nothing is typed.
 */
export function suggestPlatforms(
  platforms: readonly Platform[],
  typed: string,
  limit: number = DISCORD_LIMITS.choices,
): Platform[] {
  return rankPlatforms(platforms, foldName(typed), suggestionRank).slice(0, limit);
}

/** Letters and digits only, without case and accents. Names with the same fold are the same name. */
export function foldName(name: string): string {
  return name
    .slice(0, MAX_NAME_CHARS)
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '')
    .slice(0, MAX_NAME_CHARS);
}

const foldedNames = ({ id, name, aliases }: Platform): string[] => [id, name, ...aliases].map(foldName);

/** 0 is best; nothing when it is another name. */
type RankName = (name: string, wanted: string) => number | undefined;

/** 0 where one name begins the other, else the letters that differ; nothing where half of the longer one differs. */
const nearMissRank: RankName = (name, wanted) => {
  if (wanted === '') return undefined;
  if (name.startsWith(wanted) || (name.length > 1 && wanted.startsWith(name))) return 0;
  const typos = distance(name, wanted);
  return typos * 2 < Math.max(name.length, wanted.length) ? typos : undefined;
};

const CONTAINS = 1;
/** Letters typed for each one that may be wrong. */
const LETTERS_PER_TYPO = 4;

/** 0 begins with it, 1 contains it, more for each typo. */
const suggestionRank: RankName = (name, wanted) => {
  if (name.startsWith(wanted)) return 0;
  if (name.includes(wanted)) return CONTAINS;
  const typos = Math.min(distance(name, wanted), distance(name.slice(0, wanted.length), wanted));
  return typos * LETTERS_PER_TYPO <= wanted.length ? CONTAINS + typos : undefined;
};

/** The platforms that have a rank by one of their names, best first, then by name. */
function rankPlatforms(platforms: readonly Platform[], wanted: string, rankName: RankName): Platform[] {
  return platforms
    .flatMap((platform) => {
      const ranks = foldedNames(platform).flatMap((name) => rankName(name, wanted) ?? []);
      return ranks.length === 0 ? [] : [{ platform, rank: Math.min(...ranks) }];
    })
    .sort((a, b) => a.rank - b.rank || a.platform.name.localeCompare(b.platform.name, 'en'))
    .map(({ platform }) => platform);
}
