/**
 * Remembers which AI clauses earlier versions of a document had. On a page that shows each reader another text whole versions never
 * repeat, but their clauses do. A clause that returns within days was never gone. One that returns after weeks is no news, but what
 * it replaces is: a permission withdrawn after an outcry.
 */
import type { Instant } from '../../domain/vocabulary.ts';
import { addDays } from '../instants.ts';
import type { ClauseRecurrence } from '../judge/find-differences.ts';
import type { AiClause } from '../reader/analyse-version.ts';
import { sha256 } from '../text/sha256.ts';
import { FLAP_WINDOW_DAYS } from './revision-history.ts';

/** When each clause was last seen, by a hash of its key. */
export type ClauseHistory = Readonly<Record<string, Instant>>;

/** A clause not seen for longer is forgotten, and its return is news. */
const CLAUSE_HISTORY_DAYS = 60;
/** Per document; those not seen for longest are dropped first. */
const MAX_CLAUSES_REMEMBERED = 1000;
const CLAUSE_HASH_CHARS = 16;

/** Adds the AI clauses of a version that was last seen at `lastSeen`. */
export function addToClauseHistory(
  history: ClauseHistory,
  aiClauses: readonly AiClause[],
  lastSeen: Instant,
): ClauseHistory {
  const entries = Object.entries({
    ...history,
    ...Object.fromEntries(aiClauses.map(({ clause }) => [hashKey(clause.key), lastSeen])),
  });
  if (entries.length <= MAX_CLAUSES_REMEMBERED) return Object.fromEntries(entries);
  entries.sort(([, a], [, b]) => (a < b ? 1 : -1));
  return Object.fromEntries(entries.slice(0, MAX_CLAUSES_REMEMBERED));
}

/** @returns looks up whether the document had a clause before `now`, by the clause's key. */
export function createClauseLookup(
  history: ClauseHistory,
  now: Instant,
): (key: string) => ClauseRecurrence | undefined {
  const [flappingSince, knownSince] = [addDays(now, -FLAP_WINDOW_DAYS), addDays(now, -CLAUSE_HISTORY_DAYS)];
  return (key) => {
    const lastSeen = history[hashKey(key)];
    if (lastSeen === undefined || lastSeen < knownSince) return undefined;
    return lastSeen >= flappingSince ? 'flapping' : 'known';
  };
}

const hashKey = (key: string): string => sha256(key).slice(0, CLAUSE_HASH_CHARS);
