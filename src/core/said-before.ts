/**
 * What a document said about AI in earlier versions. A page that shows each reader another text takes clauses away and brings them
 * back inside texts that differ elsewhere, so that whole wordings never repeat; their clauses do. A clause that comes back soon was
 * never gone, and is not told twice.
 */
import { createHash } from 'node:crypto';
import type { Instant } from '../domain.ts';
import { readVersion } from './read-version.ts';

/** When each clause was last seen, by a hash of what it says. */
export type SaidBefore = Readonly<Record<string, Instant>>;

/** After this time a clause that comes back has been gone, and its return is news. */
const RETURN_WITHIN_DAYS = 60;
/** Clauses remembered per document; the ones not seen for longest are forgotten first. */
const CLAUSES_REMEMBERED = 1000;
const HASH_LENGTH = 16;

/** Adds the AI clauses of a version that was last seen at `lastSeen`. */
export function rememberClauses(said: SaidBefore, markdown: string, lastSeen: Instant): SaidBefore {
  const { aiClauses } = readVersion(markdown);
  const entries = Object.entries({
    ...said,
    ...Object.fromEntries(aiClauses.map(({ clause }) => [hashOf(clause.key), lastSeen])),
  });
  if (entries.length <= CLAUSES_REMEMBERED) return Object.fromEntries(entries);
  entries.sort(([, a], [, b]) => (a < b ? 1 : -1));
  return Object.fromEntries(entries.slice(0, CLAUSES_REMEMBERED));
}

/** Tells of a clause's key whether the document said so not long before `now`. */
export function wasSaid(said: SaidBefore, now: Instant): (key: string) => boolean {
  const since = new Date(Date.parse(now) - RETURN_WITHIN_DAYS * 86_400_000).toISOString();
  return (key) => (said[hashOf(key)] ?? '') >= since;
}

const hashOf = (key: string): string => createHash('sha256').update(key).digest('hex').slice(0, HASH_LENGTH);
