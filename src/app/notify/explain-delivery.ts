/** Why something was told to a channel, or was not: the same rules that planned it, asked afterwards. */
import { createRegulationAlert, minorStoryAlertId } from '../../core/alerts/create-alert.ts';
import { deliveryId, findMismatch, type MismatchReason } from '../../core/alerts/plan-deliveries.ts';
import type { Alert, Subscription } from '../../domain/alert.ts';
import type { RegulationEvent } from '../../domain/catalog.ts';
import type { Change } from '../../domain/document.ts';
import type { Story } from '../../domain/news.ts';
import type { SignalChange } from '../../domain/signal.ts';
import type { Instant } from '../../domain/vocabulary.ts';
import type { ReadModel } from '../ask/read-model.ts';

/** Something a server could have been told. */
export type AlertSubject =
  | { kind: 'documents'; change: Change }
  | { kind: 'signals'; change: SignalChange }
  | { kind: 'news'; story: Story }
  | { kind: 'regulation'; event: RegulationEvent };

/** What it is known by in the store. */
export function alertSubjectId(matter: AlertSubject): string {
  switch (matter.kind) {
    case 'documents':
    case 'signals':
      return matter.change.id;
    case 'news':
      return matter.story.id;
    case 'regulation':
      return createRegulationAlert(matter.event, matter.event.date).id;
  }
}

/** What became of it for one subscription. */
export type DeliveryExplanation =
  | { status: 'told'; at: Instant; messageId: string }
  /** Sent as soon as it can be. */
  | { status: 'waiting'; until: Instant }
  /** Until the channel's trouble is over. */
  | { status: 'suspended' }
  | { status: 'failed'; at: Instant; detail: string }
  | { status: 'unwanted'; reason: Exclude<MismatchReason, 'digest'> | 'other' }
  /** The subscription is younger than the alert. */
  | { status: 'too-late' }
  /** The channel was told of the change that the story tells of. */
  | { status: 'told-by-change' }
  /** Its digest tells it. */
  | { status: 'digest' };

/** The alert it made, if it was one. */
export async function findAlertFor({ store }: ReadModel, matter: AlertSubject): Promise<Alert | undefined> {
  const id = alertSubjectId(matter);
  // A story can have been minor only.
  return (await store.alerts.get(id)) ?? (matter.kind === 'news' ? store.alerts.get(minorStoryAlertId(id)) : undefined);
}

export async function explainDelivery(
  { store }: ReadModel,
  alert: Alert,
  subscription: Subscription,
): Promise<DeliveryExplanation> {
  const id = deliveryId(alert.id, subscription.channelId);
  const told = await store.deliveryLog.get(id);
  if (told?.messageId) return { status: 'told', at: told.at, messageId: told.messageId };
  if (told) return { status: 'failed', at: told.at, detail: told.failed?.detail ?? '' };
  const waiting = await store.outbox.get(id);
  if (waiting?.state === 'suspended') return { status: 'suspended' };
  if (waiting) return { status: 'waiting', until: waiting.nextAttemptAt };
  if ('toldBy' in alert && alert.toldBy !== undefined && (await wasNotified(store, alert.toldBy, subscription))) {
    return { status: 'told-by-change' };
  }
  if (subscription.createdAt > alert.at) return { status: 'too-late' };
  const because = findMismatch(alert, subscription, alert.at);
  if (because === 'digest') return { status: 'digest' };
  return { status: 'unwanted', reason: because ?? 'other' };
}

async function wasNotified(store: ReadModel['store'], alertId: string, { channelId }: Subscription): Promise<boolean> {
  const id = deliveryId(alertId, channelId);
  return (await store.deliveryLog.get(id))?.messageId !== undefined || (await store.outbox.has(id));
}
