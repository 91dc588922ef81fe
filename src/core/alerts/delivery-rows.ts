/** Builds outbox rows and delivery log entries, and derives their ids. */
import type { Delivery, Priority } from '../../domain/alert.ts';
import type { Instant } from '../../domain/vocabulary.ts';
import { sha256 } from '../text/sha256.ts';

/** What a row says of the alert and of the channel it goes to. */
type DeliveryTarget = Pick<Delivery, 'alertId' | 'kind' | 'guildId' | 'channelId' | 'roleId' | 'language' | 'tagIds'>;

/** How a delivery ended: with a message, or why without one. */
export interface DeliveryLogEntry extends DeliveryTarget {
  /** In a forum the id of the post as well. Absent: no message was posted. */
  messageId?: string;
  at: Instant;
  /** Why no message was posted. */
  failed?: { code?: number; detail: string };
}

/** 25 characters of a-z and 0-9, short enough for the message's nonce: 12 of the alert, 13 of the channel. */
export function deliveryId(alertId: string, channelId: string): string {
  return deliveryIdsOf(alertId)(channelId);
}

/** Hashes the alert once for all of its channels. */
export function deliveryIdsOf(alertId: string): (channelId: string) => string {
  const prefix = deliveryIdPrefix(alertId);
  // A channel id is a 64-bit number: at most 13 digits in base 36.
  return (channelId) => prefix + BigInt(channelId).toString(36).padStart(13, '0');
}

/** The common prefix of all delivery ids of an alert. */
export function deliveryIdPrefix(alertId: string): string {
  const sixtyBits = sha256(alertId).slice(0, 15);
  return BigInt(`0x${sixtyBits}`).toString(36).padStart(12, '0');
}

interface PostOptions {
  now: Instant;
  /** `deliveryId` of alert and channel when left out. */
  id?: string;
  /** `now` when left out. */
  nextAttemptAt?: Instant;
  /** The channel cannot be written to: the row waits until it can. */
  suspended?: boolean;
  /** Ids of the rows that this one replaces. */
  gathers?: string[];
}

export function createPost(target: DeliveryTarget, priority: Priority, options: PostOptions): Delivery {
  const { now, id, nextAttemptAt = now, suspended = false, gathers } = options;
  return {
    ...pickTarget(target),
    id: id ?? deliveryId(target.alertId, target.channelId),
    act: 'post',
    priority,
    state: suspended ? 'suspended' : 'pending',
    attempts: 0,
    nextAttemptAt,
    createdAt: now,
    ...(gathers ? { gathers } : {}),
  };
}

/** @param postId the row that posted the message; several edits of one message share a key, so that the last one wins. */
export function createEdit(postId: string, target: DeliveryTarget, now: Instant, delaySeconds: number): Delivery {
  const nextAttemptAt = new Date(Date.parse(now) + delaySeconds * 1000).toISOString();
  return { ...createPost(target, 'digest', { now, id: `${postId}.edit`, nextAttemptAt }), act: 'edit' };
}

/** Publishes a message of an announcement channel to the channels that follow it. */
export function createPublish(post: Delivery, now: Instant): Delivery {
  return { ...createPost(post, post.priority, { now, id: `${post.id}.publish` }), act: 'publish' };
}

/** @param result what became of the row. */
export function createLogEntry(
  row: Delivery,
  at: Instant,
  result: Pick<DeliveryLogEntry, 'messageId' | 'failed'>,
): DeliveryLogEntry {
  return { ...pickTarget(row), at, ...result };
}

function pickTarget({ alertId, kind, guildId, channelId, roleId, language, tagIds }: DeliveryTarget): DeliveryTarget {
  return { alertId, kind, guildId, channelId, roleId, language, ...(tagIds ? { tagIds } : {}) };
}
