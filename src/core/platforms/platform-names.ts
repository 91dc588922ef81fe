/** Which platform somebody means. What is typed is hostile: any length, any alphabet, any mistake. */
import type { Platform } from '../../domain/catalog.ts';

/** Characters looked at; the rest of what is typed, or of a name, is not read. */
const MAX_NAME_CHARS = 100;
const MAX_NEAREST = 3;
const MAX_SUGGESTIONS = 25;

export type PlatformLookup = { status: 'found'; platform: Platform } | { status: 'unknown'; nearest: Platform[] };

/**
 * The platform whose id, name or alias is `words`, whatever the case, accents, spaces and punctuation.
 * Otherwise up to three that come near: one name begins the other, or few letters differ; nearest first.
 */
export function findPlatform(platforms: readonly Platform[], words: string): PlatformLookup {
  const wanted = foldName(words);
  const known = platforms.map((platform) => ({ platform, names: foldedNames(platform) }));
  const found = known.find(({ names }) => wanted !== '' && names.includes(wanted));
  if (found !== undefined) return { status: 'found', platform: found.platform };
  const nearest = known.flatMap(({ platform, names }) => {
    const rank = minRank(names.map((name) => nearMissRank(name, wanted)));
    return rank === undefined ? [] : [{ platform, rank }];
  });
  return { status: 'unknown', nearest: sortByRank(nearest).slice(0, MAX_NEAREST) };
}

/**
 * Platforms for what somebody has typed so far: names and aliases that begin with it, then those that contain it, then
 * near misses, each group by name. All of them by name when nothing is typed.
 */
export function suggestPlatforms(platforms: readonly Platform[], typed: string, limit = MAX_SUGGESTIONS): Platform[] {
  const wanted = foldName(typed);
  const suggested = platforms.flatMap((platform) => {
    const rank = minRank(foldedNames(platform).map((name) => suggestionRank(name, wanted)));
    return rank === undefined ? [] : [{ platform, rank }];
  });
  return sortByRank(suggested).slice(0, limit);
}

/** A name as it is compared: letters and digits only, without case and accents. Two names with one fold are one name. */
export function foldName(name: string): string {
  return name
    .slice(0, MAX_NAME_CHARS)
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '')
    .slice(0, MAX_NAME_CHARS);
}

/** How many letters must be put in, taken out or exchanged to make `b` of `a` (Levenshtein). */
export function editDistance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i++) {
    const above = row;
    row = [i];
    for (let j = 1; j <= b.length; j++) {
      const exchanged = (above[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      row.push(Math.min(exchanged, (above[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1));
    }
  }
  return row[b.length] ?? 0;
}

/** 0 where one name begins the other, else the letters that differ; nothing where half of the longer one differs. */
function nearMissRank(name: string, wanted: string): number | undefined {
  if (wanted === '') return undefined;
  if (name.startsWith(wanted) || (name.length > 1 && wanted.startsWith(name))) return 0;
  const distance = editDistance(name, wanted);
  return distance * 2 < Math.max(name.length, wanted.length) ? distance : undefined;
}

const CONTAINS = 1;
/** Letters typed for each one that may be wrong. */
const LETTERS_PER_TYPO = 4;

/** 0 begins with it, 1 contains it, above that the mistakes made; nothing when it is another name. */
function suggestionRank(name: string, wanted: string): number | undefined {
  if (name.startsWith(wanted)) return 0;
  if (name.includes(wanted)) return CONTAINS;
  const mistakes = Math.min(editDistance(name, wanted), editDistance(name.slice(0, wanted.length), wanted));
  return mistakes * LETTERS_PER_TYPO <= wanted.length ? CONTAINS + mistakes : undefined;
}

const foldedNames = ({ id, name, aliases }: Platform): string[] => [id, name, ...aliases].map(foldName);

function minRank(ranks: (number | undefined)[]): number | undefined {
  const known = ranks.filter((rank) => rank !== undefined);
  return known.length === 0 ? undefined : Math.min(...known);
}

function sortByRank(ranked: { platform: Platform; rank: number }[]): Platform[] {
  return ranked
    .sort((a, b) => a.rank - b.rank || a.platform.name.localeCompare(b.platform.name, 'en'))
    .map(({ platform }) => platform);
}
