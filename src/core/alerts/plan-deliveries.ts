/**
 * Which channels an alert goes to. A subscription matches when each thing it names is met:
 *  kind       the alert's kind is among the subscription's
 *  platforms  none named means all; news about no platform in particular goes to those that named none
 *  topics     none named means all
 *  least      minor alerts go to those that want minor things too
 *  rhythm     one that is gathered in a digest is told nothing at once
 *  rest       one that is paused or asleep is told nothing
 * In its quiet hours a delivery waits for their end. Two subscriptions of one channel make one delivery; the first that names a role decides whom it mentions.
 * A forum's post has the tags of all of them.
 */
import { createHash } from 'node:crypto';
import type { Alert, Delivery, Priority, Subscription } from '../../domain/alert.ts';
import type { Instant } from '../../domain/vocabulary.ts';
import { mergeForumTags } from './forum-tags.ts';
import { findQuietHoursEnd } from './local-time.ts';

/**
 * The deliveries an alert makes, one a channel, under ids derived from alert and channel.
 * @param timeZoneOf where a server lives, by IANA name; UTC where nobody said.
 */
export function planDeliveries(
  alert: Alert,
  subscriptions: Iterable<Subscription>,
  now: Instant,
  timeZoneOf: (guildId: string) => string | undefined = () => undefined,
): Delivery[] {
  const idIn = deliveryIds(alert.id);
  const byChannel = new Map<string, Delivery>();
  for (const subscription of subscriptions) {
    if (findMismatch(alert, subscription, now) !== undefined) continue;
    const { channelId, guildId, roleId, language, tagIds, quiet, trouble } = subscription;
    const nextAttemptAt = (quiet && findQuietHoursEnd(new Date(now), quiet, timeZoneOf(guildId) ?? 'UTC')) ?? now;
    const planned = byChannel.get(channelId);
    if (planned) {
      planned.roleId ??= roleId;
      if (tagIds) planned.tagIds = mergeForumTags([planned, subscription]);
      if (nextAttemptAt < planned.nextAttemptAt) planned.nextAttemptAt = nextAttemptAt;
      continue;
    }
    byChannel.set(channelId, {
      id: idIn(channelId),
      act: 'post',
      alertId: alert.id,
      kind: alert.kind,
      priority: priorityOf(alert.kind),
      guildId,
      channelId,
      roleId,
      language,
      ...(tagIds ? { tagIds } : {}),
      state: trouble ? 'suspended' : 'pending',
      attempts: 0,
      nextAttemptAt,
      createdAt: now,
    });
  }
  return [...byChannel.values()];
}

/** Why a subscription is not told something at once. */
export type MismatchReason = 'kind' | 'platform' | 'topic' | 'significance' | 'digest' | 'paused' | 'snoozed';

/** The first reason why an alert is not told to a subscription at an instant; nothing when it is. */
export function findMismatch(alert: Alert, subscription: Subscription, at: Instant): MismatchReason | undefined {
  const { kinds, platforms, topics, least = 'major', rhythm = 'instant', paused, snoozedUntil } = subscription;
  if (alert.kind === 'digest' || !kinds.includes(alert.kind)) return 'kind';
  if (!matchesFilter(platforms, alert.platforms)) return 'platform';
  if (!matchesFilter<string>(topics, alert.topics)) return 'topic';
  if (rhythm !== 'instant') return 'digest';
  if (alert.significance === 'minor' && least === 'major') return 'significance';
  if (paused) return 'paused';
  return snoozedUntil !== undefined && snoozedUntil > at ? 'snoozed' : undefined;
}

/** A changed document goes before what others say about it. */
function priorityOf(kind: Alert['kind']): Priority {
  return kind === 'documents' ? 'urgent' : 'normal';
}

/** 25 characters of a-z and 0-9, short enough to be the message's nonce as well: 12 of the alert, 13 of the channel. */
export function deliveryId(alertId: string, channelId: string): string {
  return deliveryIds(alertId)(channelId);
}

/** What the ids of all deliveries of an alert begin with. */
export function deliveryIdPrefix(alertId: string): string {
  const sixtyBits = createHash('sha256').update(alertId).digest('hex').slice(0, 15);
  return BigInt(`0x${sixtyBits}`).toString(36).padStart(12, '0');
}

/** A channel's id is a number of 64 bits at most, which is 13 digits to the base of 36. */
function deliveryIds(alertId: string): (channelId: string) => string {
  const prefix = deliveryIdPrefix(alertId);
  return (channelId) => prefix + BigInt(channelId).toString(36).padStart(13, '0');
}

function matchesFilter<T>(named: readonly T[], present: readonly T[]): boolean {
  return named.length === 0 || named.some((one) => present.includes(one));
}
