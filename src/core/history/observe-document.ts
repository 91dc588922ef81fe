/**
 * Decides what a freshly read version of a document means, given what is known of the document.
 *
 * Rules, first match wins:
 *  1. first version of the document          → `first`       a baseline, never news
 *  2. same identity as the current version   → `same`        and a pending change is dropped
 *  3. read by another extractor version      → `rebased`     a new baseline, never a change
 *  4. a version seen in recent days          → `variant`     the page shows its readers different texts
 *  5. not the document                       → `unreadable`  the last good version stays; if that one was broken, `rebased`
 *  6. no clause or heading differs           → `cosmetic`    becomes the current version silently
 *  7. nothing about AI differs               → `changed`     recorded; it pings nobody, so it needs no confirmation
 *  8. only removals, on a page that flaps    → `unconfirmed` until enough polls in a row, over days, confirm them
 *  9. seen once                              → `unconfirmed` waits for a second, fresh poll
 * 10. seen twice                             → `changed`     recorded, and alerts
 */
import type { Change, ChangeAssessment, DocumentVersion, ExtractorVersion } from '../../domain/document.ts';
import type { CalendarDate, DocumentId, Instant, Sha256 } from '../../domain/vocabulary.ts';
import { findStatedDate, findUpcomingEffectiveDate } from '../document/document-dates.ts';
import { daysBetween } from '../instants.ts';
import type { ClauseReader } from '../judge/clause-reader.ts';
import type { VersionAnalysis } from '../reader/analyse-version.ts';
import { sha256 } from '../text/sha256.ts';
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

/** What is stored about a document between polls. */
export interface DocumentHead extends RevisionHistory {
  document: DocumentId;
  /** The AI clauses of earlier versions. */
  said: ClauseHistory;
  /** The latest polls in a row that found clauses missing and nothing new, on a page that flaps. */
  missing?: { looks: number; since: Instant };
  /** The extractor version of the current text; absent for recorded histories and in old stores. */
  readBy?: ExtractorVersion;
}

/** A page that flaps shows a clause to one reader and not to the next: it takes this many polls in a row to prove it gone, */
const MIN_POLLS_TO_CONFIRM_REMOVAL = 3;
/** … over this many days. Hourly polls may all get the same variant; recorded variants seldom stood longer than a day. */
const MIN_DAYS_TO_CONFIRM_REMOVAL = 2;

export interface ObservedVersion {
  version: DocumentVersion;
  /** A recorded history says that its extractor changed, not the page. */
  isExtractionChange?: boolean;
  /** Where it differs from the current text's extractor version, other words are no evidence of a changed page. */
  readBy?: ExtractorVersion;
  /** Needs no second poll (recorded histories). */
  isConfirmed?: boolean;
}

export interface DocumentState {
  head: DocumentHead;
  /** The current version's text. */
  markdown: string;
}

export type DocumentObservation = { head: DocumentHead } & (
  | { outcome: 'first' | 'same' | 'rebased' | 'variant' }
  | { outcome: 'unreadable' | 'cosmetic' | 'unconfirmed'; assessment: ChangeAssessment }
  | { outcome: 'changed'; change: Change }
);

interface ObserveOptions {
  clauseReader: ClauseReader;
  /** Minimum time between the two polls that confirm a change. */
  confirmAfterSeconds: number;
}

/**
 * Pure: the caller stores `head`, after everything else.
 * @param state what is known, or nothing for a document's first version.
 */
export function observeDocument(
  state: DocumentState | undefined,
  observed: ObservedVersion,
  options: ObserveOptions,
): DocumentObservation {
  const observation = decide(state, observed, options);
  if (observed.readBy === undefined || observation.outcome === 'unreadable') return observation;
  return { ...observation, head: { ...observation.head, readBy: observed.readBy } };
}

