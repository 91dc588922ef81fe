/** The memory of wordings that documents and signals share: which one is current, which waits for a second look, which came back. */
import type { Instant, Sha256 } from '../../domain/vocabulary.ts';

/** A wording or clause that comes back within this time was never gone: most returns come within a week, hardly any after two. */
export const FLAP_WINDOW_DAYS = 14;
/** Wordings remembered of one source; the ones not seen for longest are forgotten first. */
const MAX_REVISIONS_REMEMBERED = 200;

/** A wording and when it was there. */
export interface Revision {
  version: Sha256;
  /** Two wordings with the same identity say the same. */
  identity: Sha256;
  firstSeen: Instant;
  lastSeen: Instant;
}

export interface RevisionHistory {
  current: Revision;
  /** A change seen once, waiting for a second look. */
  pending?: { identity: Sha256; version: Sha256; firstSeen: Instant };
  /** Other wordings seen before, by identity. */
  earlier: Record<Sha256, Revision>;
  /** How often a wording came back; the source is said to flap from the first time on. */
  returns: number;
}

/** What was seen now: the id of the version, what it says, and when. */
export interface ObservedRevision {
  id: Sha256;
  identity: Sha256;
  seen: Instant;
}

export function startHistory(seen: ObservedRevision): RevisionHistory {
  return { current: toRevision(seen, seen.seen), earlier: {}, returns: 0 };
}

/** The current wording is there still; what waited for a second look has gone away. */
export function confirmCurrent<Known extends RevisionHistory>(
  known: Known,
  { seen }: Pick<ObservedRevision, 'seen'>,
): Known {
  const { current } = known;
  return {
    ...withoutPending(known),
    current: { ...current, lastSeen: current.lastSeen > seen ? current.lastSeen : seen },
  };
}

export function wasSeenRecently({ earlier }: RevisionHistory, { identity, seen }: ObservedRevision): boolean {
  const wording = earlier[identity];
  return wording !== undefined && daysBetween(wording.lastSeen, seen) <= FLAP_WINDOW_DAYS;
}

/** @param confirmAfterSeconds how long must lie between the first and the second look. */
export function confirmsPending(
  { pending }: RevisionHistory,
  { identity, seen }: ObservedRevision,
  confirmAfterSeconds: number,
): boolean {
  return pending?.identity === identity && secondsBetween(pending.firstSeen, seen) >= confirmAfterSeconds;
}

export function setPending<Known extends RevisionHistory>(known: Known, seen: ObservedRevision): Known {
  return { ...known, pending: { identity: seen.identity, version: seen.id, firstSeen: resolveFirstSeen(known, seen) } };
}

/** Makes what was seen the current wording, and keeps the one it replaces in memory. */
export function setCurrent<Known extends RevisionHistory>(known: Known, seen: ObservedRevision): Known {
  const { [seen.identity]: before, ...others } = known.earlier;
  return {
    ...withoutPending(known),
    current: before
      ? { ...before, version: seen.id, lastSeen: seen.seen }
      : toRevision(seen, resolveFirstSeen(known, seen)),
    earlier: forgetOldest({ ...others, [known.current.identity]: known.current }),
  };
}

/** Since when what is seen now is there, counted from the look that found it first. */
export function resolveFirstSeen({ pending }: RevisionHistory, { identity, seen }: ObservedRevision): Instant {
  return pending?.identity === identity ? pending.firstSeen : seen;
}

function toRevision({ id, identity, seen }: ObservedRevision, firstSeen: Instant): Revision {
  return { version: id, identity, firstSeen, lastSeen: seen };
}

function withoutPending<Known extends RevisionHistory>({ pending: _gone, ...known }: Known): Known {
  return known as Known;
}

function forgetOldest(wordings: Record<Sha256, Revision>): Record<Sha256, Revision> {
  const all = Object.values(wordings);
  if (all.length <= MAX_REVISIONS_REMEMBERED) return wordings;
  all.sort((a, b) => (a.lastSeen < b.lastSeen ? 1 : -1));
  return Object.fromEntries(all.slice(0, MAX_REVISIONS_REMEMBERED).map((wording) => [wording.identity, wording]));
}

const secondsBetween = (from: Instant, to: Instant): number => (Date.parse(to) - Date.parse(from)) / 1000;
const daysBetween = (from: Instant, to: Instant): number => Math.abs(secondsBetween(from, to)) / 86_400;
