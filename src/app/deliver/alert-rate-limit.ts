/** Limits how many alerts a channel gets within an hour. */
import { deliveryIdPrefix } from '../../core/alerts/delivery-rows.ts';
import { addHours, HOUR_MS } from '../../core/instants.ts';
import type { DeliveryStore } from './guarded-store.ts';

export const MAX_ALERTS_PER_CHANNEL_PER_HOUR = 8;
/** Older alerts are rarely delivered within the last hour. */
const RESTORED_ALERT_MAX_AGE_HOURS = 6;

export interface AlertRateLimiter {
  /** A channel got an alert, `agoMs` ago. */
  recordAlert(channelId: string, agoMs?: number): void;
  /** Undefined where the channel may get an alert now. */
  secondsUntilAllowed(channelId: string): number | undefined;
}

/** @param elapsedMs monotonic, so that an hour stays an hour when the clock is set. */
export function createAlertRateLimiter(elapsedMs: () => number): AlertRateLimiter {
  const timesMs = new Map<string, number[]>();
  const lastHour = (channelId: string) => (timesMs.get(channelId) ?? []).filter((ms) => elapsedMs() - ms < HOUR_MS);
  return {
    recordAlert(channelId, agoMs = 0) {
      const recent = [...lastHour(channelId), elapsedMs() - agoMs].sort((a, b) => a - b);
      timesMs.set(channelId, recent.slice(-MAX_ALERTS_PER_CHANNEL_PER_HOUR));
    },
    secondsUntilAllowed(channelId) {
      const recent = lastHour(channelId);
      const [oldestMs = 0] = recent;
      return recent.length < MAX_ALERTS_PER_CHANNEL_PER_HOUR ? undefined : (oldestMs + HOUR_MS - elapsedMs()) / 1000;
    },
  };
}

/** Counts the alerts that were delivered within the hour before the process started. */
export async function restoreRecentAlerts(
  store: DeliveryStore,
  rateLimiter: AlertRateLimiter,
  now: Date,
): Promise<void> {
  const since = addHours(now, -RESTORED_ALERT_MAX_AGE_HOURS);
  const recent: string[] = [];
  for await (const [id, { at, kind }] of store.alerts.entries()) if (at >= since && kind !== 'digest') recent.push(id);
  for (const alertId of recent) {
    for await (const [, { channelId, messageId, at }] of store.deliveryLog.entries(deliveryIdPrefix(alertId))) {
      const agoMs = now.getTime() - Date.parse(at);
      if (messageId && agoMs >= 0 && agoMs < HOUR_MS) rateLimiter.recordAlert(channelId, agoMs);
    }
  }
}
