/** Turns what a poll found into the writes that record it. app/record/execute.ts carries a plan out and says why a crash is harmless. */
import type { Change, DocumentStance, DocumentVersion } from '../../domain/document.ts';
import type { Story } from '../../domain/news.ts';
import type { SignalChange, SignalVersion } from '../../domain/signal.ts';
import type { Instant, Sha256 } from '../../domain/vocabulary.ts';
import { computeChangeId, type DocumentHead, type DocumentObservation } from '../history/observe-document.ts';
import type { RevisionHistory } from '../history/revision-history.ts';
import { addDays } from '../instants.ts';
import type { ProcessedItem } from '../news/news-pipeline.ts';
import { addToStory } from '../news/story.ts';
import type { SignalHead, SignalObservation } from '../signals/observe-signals.ts';

/** Older items are history: they are recorded and alert nobody. */
const MAX_ALERT_AGE_DAYS = 7;
/** Feeds rarely list items that are more than a year old. */
const SEEN_ITEM_TTL_SECONDS = 400 * 86_400;

interface Put<Collection extends string, Value> {
  put: Collection;
  key: string;
  value: Value;
  ttlSeconds?: number;
}

/** Written under ids that derive from content. A version that exists stays as it is: it knows when it was first seen. */
export type ContentWrite =
  | Put<'versions', DocumentVersion>
  | Put<'changes', Change>
  | Put<'stories', Story>
  | Put<'signalVersions', SignalVersion>
  | Put<'signalChanges', SignalChange>;

/** What the next poll goes on from. */
export type ProgressWrite =
  | Put<'stances', DocumentStance>
  | Put<'heads', DocumentHead>
  | Put<'signalHeads', SignalHead>
  | Put<'seenItems', { at: Instant; storyId?: string }>
  | { delete: 'signalVersions'; key: Sha256 };

/** What may need alerts and corrections, once the content is written. */
export type NotificationSubject =
  | { kind: 'change'; change: Change }
  | { kind: 'reversion'; changes: readonly Change[] }
  | { kind: 'signals'; change: SignalChange }
  | { kind: 'story'; story: Story; shouldAlert: boolean };

/** Carried out in this order. */
export interface RecordPlan {
  content: ContentWrite[];
  notify?: NotificationSubject;
  progress: ProgressWrite[];
}

/** The recorded changes that a document undid or restored by showing an earlier wording again. */
export interface ReversedChanges {
  reverted?: Change;
  restored?: Change;
}

/** @param found `stance` where the stored one is out of date. */
export function planDocumentRecord(
  found: { observation: DocumentObservation; version: DocumentVersion; stance?: DocumentStance },
  { reverted, restored }: ReversedChanges,
  now: Instant,
): RecordPlan {
  const { observation, version, stance } = found;
  const { document } = version;
  if (observation.outcome === 'unreadable') return { content: [], progress: [] };
  const text = put('versions', version.id, version);
  const progress = [...(stance ? [put('stances', document, stance)] : []), put('heads', document, observation.head)];
  if (observation.outcome === 'changed') {
    const { change } = observation;
    return { content: [text, put('changes', change.id, change)], notify: { kind: 'change', change }, progress };
  }
  if (observation.outcome !== 'variant') return { content: [text], progress };
  const updates = [
    ...(reverted ? [{ before: reverted, takenBack: reverted.takenBack ?? now }] : []),
    ...(restored ? [{ before: restored, takenBack: undefined }] : []),
  ].map(({ before, takenBack }) => ({ before, after: { ...before, takenBack } }));
  const written = updates.filter(({ before, after }) => after.takenBack !== before.takenBack);
  return {
    content: [text, ...written.map(({ after }) => put('changes', after.id, after))],
    // Also for changes written before: a repeat after a crash plans the corrections that are missing.
    notify: { kind: 'reversion', changes: updates.map(({ after }) => after) },
    progress,
  };
}

/**
 * The ids that the changes between the current wording and the one it replaced have, if they were recorded.
 * @param head after the earlier wording came back.
 */
export function reversedChangeIds({
  document,
  current,
  earlier,
}: DocumentHead): Record<keyof ReversedChanges, Sha256> | undefined {
  const replaced = Object.values(earlier)
    .sort((a, b) => a.lastSeen.localeCompare(b.lastSeen))
    .at(-1);
  return (
    replaced && {
      reverted: computeChangeId(document, current.version, replaced),
      restored: computeChangeId(document, replaced.version, current),
    }
  );
}

/** @param currentVersion the source's version before this poll. */
export function planSignalRecord(
  observation: SignalObservation,
  version: SignalVersion,
  currentVersion: Sha256 | undefined,
): RecordPlan {
  const { head, outcome } = observation;
  const isCurrent = head.current.version === version.id;
  // Such files change daily in parts that do not matter here: of versions that say the same, the last one is enough.
  const isReplaced = outcome === 'same' && currentVersion !== undefined && currentVersion !== version.id;
  const text = isCurrent ? [put('signalVersions', version.id, version)] : [];
  const progress: ProgressWrite[] = [
    put('signalHeads', version.source, head),
    ...(isReplaced ? [{ delete: 'signalVersions' as const, key: currentVersion }] : []),
  ];
  if (outcome !== 'changed') return { content: text, progress };
  const { change } = observation;
  return { content: [...text, put('signalChanges', change.id, change)], notify: { kind: 'signals', change }, progress };
}

/** The server answered "not modified": the current version was still there. */
export const planUnchangedDocument = (head: DocumentHead, now: Instant): RecordPlan => ({
  content: [],
  progress: [put('heads', head.document, withLastSeen(head, now))],
});

export const planUnchangedSignals = (head: SignalHead, now: Instant): RecordPlan => ({
  content: [],
  progress: [put('signalHeads', head.source, withLastSeen(head, now))],
});

const withLastSeen = <Head extends RevisionHistory>(head: Head, lastSeen: Instant): Head => ({
  ...head,
  current: { ...head.current, lastSeen },
});

/** @param shouldAlert false: an existing alert is kept up to date, and none is created. */
export const planStoryRecord = (story: Story, shouldAlert: boolean): RecordPlan => ({
  content: [put('stories', story.id, story)],
  notify: { kind: 'story', story, shouldAlert },
  progress: [],
});

/**
 * Records a feed item and adds it to its story.
 * @param known `story` as it was before this item; `hasBeenPolled`: the feed was read before, so that its items are news.
 * @returns with the story as it is now; absent for an ignored item.
 */
export function planItemRecord(
  { item, classification, storyId }: ProcessedItem,
  known: { feedUrl: string; story?: Story; hasBeenPolled: boolean },
  now: Instant,
): RecordPlan & { story?: Story } {
  const seen = {
    ...put('seenItems', seenItemKey(known.feedUrl, item.id), { at: now, storyId }),
    ttlSeconds: SEEN_ITEM_TTL_SECONDS,
  };
  if (storyId === undefined) return { content: [], progress: [seen] };
  const story = addToStory(known.story, storyId, item, classification, now);
  const isFresh = item.date === undefined || item.date >= addDays(now, -MAX_ALERT_AGE_DAYS);
  // Where another item made the story what it is, that item alerted, or was too old to.
  const shouldAlert = known.hasBeenPolled && isFresh && classification.label === story.label;
  return { ...planStoryRecord(story, shouldAlert), progress: [seen], story };
}

export const seenItemKey = (feedUrl: string, itemId: string): string => `${feedUrl} ${itemId}`;

const put = <Collection extends string, Value>(collection: Collection, key: string, value: Value) => ({
  put: collection,
  key,
  value,
});
