/**
 * Writes down what was observed. The store has no transactions over several keys, so the order of writes is the
 * transaction: content under ids derived from content first, then outbox and alert, the document's head last. A crash
 * in between repeats the same work under the same ids and loses nothing.
 */
import { planDeliveries } from '../core/match.ts';
import type { Observation } from '../core/observe.ts';
import { readStance } from '../core/stance.ts';
import type { Alert, DocumentId, Instant, Story, Subscription, Version } from '../domain.ts';
import type { Store } from './ports.ts';

/** How long the store remembers that an alert reached a channel, so that a repeated plan does not send it again. */
const DELIVERED_MEMORY_SECONDS = 90 * 86_400;

/**
 * Records an observation of a document.
 * @returns the alert that was planned, if the change is one that pings.
 */
export async function recordObservation(
  store: Store,
  observation: Observation,
  version: Version,
  now: Instant,
): Promise<Alert | undefined> {
  if (observation.outcome === 'unreadable') return undefined;
  const isNewText = !(await store.versions.has(version.id));
  if (isNewText) await store.versions.put(version.id, version);

  let alert: Alert | undefined;
  if (observation.outcome === 'changed') {
    const { change } = observation;
    await store.changes.put(change.id, change);
    if (change.reading.alert) {
      alert = {
        id: change.id,
        kind: 'documents',
        at: now,
        platforms: [change.platform],
        topics: change.reading.topics,
        changeId: change.id,
      };
      await planAlert(store, alert, now);
    }
  }
  if (observation.head.current.version === version.id) {
    const stance = await store.stances.get(version.document);
    if (stance?.version !== version.id) {
      await store.stances.put(
        version.document,
        readStance(version.document, version.id, version.markdown, version.seen),
      );
    }
  }
  await store.heads.put(version.document, observation.head);
  return alert;
}

/** The page said that it is as it was: the current version was still there at `now`. */
export async function recordStillThere(store: Store, document: DocumentId, now: Instant): Promise<void> {
  const head = await store.heads.get(document);
  if (head === undefined) return;
  await store.heads.put(document, { ...head, current: { ...head.current, lastSeen: now } });
}

/**
 * Records a story and, where it is worth a ping, its alert.
 * @returns the alert, if one was planned.
 */
export async function recordStory(store: Store, story: Story, ping: boolean, now: Instant): Promise<Alert | undefined> {
  await store.stories.put(story.id, story);
  if (!ping) return undefined;
  const alert: Alert = {
    id: story.id,
    kind: 'news',
    at: now,
    platforms: story.platforms,
    topics: story.topics,
    storyId: story.id,
  };
  await planAlert(store, alert, now);
  return alert;
}

/**
 * Writes one outbox row for each channel that wants the alert, then the alert itself: rows without their alert are not
 * sent yet, and an alert that is there has all its rows.
 */
async function planAlert(store: Store, alert: Alert, now: Instant): Promise<void> {
  const deliveries = planDeliveries(alert, await subscriptionsOf(store), now);
  const open = [];
  for (const delivery of deliveries) {
    const known = (await store.delivered.has(delivery.id)) || (await store.outbox.has(delivery.id));
    if (!known) open.push({ key: delivery.id, value: delivery });
  }
  if (open.length > 0) await store.outbox.putMany(open);
  await store.alerts.put(alert.id, alert);
}

async function subscriptionsOf(store: Store): Promise<Subscription[]> {
  const subscriptions: Subscription[] = [];
  for await (const [, subscription] of store.subscriptions.entries()) subscriptions.push(subscription);
  return subscriptions;
}

/** Marks a delivery as done: first that it was, then that it need not be any more. */
export async function markDelivered(
  store: Store,
  deliveryId: string,
  channelId: string,
  messageId: string,
  at: Instant,
) {
  await store.delivered.put(deliveryId, { channelId, messageId, at }, DELIVERED_MEMORY_SECONDS);
  await store.outbox.delete(deliveryId);
}
