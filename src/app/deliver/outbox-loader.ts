/** Loads new rows of the outbox into the queue, and finishes rows that another one replaced. */
import { createLogEntry } from '../../core/alerts/delivery-rows.ts';
import { addDays } from '../../core/instants.ts';
import type { Delivery } from '../../domain/alert.ts';
import type { Now } from '../ports/clock.ts';
import { createSerialQueue } from '../serial-queue.ts';
import { type AlertRateLimiter, restoreRecentAlerts } from './alert-rate-limit.ts';
import type { ChannelHealth } from './channel-health.ts';
import type { DeliveryLog } from './delivery-log.ts';
import type { DeliveryQueue } from './delivery-queue.ts';
import type { DeliveryStore } from './guarded-store.ts';

/** A plan that a crash cut off is made again soon: a row still without its alert after this time is orphaned. */
const ORPHANED_ROW_MAX_AGE_DAYS = 7;

export interface OutboxLoader {
  /** Calls run one at a time. @throws StoreError */
  load(): Promise<void>;
  /** Finishes rows that another one replaced. */
  finishBundled(rows: readonly Delivery[]): Promise<void>;
  /** Resolves when no load is running. */
  whenIdle(): Promise<void>;
}

interface OutboxLoaderContext {
  store: DeliveryStore;
  queue: DeliveryQueue;
  deliveryLog: DeliveryLog;
  channelHealth: Pick<ChannelHealth, 'hasUnsavedFault'>;
  rateLimiter: AlertRateLimiter;
  now: Now;
}

export function createOutboxLoader(context: OutboxLoaderContext): OutboxLoader {
  const { store, queue, deliveryLog, channelHealth, rateLimiter, now } = context;
  const serially = createSerialQueue();
  let hasRestoredRateLimit = false;

  const isKnown = ({ id }: Delivery): boolean => queue.has(id) || queue.isClaimed(id) || deliveryLog.isFinished(id);

  async function load(): Promise<void> {
    await deliveryLog.flush();
    deliveryLog.pruneFlushed();
    if (!hasRestoredRateLimit) await restoreRecentAlerts(store, rateLimiter, now());
    hasRestoredRateLimit = true;
    const rows = await readDeliverableRows();
    const blocked = new Set((await store.subscriptions.listSuspended()).map(({ channelId }) => channelId));
    // Synchronous up to finishBundled: rows that were sent or bundled while the outbox was read are not added again.
    const unknown = rows.filter((row) => !isKnown(row));
    const bundled = new Set(unknown.flatMap(({ gathers = [] }) => gathers));
    const replaced = unknown.filter(({ id }) => bundled.has(id));
    for (const row of unknown) {
      if (bundled.has(row.id)) continue;
      const isSuspended = blocked.has(row.channelId) || channelHealth.hasUnsavedFault(row.channelId);
      queue.add({ ...row, state: isSuspended ? 'suspended' : 'pending' });
    }
    const queued = queue.takeMatching(({ id }) => bundled.has(id));
    await finishBundled([...replaced, ...queued]);
    for (const { id } of queued) queue.release(id);
  }

  async function readDeliverableRows(): Promise<Delivery[]> {
    const rows: Delivery[] = [];
    const isPlanned = new Map<string, boolean>();
    const orphanedBefore = addDays(now(), -ORPHANED_ROW_MAX_AGE_DAYS);
    for await (const [, row] of store.outbox.entries()) {
      if (isKnown(row)) continue;
      // An alert is written after its rows: without it the plan is still being written, and whoever writes it calls again.
      if (!isPlanned.has(row.alertId)) isPlanned.set(row.alertId, await store.alerts.has(row.alertId));
      if (await isAlreadyDelivered(row)) await deliveryLog.finish(row);
      else if (isPlanned.get(row.alertId)) rows.push(row);
      else if (row.createdAt < orphanedBefore) await deliveryLog.finish(row);
    }
    return rows;
  }

  /** Two processes that plan an alert at once (`poll --once` beside the bot) write its rows twice, the second time perhaps too late. */
  async function isAlreadyDelivered({ id, act, unsureSince }: Delivery): Promise<boolean> {
    return act === 'post' && unsureSince === undefined && (await store.deliveryLog.has(id));
  }

  async function finishBundled(rows: readonly Delivery[]): Promise<void> {
    const at = now().toISOString();
    const failed = { detail: 'delivered in one message with others' };
    // All are finished before the first is written, so that none is loaded again meanwhile.
    await Promise.all(rows.map((row) => deliveryLog.finish(row, createLogEntry(row, at, { failed }))));
    await deliveryLog.flush();
  }

  return {
    load: () => serially(load),
    finishBundled,
    whenIdle: () => serially(async () => {}),
  };
}
