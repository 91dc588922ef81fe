/** Holds back rows of a channel that got too many alerts within an hour, and bundles them into one message afterwards. */
import { createPost } from '../../core/alerts/delivery-rows.ts';
import { mergeForumTags } from '../../core/alerts/forum-tags.ts';
import { sha256 } from '../../core/text/sha256.ts';
import type { Alert, Delivery } from '../../domain/alert.ts';
import type { Instant } from '../../domain/vocabulary.ts';
import type { Now } from '../ports/clock.ts';
import type { AlertRateLimiter } from './alert-rate-limit.ts';
import { type DeliveryAction, reschedule } from './decide-action.ts';
import type { DeliveryLog } from './delivery-log.ts';
import type { DeliveryQueue } from './delivery-queue.ts';
import type { DeliveryStore } from './guarded-store.ts';
import type { OutboxLoader } from './outbox-loader.ts';

interface AlertBundlerContext {
  store: DeliveryStore;
  queue: DeliveryQueue;
  deliveryLog: DeliveryLog;
  rateLimiter: AlertRateLimiter;
  outboxLoader: Pick<OutboxLoader, 'finishBundled'>;
  now: Now;
}

/** @returns what the rate limit does with a row; undefined where the row may be sent. */
export function createAlertBundler(context: AlertBundlerContext) {
  const { store, queue, deliveryLog, rateLimiter, outboxLoader, now } = context;

  return async (row: Delivery): Promise<DeliveryAction | undefined> => {
    if (!isBundleable(row)) return undefined;
    const seconds = rateLimiter.secondsUntilAllowed(row.channelId);
    if (seconds !== undefined) return { action: 'hold', row: { ...reschedule(row, now(), seconds), held: true } };
    if (!row.held) return undefined;
    const others = queue.takeMatching((other) => other.channelId === row.channelId && isBundleable(other));
    return others.length === 0 ? undefined : bundle(row, others);
  };

  /** The others stay claimed until they are over, so that the outbox loader does not add them again. */
  async function bundle(row: Delivery, others: readonly Delivery[]): Promise<DeliveryAction> {
    try {
      const bundled = await bundleRows(store, [row, ...others], now().toISOString());
      await outboxLoader.finishBundled([row, ...others]);
      queue.add(bundled);
      return { action: 'bundled' };
    } catch (error) {
      for (const other of others) if (!deliveryLog.isFinished(other.id)) queue.add(other);
      throw error;
    } finally {
      for (const { id } of others) queue.release(id);
    }
  }
}

/** A message that may be in the channel already is excluded: it is searched for first, and sent alone where it is missing. */
const isBundleable = (row: Delivery): boolean =>
  row.act === 'post' && row.kind !== 'digest' && row.unsureSince === undefined;

/**
 * Writes one row in place of several of a channel. It names the rows it replaces and is written before they are deleted, so that
 * a crash in between delivers each exactly once.
 */
export async function bundleRows(
  store: Pick<DeliveryStore, 'outbox' | 'alerts'>,
  rows: readonly [Delivery, ...Delivery[]],
  now: Instant,
): Promise<Delivery> {
  const [{ guildId, channelId, language }] = rows;
  const gathers = rows.map(({ id }) => id).sort();
  const alerts = (await Promise.all(rows.map(({ alertId }) => store.alerts.get(alertId))))
    .filter((alert): alert is Alert => alert !== undefined)
    .sort((a, b) => (a.at < b.at ? 1 : -1));
  // Ids on disk depend on these words.
  const alertId = sha256('storm', ...gathers);
  const earliest = alerts.at(-1)?.at ?? now;
  await store.alerts.put(alertId, {
    id: alertId,
    kind: 'digest',
    at: now,
    platforms: [],
    topics: [],
    alertIds: alerts.map(({ id }) => id),
    // A digest covers what came after this instant.
    from: new Date(Date.parse(earliest) - 1).toISOString(),
    to: now,
  });
  const roleId = rows.find((row) => row.roleId)?.roleId;
  const tagIds = mergeForumTags(rows);
  const target = { alertId, kind: 'digest' as const, guildId, channelId, roleId, language, tagIds };
  const bundled = createPost(target, 'normal', { now, gathers });
  await store.outbox.put(bundled.id, bundled);
  return bundled;
}
