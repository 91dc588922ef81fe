/** Holds rows back whose channel is told of too much, and tells those together that were held. */
import type { Delivery } from '../../domain/alert.ts';
import type { Now } from '../ports/clock.ts';
import type { Store } from '../ports/store.ts';
import { type AlertRateLimiter, bundleRows, isBundleable } from './alert-rate-limit.ts';
import { type DeliveryAction, rescheduled } from './decide-action.ts';
import type { DeliveryLog } from './delivery-log.ts';
import type { DeliveryQueue } from './delivery-queue.ts';
import type { OutboxLoader } from './outbox-loader.ts';

interface AlertBundlerContext {
  store: Store;
  queue: DeliveryQueue;
  deliveryLog: DeliveryLog;
  rateLimiter: AlertRateLimiter;
  outboxLoader: Pick<OutboxLoader, 'finishBundled'>;
  /** Rows that are neither in the queue nor over. */
  claimedRowIds: Set<string>;
  now: Now;
}

/** @returns what is done with a row because of a storm; nothing where there is none. */
export function createAlertBundler({
  store,
  queue,
  deliveryLog: marks,
  rateLimiter: storm,
  outboxLoader: intake,
  claimedRowIds: inHand,
  now,
}: AlertBundlerContext) {
  return async (row: Delivery): Promise<DeliveryAction | undefined> => {
    if (!isBundleable(row)) return undefined;
    const seconds = storm.secondsUntilAllowed(row.channelId);
    if (seconds !== undefined) {
      const detail = 'its channel was told of much within an hour';
      return { action: 'again', row: { ...rescheduled(row, now(), seconds), held: true }, detail };
    }
    if (!row.held) return undefined;
    const others = queue.takeMatching((one) => one.channelId === row.channelId && isBundleable(one));
    return others.length === 0 ? undefined : bundle(row, others);
  };

  /** Nobody who reads the outbox meanwhile takes the others for rows that were forgotten. */
  async function bundle(row: Delivery, others: readonly Delivery[]): Promise<DeliveryAction> {
    for (const { id } of others) inHand.add(id);
    try {
      const together = await bundleRows(store, [row, ...others], now().toISOString());
      await intake.finishBundled([row, ...others]);
      queue.add(together);
      return { action: 'gathered' };
    } catch (error) {
      for (const one of others) if (!marks.isFinished(one.id)) queue.add(one);
      throw error;
    } finally {
      for (const { id } of others) inHand.delete(id);
    }
  }
}
