/** Why something was told to a channel, or was not: the same rules that planned it, asked afterwards. */
import { alertOnLaw, minorId } from '../../core/alerts/create-alert.ts';
import { deliveryId, type Unwanted, unwantedBecause } from '../../core/alerts/plan-deliveries.ts';
import type { Alert, Subscription } from '../../domain/alert.ts';
import type { RegulationEvent } from '../../domain/catalog.ts';
import type { Change } from '../../domain/document.ts';
import type { Story } from '../../domain/news.ts';
import type { SignalChange } from '../../domain/signal.ts';
import type { Instant } from '../../domain/vocabulary.ts';
import type { Archive } from '../ask/read-model.ts';

/** Something a server could have been told. */
export type Matter =
  | { kind: 'documents'; change: Change }
  | { kind: 'signals'; change: SignalChange }
  | { kind: 'news'; story: Story }
  | { kind: 'regulation'; event: RegulationEvent };

/** What it is known by in the store. */
export function matterId(matter: Matter): string {
  switch (matter.kind) {
    case 'documents':
    case 'signals':
      return matter.change.id;
    case 'news':
      return matter.story.id;
    case 'regulation':
      return alertOnLaw(matter.event, matter.event.date).id;
  }
}

/** What became of it for one subscription. */
export type Fate =
  | { fate: 'told'; at: Instant; messageId: string }
  /** Sent as soon as it can be. */
  | { fate: 'waiting'; until: Instant }
  /** Until the channel's trouble is over. */
  | { fate: 'suspended' }
  | { fate: 'failed'; at: Instant; detail: string }
  | { fate: 'unwanted'; because: Exclude<Unwanted, 'digest'> | 'other' }
  /** The subscription is younger than the alert. */
  | { fate: 'too-late' }
  /** The channel was told of the change that the story tells of. */
  | { fate: 'told-by-change' }
  /** Its digest tells it. */
  | { fate: 'digest' };

/** The alert it made, if it was one. */
export async function alertOf({ store }: Archive, matter: Matter): Promise<Alert | undefined> {
  const id = matterId(matter);
  // A story can have been minor only.
  return (await store.alerts.get(id)) ?? (matter.kind === 'news' ? store.alerts.get(minorId(id)) : undefined);
}

export async function fateOf({ store }: Archive, alert: Alert, subscription: Subscription): Promise<Fate> {
  const id = deliveryId(alert.id, subscription.channelId);
  const told = await store.delivered.get(id);
  if (told?.messageId) return { fate: 'told', at: told.at, messageId: told.messageId };
  if (told) return { fate: 'failed', at: told.at, detail: told.failed?.detail ?? '' };
  const waiting = await store.outbox.get(id);
  if (waiting?.state === 'suspended') return { fate: 'suspended' };
  if (waiting) return { fate: 'waiting', until: waiting.nextAttemptAt };
  if ('toldBy' in alert && alert.toldBy !== undefined && (await hasMessageOf(store, alert.toldBy, subscription))) {
    return { fate: 'told-by-change' };
  }
  if (subscription.createdAt > alert.at) return { fate: 'too-late' };
  const because = unwantedBecause(alert, subscription, alert.at);
  if (because === 'digest') return { fate: 'digest' };
  return { fate: 'unwanted', because: because ?? 'other' };
}

async function hasMessageOf(store: Archive['store'], alertId: string, { channelId }: Subscription): Promise<boolean> {
  const id = deliveryId(alertId, channelId);
  return (await store.delivered.get(id))?.messageId !== undefined || (await store.outbox.has(id));
}
