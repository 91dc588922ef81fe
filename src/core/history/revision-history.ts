/** The history that documents and signal sources share: which revision is current, which awaits confirmation, which were seen before. */
import type { Instant, Sha256 } from '../../domain/vocabulary.ts';
import { daysBetween } from '../instants.ts';

/** A revision or clause that returns within this time was never gone: most returns come within a week, hardly any after two. */
export const FLAP_WINDOW_DAYS = 14;
/** Per source; those not seen for longest are dropped first. */
const MAX_REVISIONS_REMEMBERED = 200;

/** One text of a source and when it was seen. */
export interface Revision {
  version: Sha256;
  /** Revisions with the same identity say the same. */
  identity: Sha256;
  firstSeen: Instant;
  lastSeen: Instant;
}

export interface RevisionHistory {
  current: Revision;
  /** A change seen once, awaiting confirmation. */
  pending?: { identity: Sha256; version: Sha256; firstSeen: Instant };
  /** Other revisions seen before, by identity. */
  earlier: Record<Sha256, Revision>;
  /** How often a revision came back; from the first time on the source counts as flapping. */
  returns: number;
}

/** What a poll found. `id` is the version's. */
interface ObservedRevision {
  id: Sha256;
  identity: Sha256;
  seen: Instant;
}

export function startHistory(observed: ObservedRevision): RevisionHistory {
  return { current: toRevision(observed, observed.seen), earlier: {}, returns: 0 };
}

/** The current revision was seen again; a pending one is dropped. */
export function confirmCurrent<History extends RevisionHistory>(
  history: History,
  { seen }: Pick<ObservedRevision, 'seen'>,
): History {
  const { current } = history;
  return {
    ...withoutPending(history),
    current: { ...current, lastSeen: current.lastSeen > seen ? current.lastSeen : seen },
  };
}

export function wasSeenRecently({ earlier }: RevisionHistory, { identity, seen }: ObservedRevision): boolean {
  const revision = earlier[identity];
  return revision !== undefined && Math.abs(daysBetween(revision.lastSeen, seen)) <= FLAP_WINDOW_DAYS;
}

/** @param confirmAfterSeconds minimum time between the two polls that confirm a change. */
export function confirmsPending(
  { pending }: RevisionHistory,
  { identity, seen }: ObservedRevision,
  confirmAfterSeconds: number,
): boolean {
  if (pending?.identity !== identity) return false;
  return Date.parse(seen) - Date.parse(pending.firstSeen) >= confirmAfterSeconds * 1000;
}

export function setPending<History extends RevisionHistory>(history: History, observed: ObservedRevision): History {
  const { id, identity } = observed;
  return { ...history, pending: { identity, version: id, firstSeen: resolveFirstSeen(history, observed) } };
}

/** Makes the observed revision current and keeps the one it replaces as an earlier one. */
export function setCurrent<History extends RevisionHistory>(history: History, observed: ObservedRevision): History {
  const { [observed.identity]: returning, ...others } = history.earlier;
  return {
    ...withoutPending(history),
    current: returning
      ? { ...returning, version: observed.id, lastSeen: observed.seen }
      : toRevision(observed, resolveFirstSeen(history, observed)),
    earlier: dropOldest({ ...others, [history.current.identity]: history.current }),
  };
}

/** When the observed revision was first seen: by this poll, or by the one that made it pending. */
export function resolveFirstSeen({ pending }: RevisionHistory, { identity, seen }: ObservedRevision): Instant {
  return pending?.identity === identity ? pending.firstSeen : seen;
}

function toRevision({ id, identity, seen }: ObservedRevision, firstSeen: Instant): Revision {
  return { version: id, identity, firstSeen, lastSeen: seen };
}

function withoutPending<History extends RevisionHistory>({ pending: _dropped, ...history }: History): History {
  return history as History;
}

function dropOldest(revisions: Record<Sha256, Revision>): Record<Sha256, Revision> {
  const all = Object.values(revisions);
  if (all.length <= MAX_REVISIONS_REMEMBERED) return revisions;
  all.sort((a, b) => (a.lastSeen < b.lastSeen ? 1 : -1));
  return Object.fromEntries(all.slice(0, MAX_REVISIONS_REMEMBERED).map((revision) => [revision.identity, revision]));
}
