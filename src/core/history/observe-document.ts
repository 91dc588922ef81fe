/**
 * The memory of a document: given what is known of it and what was just read, decides what happened.
 *
 * Rules, first match wins:
 *  1. nothing known yet            → `first`      a baseline, never news
 *  2. says what the current says   → `same`       and whatever waited for a second look has gone away
 *  3. read in another way          → `rebased`    a new baseline, never a change
 *  4. a wording seen not long ago  → `variant`    the page shows different people different texts
 *  5. not the document             → `unreadable` the last good version stands; where the old text was the broken one, `rebased`
 *  6. no clause differs, nor the line that turns one → `cosmetic` becomes the current version in silence
 *  7. nothing it says about AI did → `changed`    recorded; nobody is pinged, so it need not wait
 *  8. it only lacks something, on a page that flaps → `unconfirmed` until looks in a row, over days, have not found it
 *  9. seen once                    → `unconfirmed` waits for a second, fresh look
 * 10. seen twice                   → `changed`    recorded, and told
 */
import { createHash } from 'node:crypto';
import type { Change, Reading, Version, WayOfReading } from '../../domain/document.ts';
import type { CalendarDate, DocumentId, Instant, Sha256 } from '../../domain/vocabulary.ts';
import type { ClauseReader } from '../judge/clause-reader.ts';
import { type ChangeReading, readChange } from './assess-change.ts';
import { recallAt, rememberClauses, type SaidBefore } from './clause-history.ts';
import { statedDate, upcomingDate } from '../document/document-dates.ts';
import {
  firstSeenOf,
  firstWordings,
  isSecondLook,
  moveTo,
  seenAgain,
  type Wording,
  type Wordings,
  waitingFor,
  wasThereRecently,
} from './revision-history.ts';

/** What is known of a document. */
export interface Head extends Wordings {
  document: DocumentId;
  /** What earlier versions said about AI, clause by clause. */
  said: SaidBefore;
  /** The looks in a row, up to the last one, that found nothing new and something missing, on a page that flaps. */
  missing?: { looks: number; since: Instant };
  /** How the current text was read; not known of recorded histories, nor in stores from before this was kept. */
  readBy?: WayOfReading;
}

/** A page that flaps shows a text without a clause to one reader and with it to the next: so many looks in a row prove it gone, */
const LOOKS_AT_LOSS = 3;
/** … spread over this time. Hourly looks may all meet the same variant; those recorded seldom stood longer than a day. */
const LOSS_STANDS_DAYS = 2;

export interface Sighting {
  version: Version;
  /** The text came from a changed way of reading, not from a changed page, as a recorded history says. */
  technical?: boolean;
  /** How the text was read. In another way than the current one, it is no evidence of a changed page. */
  readBy?: WayOfReading;
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

export interface ObserveParts {
  clauseReader: ClauseReader;
  /** How long must lie between the first and the second look at a change. */
  confirmAfterSeconds: number;
}

/**
 * Decides what a freshly read version means. Pure: the caller records `head` last.
 * @param memory what is known, or nothing at first sight.
 */
export function observe(memory: Memory | undefined, sighting: Sighting, parts: ObserveParts): Observation {
  const observation = decide(memory, sighting, parts);
  if (sighting.readBy === undefined || observation.outcome === 'unreadable') return observation;
  return { ...observation, head: { ...observation.head, readBy: sighting.readBy } };
}

function decide(
  memory: Memory | undefined,
  sighting: Sighting,
  { clauseReader, confirmAfterSeconds }: ObserveParts,
): Observation {
  const { version } = sighting;
  if (memory === undefined) return { outcome: 'first', head: firstHead(version) };

  // What was missing is forgotten unless it is missing again.
  const { missing, ...head } = memory.head;
  const known = { ...memory, head };
  if (version.identity === head.current.identity) return { outcome: 'same', head: seenAgain(head, version) };
  const isReadAnew = sighting.readBy !== undefined && sighting.readBy !== head.readBy;
  if (sighting.technical || isReadAnew) return { outcome: 'rebased', head: replacedBy(known, version, clauseReader) };

  if (wasThereRecently(head, version)) {
    const moved = replacedBy(known, version, clauseReader);
    return { outcome: 'variant', head: { ...moved, returns: head.returns + 1 }, returns: head.returns + 1 };
  }

  const recall = recallAt(head.said, version.seen);
  const read = readChange(memory.markdown, version.markdown, { clauseReader, recall });
  const { reading } = read;
  if (read.broken === 'old') return { outcome: 'rebased', head: replacedBy(known, version, clauseReader) };
  if (read.broken === 'new') return { outcome: 'unreadable', head: memory.head, reading };
  if (read.editCount === 0 && reading.change === 'none')
    return { outcome: 'cosmetic', head: replacedBy(known, version, clauseReader), reading };
  const settled = sighting.confirmed || reading.change === 'none';
  if (!settled && head.returns > 0 && onlyLacks(reading)) {
    const now = { looks: (missing?.looks ?? 0) + 1, since: missing?.since ?? version.seen };
    if (!isGone(now, version.seen)) {
      return { outcome: 'unconfirmed', head: { ...waitingFor(head, version), missing: now }, reading };
    }
  } else if (!settled && !isSecondLook(head, version, confirmAfterSeconds)) {
    return { outcome: 'unconfirmed', head: waitingFor(head, version), reading };
  }
  return {
    outcome: 'changed',
    head: replacedBy(known, version, clauseReader),
    change: makeChange(known, version, read),
  };
}

function onlyLacks({ evidence }: Reading): boolean {
  return evidence.every(({ after }) => after === undefined);
}

function isGone({ looks, since }: NonNullable<Head['missing']>, now: Instant): boolean {
  return looks >= LOOKS_AT_LOSS && Date.parse(now) - Date.parse(since) >= LOSS_STANDS_DAYS * DAY_MS;
}

const DAY_MS = 86_400_000;

/** The id under which a document's text is stored: equal texts of a document have equal ids. */
export function versionId(document: DocumentId, markdown: string): Sha256 {
  return createHash('sha256').update(document).update('\0').update(markdown).digest('hex');
}

/** The window is part of the id: the same wording may come, go for months, and come again. */
export function changeId(
  document: DocumentId,
  oldVersion: Sha256,
  { version, firstSeen }: Pick<Wording, 'version' | 'firstSeen'>,
): Sha256 {
  return createHash('sha256').update([document, oldVersion, version, firstSeen].join('\0')).digest('hex');
}

function firstHead(version: Version): Head {
  return { document: version.document, ...firstWordings(version), said: {} };
}

/** Makes `version` the current one and remembers what the one before said. */
function replacedBy({ head, markdown }: Memory, version: Version, clauseReader: ClauseReader): Head {
  return { ...moveTo(head, version), said: rememberClauses(head.said, markdown, head.current.lastSeen, clauseReader) };
}

function makeChange({ head, markdown }: Memory, version: Version, read: ChangeReading): Change {
  const [platform = ''] = version.document.split('/');
  const firstSeenNew = firstSeenOf(head, version);
  return {
    id: changeId(version.document, head.current.version, { version: version.id, firstSeen: firstSeenNew }),
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
