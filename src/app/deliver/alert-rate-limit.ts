/**
 * A storm: more alerts for a channel within an hour than anybody reads one by one. What is over that waits until the hour is
 * over, and is then told in one message.
 */
import { createHash } from 'node:crypto';
import { mergeForumTags } from '../../core/alerts/forum-tags.ts';
import { deliveryId, deliveryIdPrefix } from '../../core/alerts/plan-deliveries.ts';
import type { Alert, Delivery } from '../../domain/alert.ts';
import type { Instant } from '../../domain/vocabulary.ts';
import type { DeliveryLogEntry, Store } from '../ports/store.ts';

export const MAX_ALERTS_PER_CHANNEL_PER_HOUR = 8;
const HOUR_MS = 3_600_000;
/** An alert that is older is rarely told within the last hour. */
const RESTORED_ALERT_MAX_AGE_HOURS = 6;

export interface AlertRateLimiter {
  /** A channel was told of something, so long ago. */
  recordAlert(channelId: string, agoMs?: number): void;
  /** How long it is until the channel may be told again, if it has been told of enough for now. */
  secondsUntilAllowed(channelId: string): number | undefined;
}

/** @param elapsedMs passing time: an hour is an hour, whatever becomes of the clock. */
export function createAlertRateLimiter(elapsedMs: () => number): AlertRateLimiter {
  const times = new Map<string, number[]>();
  const within = (channelId: string) => (times.get(channelId) ?? []).filter((at) => elapsedMs() - at < HOUR_MS);
  return {
    recordAlert(channelId, agoMs = 0) {
      const recent = [...within(channelId), elapsedMs() - agoMs].sort((a, b) => a - b);
      times.set(channelId, recent.slice(-MAX_ALERTS_PER_CHANNEL_PER_HOUR));
    },
    secondsUntilAllowed(channelId) {
      const recent = within(channelId);
      const [oldest = 0] = recent;
      return recent.length < MAX_ALERTS_PER_CHANNEL_PER_HOUR ? undefined : (oldest + HOUR_MS - elapsedMs()) / 1000;
    },
  };
}

/** Counts what was told within the last hour, before the process began. */
export async function restoreRecentAlerts(store: Store, rateLimiter: AlertRateLimiter, now: Date): Promise<void> {
  const since = new Date(now.getTime() - RESTORED_ALERT_MAX_AGE_HOURS * HOUR_MS).toISOString();
  const recent: string[] = [];
  for await (const [id, { at, kind }] of store.alerts.entries()) if (at >= since && kind !== 'digest') recent.push(id);
  for (const alertId of recent) {
    for await (const [, { channelId, messageId, at }] of store.deliveryLog.entries(deliveryIdPrefix(alertId))) {
      const agoMs = now.getTime() - Date.parse(at);
      if (messageId && agoMs >= 0 && agoMs < HOUR_MS) rateLimiter.recordAlert(channelId, agoMs);
    }
  }
}

/**
 * Whether a row can be told in one message with others. What may stand in the channel already cannot: it is looked for first, and
 * told alone where it is not there.
 */
export const isBundleable = (row: Delivery): boolean =>
  row.act === 'post' && row.kind !== 'digest' && row.unsureSince === undefined;

/**
 * Makes one row of several of a channel. It says for which rows it stands, and is written before they are taken out: a crash in
 * between leaves none told twice, and none untold.
 * @param rows at least one.
 */
export async function bundleRows(
  store: Store,
  rows: readonly [Delivery, ...Delivery[]],
  now: Instant,
): Promise<Delivery> {
  const [{ guildId, channelId, language }] = rows;
  const ids = rows.map(({ id }) => id).sort();
  const alerts = (await Promise.all(rows.map(({ alertId }) => store.alerts.get(alertId))))
    .filter((alert): alert is Alert => alert !== undefined)
    .sort((a, b) => (a.at < b.at ? 1 : -1));
  const alertId = createHash('sha256')
    .update(`storm\0${ids.join('\0')}`)
    .digest('hex');
  const from = alerts.at(-1)?.at ?? now;
  const row: Delivery = {
    id: deliveryId(alertId, channelId),
    act: 'post',
    alertId,
    kind: 'digest',
    priority: 'normal',
    guildId,
    channelId,
    roleId: rows.find(({ roleId }) => roleId)?.roleId,
    language,
    tagIds: mergeForumTags(rows),
    state: 'pending',
    attempts: 0,
    nextAttemptAt: now,
    createdAt: now,
    gathers: ids,
  };
  await store.alerts.put(alertId, {
    id: alertId,
    kind: 'digest',
    at: now,
    platforms: [],
    topics: [],
    alertIds: alerts.map(({ id }) => id),
    // The digest tells what came after this instant.
    from: new Date(Date.parse(from) - 1).toISOString(),
    to: now,
  });
  await store.outbox.put(row.id, row);
  return row;
}

/** How it is remembered that a row was told in a message that stands for several. */
export function bundledRecord({ alertId, kind, guildId, channelId }: Delivery, at: Instant): DeliveryLogEntry {
  return { alertId, kind, guildId, channelId, at, failed: { detail: 'told together with others' } };
}
