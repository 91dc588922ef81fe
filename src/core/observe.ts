/**
 * The memory of a document: given what is known of it and what was just read, decides what happened.
 *
 * Rules, first match wins:
 *  1. nothing known yet            → `first`      a baseline, never news
 *  2. says what the current says   → `same`       and whatever waited for a second look has gone away
 *  3. a technical re-extraction    → `rebased`    a new baseline, never a change
 *  4. a wording seen not long ago  → `variant`    the page shows different people different texts
 *  5. not the document             → `unreadable` the last good version stands; where the old text was the broken one, `rebased`
 *  6. no clause differs            → `cosmetic`   becomes the current version in silence
 *  7. nothing it says about AI did → `changed`    recorded; nobody is pinged, so it need not wait
 *  8. seen once                    → `unconfirmed` waits for a second, fresh look
 *  9. seen twice                   → `changed`    recorded, and told
 */
import { createHash } from 'node:crypto';
import type { CalendarDate, Change, DocumentId, Instant, Reading, Sha256, Version } from '../domain.ts';
import { type ChangeReading, readChange } from './read-change.ts';
import { rememberClauses, type SaidBefore, wasSaid } from './said-before.ts';
import { statedDate, upcomingDate } from './stated-date.ts';

/** A wording that comes back within this time was never gone: most returns come within a week, hardly any after two. */
const RETURN_WITHIN_DAYS = 14;
/** Wordings remembered per document; the ones not seen for longest are forgotten first. */
const WORDINGS_REMEMBERED = 200;

/** A wording of a document and when it was there. */
export interface Wording {
  version: Sha256;
  identity: Sha256;
  firstSeen: Instant;
  lastSeen: Instant;
}

/** What is known of a document. */
export interface Head {
  document: DocumentId;
  current: Wording;
  /** A change seen once, waiting for a second look. */
  pending?: { identity: Sha256; version: Sha256; firstSeen: Instant };
  /** Other wordings seen before, by identity. */
  earlier: Record<Sha256, Wording>;
  /** What earlier versions said about AI, clause by clause. */
  said: SaidBefore;
  /** How often a wording came back; the page is said to flap from the first time on. */
  returns: number;
}

export interface Sighting {
  version: Version;
  /** The text came from a changed way of reading, not from a changed page. */
  technical?: boolean;
  /** The sighting needs no second look (a recorded history). */
  confirmed?: boolean;
}

export interface Memory {
  head: Head;
  /** The current version's text. */
  markdown: string;
}

export type Observation =
  | { outcome: 'first' | 'same' | 'rebased'; head: Head }
  | { outcome: 'unreadable'; head: Head; reading: Reading }
  | { outcome: 'variant'; head: Head; returns: number }
  | { outcome: 'cosmetic'; head: Head; reading: Reading }
  | { outcome: 'unconfirmed'; head: Head; reading: Reading }
  | { outcome: 'changed'; head: Head; change: Change };

/**
 * Decides what a freshly read version means. Pure: the caller records `head` last.
 * @param memory what is known, or nothing at first sight.
 * @param confirmAfterSeconds how long must lie between the first and the second look at a change.
 */
export function observe(memory: Memory | undefined, sighting: Sighting, confirmAfterSeconds: number): Observation {
  const { version } = sighting;
  if (memory === undefined) return { outcome: 'first', head: firstHead(version) };

  const { head } = memory;
  if (version.identity === head.current.identity) return { outcome: 'same', head: seenAgain(head, version.seen) };
  if (sighting.technical) return { outcome: 'rebased', head: moveTo(memory, version) };

  const returned = recentlySeen(head, version);
  if (returned) {
    const moved = moveTo(memory, version);
    return { outcome: 'variant', head: { ...moved, returns: head.returns + 1 }, returns: head.returns + 1 };
  }

  const read = readChange(memory.markdown, version.markdown, wasSaid(head.said, version.seen));
  const { reading } = read;
  if (read.broken === 'old') return { outcome: 'rebased', head: moveTo(memory, version) };
  if (read.broken === 'new') return { outcome: 'unreadable', head, reading };
  if (read.editCount === 0) return { outcome: 'cosmetic', head: moveTo(memory, version), reading };
  const settled = sighting.confirmed || reading.change === 'none';
  if (!settled && !isSecondLook(head, version, confirmAfterSeconds)) {
    return { outcome: 'unconfirmed', head: waitingFor(head, version), reading };
  }
  return { outcome: 'changed', head: moveTo(memory, version), change: makeChange(memory, version, read) };
}

