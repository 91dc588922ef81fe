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
import type { Change, ChangeAssessment, DocumentVersion, ExtractorVersion } from '../../domain/document.ts';
import type { CalendarDate, DocumentId, Instant, Sha256 } from '../../domain/vocabulary.ts';
import { findStatedDate, findUpcomingEffectiveDate } from '../document/document-dates.ts';
import type { ClauseReader } from '../judge/clause-reader.ts';
import { type AssessedChange, assessChange } from './assess-change.ts';
import { addToClauseHistory, type ClauseHistory, createClauseLookup } from './clause-history.ts';
import {
  confirmCurrent,
  confirmsPending,
  type Revision,
  type RevisionHistory,
  resolveFirstSeen,
  setCurrent,
  setPending,
  startHistory,
  wasSeenRecently,
} from './revision-history.ts';

/** What is known of a document. */
export interface DocumentHead extends RevisionHistory {
  document: DocumentId;
  /** What earlier versions said about AI, clause by clause. */
  said: ClauseHistory;
  /** The looks in a row, up to the last one, that found nothing new and something missing, on a page that flaps. */
  missing?: { looks: number; since: Instant };
  /** How the current text was read; not known of recorded histories, nor in stores from before this was kept. */
  readBy?: ExtractorVersion;
}

/** A page that flaps shows a text without a clause to one reader and with it to the next: so many looks in a row prove it gone, */
const MIN_POLLS_TO_CONFIRM_REMOVAL = 3;
/** … spread over this time. Hourly looks may all meet the same variant; those recorded seldom stood longer than a day. */
const MIN_DAYS_TO_CONFIRM_REMOVAL = 2;

export interface ObservedVersion {
  version: DocumentVersion;
  /** The text came from a changed way of reading, not from a changed page, as a recorded history says. */
  isExtractionChange?: boolean;
  /** How the text was read. In another way than the current one, it is no evidence of a changed page. */
  readBy?: ExtractorVersion;
  /** The sighting needs no second look (a recorded history). */
  isConfirmed?: boolean;
}

export interface DocumentState {
  head: DocumentHead;
  /** The current version's text. */
  markdown: string;
}

export type DocumentObservation =
  | { outcome: 'first' | 'same' | 'rebased'; head: DocumentHead }
  | { outcome: 'unreadable'; head: DocumentHead; reading: ChangeAssessment }
  | { outcome: 'variant'; head: DocumentHead; returns: number }
  | { outcome: 'cosmetic'; head: DocumentHead; reading: ChangeAssessment }
  | { outcome: 'unconfirmed'; head: DocumentHead; reading: ChangeAssessment }
  | { outcome: 'changed'; head: DocumentHead; change: Change };

export interface ObserveOptions {
  clauseReader: ClauseReader;
  /** How long must lie between the first and the second look at a change. */
  confirmAfterSeconds: number;
}

/**
 * Decides what a freshly read version means. Pure: the caller records `head` last.
 * @param memory what is known, or nothing at first sight.
 */
export function observeDocument(
  memory: DocumentState | undefined,
  sighting: ObservedVersion,
  parts: ObserveOptions,
): DocumentObservation {
  const observation = decide(memory, sighting, parts);
  if (sighting.readBy === undefined || observation.outcome === 'unreadable') return observation;
  return { ...observation, head: { ...observation.head, readBy: sighting.readBy } };
}

