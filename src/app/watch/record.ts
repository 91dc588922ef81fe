/**
 * Writes down what was observed. The store has no transactions over several keys, so the order of writes is the
 * transaction: content under ids derived from content first, then outbox and alert, the document's head last. A crash
 * in between repeats the same work under the same ids and loses nothing.
 */

import { alertOnChange, alertOnStory } from '../../core/alerts.ts';
import type { Alert, DocumentId, Instant, Story } from '../../domain.ts';
import { SOURCES } from '../alerts/alert-message.ts';
import { noteReturn } from '../alerts/note-return.ts';
import { planAlert, planCorrection } from '../alerts/plan-alert.ts';
import type { DocumentFinding } from '../ports/reading.ts';
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
    alert = alertOnChange(change, now);
    if (alert) await planAlert(store, alert, now);
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
  // Its messages name the outlets that carry it.
  const says = String(Math.min(story.items.length, SOURCES));
  const alert = { ...alertOnStory(story, now), says };
  if (await store.alerts.has(alert.id)) {
    await planCorrection(store, alert.id, now, says);
    return undefined;
  }
  if (!tell) return undefined;
  await planAlert(store, alert, now);
  return pinging(alert);
}

const pinging = (alert: Alert | undefined): Alert | undefined => (alert?.significance === 'minor' ? undefined : alert);