function decide(
  state: DocumentState | undefined,
  { version, readBy, isExtractionChange, isConfirmed }: ObservedVersion,
  { clauseReader, confirmAfterSeconds }: ObserveOptions,
): DocumentObservation {
  if (state === undefined) return { outcome: 'first', head: createHead(version) };

  // Removals count only as long as every poll in a row confirms them.
  const { missing, ...head } = state.head;
  if (version.identity === head.current.identity) return { outcome: 'same', head: confirmCurrent(head, version) };
  if (isExtractionChange || (readBy !== undefined && readBy !== head.readBy))
    return { outcome: 'rebased', head: advanceHead(head, version, clauseReader.readVersion(state.markdown)) };
  if (wasSeenRecently(head, version)) {
    const advanced = advanceHead(head, version, clauseReader.readVersion(state.markdown));
    return { outcome: 'variant', head: { ...advanced, returns: head.returns + 1 } };
  }

  const recallClause = createClauseLookup(head.said, version.seen);
  const assessed = assessChange(state.markdown, version.markdown, { clauseReader, recallClause });
  const { assessment, brokenSide } = assessed;
  if (brokenSide === 'new') return { outcome: 'unreadable', head: state.head, assessment };
  const advanced = advanceHead(head, version, assessed.oldAnalysis);
  if (brokenSide === 'old') return { outcome: 'rebased', head: advanced };
  if (assessed.editCount === 0 && assessment.significance === 'none')
    return { outcome: 'cosmetic', head: advanced, assessment };

  const needsConfirmation = !isConfirmed && assessment.significance !== 'none';
  if (needsConfirmation && head.returns > 0 && hasOnlyRemovals(assessment)) {
    const polls = { looks: (missing?.looks ?? 0) + 1, since: missing?.since ?? version.seen };
    if (!confirmsRemoval(polls, version.seen))
      return { outcome: 'unconfirmed', head: { ...setPending(head, version), missing: polls }, assessment };
  } else if (needsConfirmation && !confirmsPending(head, version, confirmAfterSeconds)) {
    return { outcome: 'unconfirmed', head: setPending(head, version), assessment };
  }
  return { outcome: 'changed', head: advanced, change: createChange({ ...state, head }, version, assessed) };
}

const hasOnlyRemovals = ({ evidence }: ChangeAssessment): boolean => evidence.every(({ after }) => after === undefined);

const confirmsRemoval = ({ looks, since }: NonNullable<DocumentHead['missing']>, now: Instant): boolean =>
  looks >= MIN_POLLS_TO_CONFIRM_REMOVAL && daysBetween(since, now) >= MIN_DAYS_TO_CONFIRM_REMOVAL;

/** Equal texts of a document have equal ids. */
export const computeVersionId = (document: DocumentId, markdown: string): Sha256 => sha256(document, markdown);

/** `firstSeen` is part of the id: the same text may come, go for months, and come again. */
export const computeChangeId = (
  document: DocumentId,
  oldVersion: Sha256,
  { version, firstSeen }: Pick<Revision, 'version' | 'firstSeen'>,
): Sha256 => sha256(document, oldVersion, version, firstSeen);

const createHead = (version: DocumentVersion): DocumentHead => ({
  document: version.document,
  ...startHistory(version),
  said: {},
});

/** Makes `version` the current one and adds the clauses of the one it replaces to the history. */
const advanceHead = (head: DocumentHead, version: DocumentVersion, { aiClauses }: VersionAnalysis): DocumentHead => ({
  ...setCurrent(head, version),
  said: addToClauseHistory(head.said, aiClauses, head.current.lastSeen),
});

function createChange(
  { head, markdown }: DocumentState,
  version: DocumentVersion,
  { assessment, edits, editCount }: AssessedChange,
): Change {
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
    assessment,
    edits,
    editCount,
  };
}

/** A date that the old text announced already is not this change's. */
function findNewEffectiveDate(oldMarkdown: string, { markdown, seen }: DocumentVersion): CalendarDate | undefined {
  const date = findUpcomingEffectiveDate(markdown, seen);
  return date === findUpcomingEffectiveDate(oldMarkdown, seen) ? undefined : date;
}
