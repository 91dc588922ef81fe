/**
 * What a document said about AI in earlier versions. A page that shows each reader another text takes clauses away and brings them
 * back inside texts that differ elsewhere, so that whole wordings never repeat; their clauses do. A clause that comes back within
 * days was never gone. One that comes back weeks later is known and is not told twice; but what it takes the place of is gone, and a
 * permission withdrawn after an outcry is news.
 */
import { createHash } from 'node:crypto';
import type { Instant } from '../../domain/vocabulary.ts';
import type { ClauseReader } from '../judge/clause-reader.ts';
import { FLAPS_WITHIN_DAYS } from './revision-history.ts';

/** When each clause was last seen, by a hash of what it says. */
export type SaidBefore = Readonly<Record<string, Instant>>;

/** `flapping`: it was said within days, and the page shows its readers different texts. `known`: it was said within weeks. */
export type Recollection = 'flapping' | 'known';

/** After this time a clause that comes back is forgotten, and its return is news. */
const KNOWN_FOR_DAYS = 60;
/** Clauses remembered per document; the ones not seen for longest are forgotten first. */
const CLAUSES_REMEMBERED = 1000;
const HASH_LENGTH = 16;

/** Adds the AI clauses of a version that was last seen at `lastSeen`. */
export function rememberClauses(
  said: SaidBefore,
  markdown: string,
  lastSeen: Instant,
  clauseReader: ClauseReader,
): SaidBefore {
  const { aiClauses } = clauseReader.readVersion(markdown);
  const entries = Object.entries({
    ...said,
    ...Object.fromEntries(aiClauses.map(({ clause }) => [hashOf(clause.key), lastSeen])),
  });
  if (entries.length <= CLAUSES_REMEMBERED) return Object.fromEntries(entries);
  entries.sort(([, a], [, b]) => (a < b ? 1 : -1));
  return Object.fromEntries(entries.slice(0, CLAUSES_REMEMBERED));
}

/** Tells of a clause's key how the document is remembered to have said so before `now`. */
export function recallAt(said: SaidBefore, now: Instant): (key: string) => Recollection | undefined {
  const [flapsSince, knownSince] = [FLAPS_WITHIN_DAYS, KNOWN_FOR_DAYS].map((days) =>
    new Date(Date.parse(now) - days * DAY_MS).toISOString(),
  ) as [Instant, Instant];
  return (key) => {
    const lastSeen = said[hashOf(key)];
    if (lastSeen === undefined || lastSeen < knownSince) return undefined;
    return lastSeen >= flapsSince ? 'flapping' : 'known';
  };
}

const DAY_MS = 86_400_000;
const hashOf = (key: string): string => createHash('sha256').update(key).digest('hex').slice(0, HASH_LENGTH);
