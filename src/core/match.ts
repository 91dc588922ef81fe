/**
 * Which channels an alert goes to. A subscription matches when each thing it names is met:
 *  kind       the alert's kind is among the subscription's
 *  platforms  none named means all; news about no platform in particular goes to those that named none
 *  topics     none named means all
 * Two subscriptions of one channel make one delivery; the first that names a role decides whom it mentions.
 */
import { createHash } from 'node:crypto';
import type { Alert, Delivery, Instant, Subscription } from '../domain.ts';

/** The deliveries an alert makes, one a channel, under ids derived from alert and channel. */
export function planDeliveries(alert: Alert, subscriptions: Iterable<Subscription>, now: Instant): Delivery[] {
  const byChannel = new Map<string, Delivery>();
  for (const subscription of subscriptions) {
    if (!matches(alert, subscription)) continue;
    const delivery = byChannel.get(subscription.channelId) ?? {
      id: deliveryId(alert.id, subscription.channelId),
      alertId: alert.id,
      guildId: subscription.guildId,
      channelId: subscription.channelId,
      attempts: 0,
      nextAttemptAt: now,
      createdAt: now,
    };
    delivery.roleId ??= subscription.roleId;
    byChannel.set(subscription.channelId, delivery);
  }
  return [...byChannel.values()];
}

export function matches(alert: Alert, subscription: Subscription): boolean {
  return (
    subscription.kinds.includes(alert.kind) &&
    namesNoneOrOneOf(subscription.platforms, alert.platforms) &&
    namesNoneOrOneOf<string>(subscription.topics, alert.topics)
  );
}

/** 25 characters of hexadecimal: short enough to be the message's nonce as well. */
export function deliveryId(alertId: string, channelId: string): string {
  return createHash('sha256').update(`${alertId}\0${channelId}`).digest('hex').slice(0, 25);
}

function namesNoneOrOneOf<T>(named: readonly T[], present: readonly T[]): boolean {
  return named.length === 0 || named.some((one) => present.includes(one));
}
