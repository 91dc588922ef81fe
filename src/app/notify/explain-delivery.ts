/** Explains why a channel got an alert or did not, by the rules that planned it. */
import { createRegulationAlert, minorStoryAlertId } from '../../core/alerts/create-alert.ts';
import { deliveryId } from '../../core/alerts/delivery-rows.ts';
import { findMismatch, type MismatchReason } from '../../core/alerts/plan-deliveries.ts';
import { type Alert, isStoryAlert, type Subscription } from '../../domain/alert.ts';
import type { RegulationEvent } from '../../domain/catalog.ts';
import type { Change } from '../../domain/document.ts';
import type { Story } from '../../domain/news.ts';
import type { SignalChange } from '../../domain/signal.ts';
import type { Instant } from '../../domain/vocabulary.ts';
import type { Store } from '../ports/store.ts';

/** Something that an alert can be about. */
export type AlertSubject =
  | { kind: 'documents'; change: Change }
  | { kind: 'signals'; change: SignalChange }
  | { kind: 'news'; story: Story }
  | { kind: 'regulation'; event: RegulationEvent };

export function alertSubjectId(subject: AlertSubject): string {
  switch (subject.kind) {
    case 'documents':
    case 'signals':
      return subject.change.id;
    case 'news':
      return subject.story.id;
    case 'regulation':
      return createRegulationAlert(subject.event, subject.event.date).id;
  }
}

/** What became of an alert for one subscription. The statuses and reasons are the ends of message keys. */
export type DeliveryExplanation =
  | { status: 'told'; at: Instant; messageId: string }
  | { status: 'waiting'; until: Instant }
  /** The channel cannot be written to at present. */
  | { status: 'suspended' }
  | { status: 'failed'; at: Instant; detail: string }
  | { status: 'unwanted'; reason: Exclude<MismatchReason, 'digest'> | 'other' }
  /** The subscription is younger than the alert. */
  | { status: 'too-late' }
  /** The channel got the alert on the change that the story reports. */
  | { status: 'told-by-change' }
  /** It comes in the digest. */
  | { status: 'digest' };

/** The alert that the subject made, if it made one. */
export async function findAlertFor({ store }: { store: Store }, subject: AlertSubject): Promise<Alert | undefined> {
  const id = alertSubjectId(subject);
  // A story may have stayed minor.
  return (
    (await store.alerts.get(id)) ?? (subject.kind === 'news' ? store.alerts.get(minorStoryAlertId(id)) : undefined)
  );
}

export async function explainDelivery(
  { store }: { store: Store },
  alert: Alert,
  subscription: Subscription,
): Promise<DeliveryExplanation> {
  const id = deliveryId(alert.id, subscription.channelId);
  const entry = await store.deliveryLog.get(id);
  if (entry?.messageId) return { status: 'told', at: entry.at, messageId: entry.messageId };
  if (entry) return { status: 'failed', at: entry.at, detail: entry.failed?.detail ?? '' };
  const row = await store.outbox.get(id);
  if (row?.state === 'suspended') return { status: 'suspended' };
  if (row) return { status: 'waiting', until: row.nextAttemptAt };
  if (isStoryAlert(alert) && alert.toldBy !== undefined && (await wasNotified(store, alert.toldBy, subscription))) {
    return { status: 'told-by-change' };
  }
  if (subscription.createdAt > alert.at) return { status: 'too-late' };
  const reason = findMismatch(alert, subscription, alert.at);
  return reason === 'digest' ? { status: 'digest' } : { status: 'unwanted', reason: reason ?? 'other' };
}

async function wasNotified(store: Store, alertId: string, { channelId }: Subscription): Promise<boolean> {
  const id = deliveryId(alertId, channelId);
  return (await store.deliveryLog.get(id))?.messageId !== undefined || (await store.outbox.has(id));
}