function decide(
  memory: DocumentState | undefined,
  sighting: ObservedVersion,
  { clauseReader, confirmAfterSeconds }: ObserveOptions,
): DocumentObservation {
  const { version } = sighting;
  if (memory === undefined) return { outcome: 'first', head: createHead(version) };

  // What was missing is forgotten unless it is missing again.
  const { missing, ...head } = memory.head;
  const known = { ...memory, head };
  if (version.identity === head.current.identity) return { outcome: 'same', head: confirmCurrent(head, version) };
  const isReadAnew = sighting.readBy !== undefined && sighting.readBy !== head.readBy;
  if (sighting.isExtractionChange || isReadAnew)
    return { outcome: 'rebased', head: advanceHead(known, version, clauseReader) };

  if (wasSeenRecently(head, version)) {
    const moved = advanceHead(known, version, clauseReader);
    return { outcome: 'variant', head: { ...moved, returns: head.returns + 1 }, returns: head.returns + 1 };
  }

  const recall = createClauseLookup(head.said, version.seen);
  const read = assessChange(memory.markdown, version.markdown, { clauseReader, recallClause: recall });
  const { reading } = read;
  if (read.brokenSide === 'old') return { outcome: 'rebased', head: advanceHead(known, version, clauseReader) };
  if (read.brokenSide === 'new') return { outcome: 'unreadable', head: memory.head, reading };
  if (read.editCount === 0 && reading.change === 'none')
    return { outcome: 'cosmetic', head: advanceHead(known, version, clauseReader), reading };
  const settled = sighting.isConfirmed || reading.change === 'none';
  if (!settled && head.returns > 0 && onlyRemovals(reading)) {
    const now = { looks: (missing?.looks ?? 0) + 1, since: missing?.since ?? version.seen };
    if (!isRemovalConfirmed(now, version.seen)) {
      return { outcome: 'unconfirmed', head: { ...setPending(head, version), missing: now }, reading };
    }
  } else if (!settled && !confirmsPending(head, version, confirmAfterSeconds)) {
    return { outcome: 'unconfirmed', head: setPending(head, version), reading };
  }
  return {
    outcome: 'changed',
    head: advanceHead(known, version, clauseReader),
    change: createChange(known, version, read),
  };
}

function onlyRemovals({ evidence }: ChangeAssessment): boolean {
  return evidence.every(({ after }) => after === undefined);
}

function isRemovalConfirmed({ looks, since }: NonNullable<DocumentHead['missing']>, now: Instant): boolean {
  return (
    looks >= MIN_POLLS_TO_CONFIRM_REMOVAL && Date.parse(now) - Date.parse(since) >= MIN_DAYS_TO_CONFIRM_REMOVAL * DAY_MS
  );
}

const DAY_MS = 86_400_000;

/** The id under which a document's text is stored: equal texts of a document have equal ids. */
export function computeVersionId(document: DocumentId, markdown: string): Sha256 {
  return createHash('sha256').update(document).update('\0').update(markdown).digest('hex');
}

/** The window is part of the id: the same wording may come, go for months, and come again. */
export function computeChangeId(
  document: DocumentId,
  oldVersion: Sha256,
  { version, firstSeen }: Pick<Revision, 'version' | 'firstSeen'>,
): Sha256 {
  return createHash('sha256').update([document, oldVersion, version, firstSeen].join('\0')).digest('hex');
}

function createHead(version: DocumentVersion): DocumentHead {
  return { document: version.document, ...startHistory(version), said: {} };
}

/** Makes `version` the current one and remembers what the one before said. */
function advanceHead(
  { head, markdown }: DocumentState,
  version: DocumentVersion,
  clauseReader: ClauseReader,
): DocumentHead {
  return {
    ...setCurrent(head, version),
    said: addToClauseHistory(head.said, markdown, head.current.lastSeen, clauseReader),
  };
}

function createChange({ head, markdown }: DocumentState, version: DocumentVersion, read: AssessedChange): Change {
  const [platform = ''] = version.document.split('/');
  const firstSeenNew = resolveFirstSeen(head, version);
  return {
    id: computeChangeId(version.document, head.current.version, { version: version.id, firstSeen: firstSeenNew }),
    document: version.document,
    platform,
    oldVersion: head.current.version,
    newVersion: version.id,
    lastSeenOld: head.current.lastSeen,
    firstSeenNew,
    statedDateOld: findStatedDate(markdown),
    statedDateNew: findStatedDate(version.markdown),
    holdsFrom: findNewEffectiveDate(markdown, version),
    returns: head.returns || undefined,
    reading: read.reading,
    edits: read.edits,
    editCount: read.editCount,
  };
}

/** A date that the old text announced already is not this change's. */
function findNewEffectiveDate(markdown: string, { markdown: now, seen }: DocumentVersion): CalendarDate | undefined {
  const date = findUpcomingEffectiveDate(now, seen);
  return date === findUpcomingEffectiveDate(markdown, seen) ? undefined : date;
}
