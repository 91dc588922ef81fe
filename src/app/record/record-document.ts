/**
 * Writes down what was observed. The store has no transactions over several keys, so the order of writes is the
 * transaction: content under ids derived from content first, then outbox and alert, the document's head last. A crash
 * in between repeats the same work under the same ids and loses nothing.
 */

import { createChangeAlert, createStoryAlert, minorStoryAlertId } from '../../core/alerts/create-alert.ts';
import { isSameEventAsChange } from '../../core/alerts/reported-changes.ts';
import type { Alert } from '../../domain/alert.ts';
import type { Change } from '../../domain/document.ts';
import type { Story } from '../../domain/news.ts';
import type { DocumentId, Instant } from '../../domain/vocabulary.ts';
import { findReportedChange, findStoriesReporting } from '../ask/reported-changes.ts';
import { enqueueAlert, enqueueCorrection } from '../notify/enqueue-alert.ts';
import { changeFingerprint, storyFingerprint } from '../notify/message-fingerprint.ts';
import type { DocumentAnalysis } from '../ports/analyser.ts';
import type { Store } from '../ports/store.ts';
import { recordReversion } from './record-reversion.ts';

/**
 * Records an observation of a document.
 * @returns the alert that was planned, if the change is one that pings.
 */
export async function recordDocumentObservation(
  store: Store,
  { observation, version, stance }: Omit<DocumentAnalysis, 'status'>,
  now: Instant,
): Promise<Alert | undefined> {
  if (observation.outcome === 'unreadable') return undefined;
  const isNewText = !(await store.versions.has(version.id));
  if (isNewText) await store.versions.put(version.id, version);

  let alert: Alert | undefined;
  if (observation.outcome === 'changed') {
    const { change } = observation;
    await store.changes.put(change.id, change);
    alert = await notifyOfChange(store, change, now);
  }
  if (stance) await store.stances.put(version.document, stance);
  if (observation.outcome === 'variant') await recordReversion(store, observation.head, now);
  await store.heads.put(version.document, observation.head);
  return unlessMinor(alert);
}

/** The page said that it is as it was: the current version was still there at `now`. */
export async function recordDocumentUnchanged(store: Store, document: DocumentId, now: Instant): Promise<void> {
  const head = await store.heads.get(document);
  if (head === undefined) return;
  await store.heads.put(document, { ...head, current: { ...head.current, lastSeen: now } });
}

/**
 * Records a story and, where it is to be told, its alert.
 * @returns the alert, if one was planned that pings.
 */
export async function recordStory(
  store: Store,
  story: Story,
  shouldAlert: boolean,
  now: Instant,
): Promise<Alert | undefined> {
  await store.stories.put(story.id, story);
  const change = await findReportedChange(store, story);
  const reportedChange = change && isSameEventAsChange(story, change) ? change : undefined;
  const says = await storyFingerprint(store, story);
  const planned = createStoryAlert(story, now);
  const alert: Alert = {
    ...planned,
    says,
    ...(reportedChange && (await store.alerts.has(reportedChange.id)) && { toldBy: reportedChange.id }),
  };
  const known = await store.alerts.has(alert.id);
  if (known) await enqueueCorrection(store, alert.id, now, says);
  else if (shouldAlert) await enqueueAlert(store, alert, now);
  // The messages that told of the change say who reports it.
  if (reportedChange)
    await enqueueCorrection(
      store,
      reportedChange.id,
      now,
      await changeFingerprint(store, reportedChange),
      PRESS_CORRECTION_WINDOW_HOURS,
    );
  return shouldAlert && !known ? unlessMinor(alert) : undefined;
}

/** The press is slower than a page that was read. */
const PRESS_CORRECTION_WINDOW_HOURS = 14 * 24;

/** Plans the alert of a change, and has the stories that told of it say that it was seen. */
async function notifyOfChange(store: Store, change: Change, now: Instant): Promise<Alert | undefined> {
  const told = createChangeAlert(change, now);
  const says = await changeFingerprint(store, change);
  const alert = told && { ...told, ...(says && { says }) };
  if (alert) await enqueueAlert(store, alert, now);
  for (const story of await findStoriesReporting(store, change)) {
    const fingerprint = await storyFingerprint(store, story);
    for (const id of [story.id, minorStoryAlertId(story.id)])
      await enqueueCorrection(store, id, now, fingerprint, PRESS_CORRECTION_WINDOW_HOURS);
  }
  return alert;
}

const unlessMinor = (alert: Alert | undefined): Alert | undefined =>
  alert?.significance === 'minor' ? undefined : alert;