/** The id under which a document's text is stored: equal texts of a document have equal ids. */
export function versionId(document: DocumentId, markdown: string): Sha256 {
  return createHash('sha256').update(document).update('\0').update(markdown).digest('hex');
}

function firstHead(version: Version): Head {
  return { document: version.document, current: wordingOf(version, version.seen), earlier: {}, said: {}, returns: 0 };
}

function wordingOf(version: Version, firstSeen: Instant): Wording {
  return { version: version.id, identity: version.identity, firstSeen, lastSeen: version.seen };
}

function seenAgain(head: Head, seen: Instant): Head {
  return { ...withoutPending(head), current: { ...head.current, lastSeen: later(head.current.lastSeen, seen) } };
}

function recentlySeen(head: Head, version: Version): boolean {
  const wording = head.earlier[version.identity];
  return wording !== undefined && daysBetween(wording.lastSeen, version.seen) <= RETURN_WITHIN_DAYS;
}

function isSecondLook(head: Head, version: Version, confirmAfterSeconds: number): boolean {
  return (
    head.pending?.identity === version.identity &&
    secondsBetween(head.pending.firstSeen, version.seen) >= confirmAfterSeconds
  );
}

function waitingFor(head: Head, version: Version): Head {
  const firstSeen = head.pending?.identity === version.identity ? head.pending.firstSeen : version.seen;
  return { ...head, pending: { identity: version.identity, version: version.id, firstSeen } };
}

/** Makes `version` the current one and keeps the one it replaces in memory. */
function moveTo({ head, markdown }: Memory, version: Version): Head {
  const { [version.identity]: known, ...others } = head.earlier;
  const firstSeen = head.pending?.identity === version.identity ? head.pending.firstSeen : version.seen;
  return {
    ...withoutPending(head),
    current: known ? { ...known, version: version.id, lastSeen: version.seen } : wordingOf(version, firstSeen),
    earlier: forgetOldest({ ...others, [head.current.identity]: head.current }),
    said: rememberClauses(head.said, markdown, head.current.lastSeen),
  };
}

function withoutPending({ pending: _gone, ...head }: Head): Head {
  return head;
}

function forgetOldest(wordings: Record<Sha256, Wording>): Record<Sha256, Wording> {
  const all = Object.values(wordings);
  if (all.length <= WORDINGS_REMEMBERED) return wordings;
  all.sort((a, b) => (a.lastSeen < b.lastSeen ? 1 : -1));
  return Object.fromEntries(all.slice(0, WORDINGS_REMEMBERED).map((wording) => [wording.identity, wording]));
}

function makeChange({ head, markdown }: Memory, version: Version, read: ChangeReading): Change {
  const [platform = ''] = version.document.split('/');
  const firstSeenNew = head.pending?.identity === version.identity ? head.pending.firstSeen : version.seen;
  return {
    // The window is part of the id: the same wording may come, go for months, and come again.
    id: createHash('sha256')
      .update([version.document, head.current.version, version.id, firstSeenNew].join('\0'))
      .digest('hex'),
    document: version.document,
    platform,
    oldVersion: head.current.version,
    newVersion: version.id,
    lastSeenOld: head.current.lastSeen,
    firstSeenNew,
    statedDateOld: statedDate(markdown),
    statedDateNew: statedDate(version.markdown),
    holdsFrom: upcomingOnly(markdown, version),
    returns: head.returns || undefined,
    reading: read.reading,
    edits: read.edits,
    editCount: read.editCount,
  };
}

/** A date that the old text announced already is not this change's. */
function upcomingOnly(markdown: string, { markdown: now, seen }: Version): CalendarDate | undefined {
  const date = upcomingDate(now, seen);
  return date === upcomingDate(markdown, seen) ? undefined : date;
}

const later = (a: Instant, b: Instant): Instant => (a > b ? a : b);
const secondsBetween = (from: Instant, to: Instant): number => (Date.parse(to) - Date.parse(from)) / 1000;
const daysBetween = (from: Instant, to: Instant): number => Math.abs(secondsBetween(from, to)) / 86_400;
