/**
 * What a document said about AI in earlier versions. A page that shows each reader another text takes clauses away and brings them
 * back inside texts that differ elsewhere, so that whole wordings never repeat; their clauses do. A clause that comes back within
 * days was never gone. One that comes back weeks later is known and is not told twice; but what it takes the place of is gone, and a
 * permission withdrawn after an outcry is news.
 */
import { createHash } from 'node:crypto';
import type { Instant } from '../../domain/vocabulary.ts';
import type { ClauseReader } from '../judge/clause-reader.ts';
import { FLAP_WINDOW_DAYS } from './revision-history.ts';

/** When each clause was last seen, by a hash of what it says. */
export type ClauseHistory = Readonly<Record<string, Instant>>;

/** `flapping`: it was said within days, and the page shows its readers different texts. `known`: it was said within weeks. */
export type ClauseRecurrence = 'flapping' | 'known';

/** After this time a clause that comes back is forgotten, and its return is news. */
const CLAUSE_HISTORY_DAYS = 60;
/** Clauses remembered per document; the ones not seen for longest are forgotten first. */
const MAX_CLAUSES_REMEMBERED = 1000;
const CLAUSE_HASH_CHARS = 16;

/** Adds the AI clauses of a version that was last seen at `lastSeen`. */
export function addToClauseHistory(
  said: ClauseHistory,
  markdown: string,
  lastSeen: Instant,
  clauseReader: ClauseReader,
): ClauseHistory {
  const { aiClauses } = clauseReader.readVersion(markdown);
  const entries = Object.entries({
    ...said,
    ...Object.fromEntries(aiClauses.map(({ clause }) => [hashOf(clause.key), lastSeen])),
  });
  if (entries.length <= MAX_CLAUSES_REMEMBERED) return Object.fromEntries(entries);
  entries.sort(([, a], [, b]) => (a < b ? 1 : -1));
  return Object.fromEntries(entries.slice(0, MAX_CLAUSES_REMEMBERED));
}

/** Tells of a clause's key how the document is remembered to have said so before `now`. */
export function createClauseLookup(said: ClauseHistory, now: Instant): (key: string) => ClauseRecurrence | undefined {
  const [flapsSince, knownSince] = [FLAP_WINDOW_DAYS, CLAUSE_HISTORY_DAYS].map((days) =>
    new Date(Date.parse(now) - days * DAY_MS).toISOString(),
  ) as [Instant, Instant];
  return (key) => {
    const lastSeen = said[hashOf(key)];
    if (lastSeen === undefined || lastSeen < knownSince) return undefined;
    return lastSeen >= flapsSince ? 'flapping' : 'known';
  };
}

const DAY_MS = 86_400_000;
const hashOf = (key: string): string => createHash('sha256').update(key).digest('hex').slice(0, CLAUSE_HASH_CHARS);
