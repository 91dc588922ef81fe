/**
 * Matches an alert with subscriptions and plans its deliveries. A subscription matches when all of these hold:
 *  kind       the alert's kind is among the subscription's
 *  platforms  one in common; a subscription without platforms wants all, and only such ones get news about no platform in particular
 *  topics     one in common; a subscription without topics wants all
 *  rhythm     it wants alerts at once, not in a digest
 *  least      the alert is major, or the subscription wants minor ones too
 *  rest       it is neither paused nor snoozed
 * Quiet hours delay a delivery to their end. Subscriptions of one channel share a delivery: the first that names a role decides whom it
 * mentions, and a forum's post has the tags of all.
 */
import type { Alert, Delivery, Priority, Subscription } from '../../domain/alert.ts';
import type { Instant } from '../../domain/vocabulary.ts';
import { createPost, deliveryIdsOf } from './delivery-rows.ts';
import { mergeForumTags } from './forum-tags.ts';
import { findQuietHoursEnd } from './local-time.ts';

/**
 * @param timeZoneOf the guild's IANA time zone; UTC where it has none.
 * @returns one delivery for each channel, with ids that derive from alert and channel.
 */
export function planDeliveries(
  alert: Alert,
  subscriptions: Iterable<Subscription>,
  now: Instant,
  timeZoneOf: (guildId: string) => string | undefined = () => undefined,
): Delivery[] {
  const { id: alertId, kind } = alert;
  const idFor = deliveryIdsOf(alertId);
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
    const target = { alertId, kind, guildId, channelId, roleId, language, tagIds };
    const options = { now, id: idFor(channelId), nextAttemptAt, suspended: trouble !== undefined };
    byChannel.set(channelId, createPost(target, priorityOf(kind), options));
  }
  return [...byChannel.values()];
}

/** Why a subscription does not get an alert at once. */
export type MismatchReason = 'kind' | 'platform' | 'topic' | 'significance' | 'digest' | 'paused' | 'snoozed';

/** The first mismatch at an instant; nothing when the subscription gets the alert. */
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

/** A changed document comes before what others say about it. */
function priorityOf(kind: Alert['kind']): Priority {
  return kind === 'documents' ? 'urgent' : 'normal';
}

function matchesFilter<T>(wanted: readonly T[], present: readonly T[]): boolean {
  return wanted.length === 0 || wanted.some((value) => present.includes(value));
}
