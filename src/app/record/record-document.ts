/**
 * Writes down what was observed. The store has no transactions over several keys, so the order of writes is the
 * transaction: content under ids derived from content first, then outbox and alert, the document's head last. A crash
 * in between repeats the same work under the same ids and loses nothing.
 */

import { alertOnChange, alertOnStory, minorId } from '../../core/alerts/create-alert.ts';
import { isOneEvent } from '../../core/alerts/reported-changes.ts';
import type { Alert } from '../../domain/alert.ts';
import type { Change } from '../../domain/document.ts';
import type { Story } from '../../domain/news.ts';
import type { DocumentId, Instant } from '../../domain/vocabulary.ts';
import { noteReturn } from './record-reversion.ts';
import { planAlert, planCorrection } from '../notify/enqueue-alert.ts';
import { saysOfChange, saysOfStory } from '../notify/message-fingerprint.ts';
import { changeBehind, storiesOn } from '../ask/reported-changes.ts';
import type { DocumentFinding } from '../ports/analyser.ts';
import type { Store } from '../ports/store.ts';

/**
 * Records an observation of a document.
 * @returns the alert that was planned, if the change is one that pings.
 */
export async function recordObservation(
  store: Store,
  { observation, version, stance }: Omit<DocumentFinding, 'status'>,
  now: Instant,
): Promise<Alert | undefined> {
  if (observation.outcome === 'unreadable') return undefined;
  const isNewText = !(await store.versions.has(version.id));
  if (isNewText) await store.versions.put(version.id, version);

  let alert: Alert | undefined;
  if (observation.outcome === 'changed') {
    const { change } = observation;
    await store.changes.put(change.id, change);
    alert = await planChange(store, change, now);
  }
  if (stance) await store.stances.put(version.document, stance);
  if (observation.outcome === 'variant') await noteReturn(store, observation.head, now);
  await store.heads.put(version.document, observation.head);
  return pinging(alert);
}

/** The page said that it is as it was: the current version was still there at `now`. */
export async function recordStillThere(store: Store, document: DocumentId, now: Instant): Promise<void> {
  const head = await store.heads.get(document);
  if (head === undefined) return;
  await store.heads.put(document, { ...head, current: { ...head.current, lastSeen: now } });
}

/**
 * Records a story and, where it is to be told, its alert.
 * @returns the alert, if one was planned that pings.
 */
export async function recordStory(store: Store, story: Story, tell: boolean, now: Instant): Promise<Alert | undefined> {
  await store.stories.put(story.id, story);
  const change = await changeBehind(store, story);
  const behind = change && isOneEvent(story, change) ? change : undefined;
  const says = await saysOfStory(store, story);
  const planned = alertOnStory(story, now);
  const alert: Alert = {
    ...planned,
    says,
    ...(behind && (await store.alerts.has(behind.id)) && { toldBy: behind.id }),
  };
  const known = await store.alerts.has(alert.id);
  if (known) await planCorrection(store, alert.id, now, says);
  else if (tell) await planAlert(store, alert, now);
  // The messages that told of the change say who reports it.
  if (behind) await planCorrection(store, behind.id, now, await saysOfChange(store, behind), REPORTED_FOR_HOURS);
  return tell && !known ? pinging(alert) : undefined;
}

/** The press is slower than a page that was read. */
const REPORTED_FOR_HOURS = 14 * 24;

/** Plans the alert of a change, and has the stories that told of it say that it was seen. */
async function planChange(store: Store, change: Change, now: Instant): Promise<Alert | undefined> {
  const told = alertOnChange(change, now);
  const says = await saysOfChange(store, change);
  const alert = told && { ...told, ...(says && { says }) };
  if (alert) await planAlert(store, alert, now);
  for (const story of await storiesOn(store, change)) {
    const storySays = await saysOfStory(store, story);
    for (const id of [story.id, minorId(story.id)]) await planCorrection(store, id, now, storySays, REPORTED_FOR_HOURS);
  }
  return alert;
}

const pinging = (alert: Alert | undefined): Alert | undefined => (alert?.significance === 'minor' ? undefined : alert);
