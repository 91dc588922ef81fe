/** Takes in what stands in the outbox and is not in hand yet. A row that another one stands for is let go, whatever a crash left of it. */
import type { Delivery } from '../../domain/alert.ts';
import type { Instant } from '../../domain/vocabulary.ts';
import type { Now } from '../ports/clock.ts';
import type { Store } from '../ports/store.ts';
import { createSerialQueue } from '../serial-queue.ts';
import { type AlertRateLimiter, bundledRecord, restoreRecentAlerts } from './alert-rate-limit.ts';
import type { ChannelHealth } from './channel-health.ts';
import type { DeliveryLog } from './delivery-log.ts';
import type { DeliveryQueue } from './delivery-queue.ts';

/** A plan that a crash cut off is made again soon: a row whose alert has not come by then waits for nothing. */
const ORPHANED_ROW_MAX_AGE_DAYS = 7;

export interface OutboxLoader {
  /** One at a time, in the order they were asked for. @throws what the store throws. */
  load(): Promise<void>;
  /** Rows that another one stands for are over. */
  finishBundled(rows: readonly Delivery[]): Promise<void>;
  /** Resolves when nobody reads the outbox. */
  whenIdle(): Promise<void>;
}

interface IntakeContext {
  store: Store;
  queue: DeliveryQueue;
  deliveryLog: DeliveryLog;
  channelHealth: Pick<ChannelHealth, 'hasUnsavedFault'>;
  rateLimiter: AlertRateLimiter;
  now: Now;
  /** Rows that are neither in the queue nor over. */
  claimedRowIds: ReadonlySet<string>;
}

export function createOutboxLoader({
  store,
  queue,
  deliveryLog: marks,
  channelHealth: desk,
  rateLimiter: storm,
  claimedRowIds: inHand,
  now,
}: IntakeContext): OutboxLoader {
  const serially = createSerialQueue();
  let counted = false;

  const isoNow = (): Instant => now().toISOString();
  const isKnown = ({ id }: Delivery): boolean => queue.has(id) || marks.isFinished(id) || inHand.has(id);

  async function take(): Promise<void> {
    await marks.flush();
    marks.pruneFlushed();
    if (!counted) await restoreRecentAlerts(store, storm, now());
    counted = true;
    const rows = await readDeliverableRows();
    const troubled = new Set((await store.subscriptions.listSuspended()).map(({ channelId }) => channelId));
    // From here on nothing happens in between: what was sent or gathered during the reading is not taken in again.
    const unknown = rows.filter((row) => !isKnown(row));
    const gathered = new Set(unknown.flatMap(({ gathers = [] }) => gathers));
    const replaced = unknown.filter(({ id }) => gathered.has(id));
    for (const row of unknown) {
      if (gathered.has(row.id)) continue;
      const suspended = troubled.has(row.channelId) || desk.hasUnsavedFault(row.channelId);
      queue.add({ ...row, state: suspended ? 'suspended' : 'pending' });
    }
    await letGo([...replaced, ...queue.takeMatching(({ id }) => gathered.has(id))]);
  }

  async function readDeliverableRows(): Promise<Delivery[]> {
    const rows: Delivery[] = [];
    const isPlanned = new Map<string, boolean>();
    const abandoned = new Date(now().getTime() - ORPHANED_ROW_MAX_AGE_DAYS * 86_400_000).toISOString();
    for await (const [, row] of store.outbox.entries()) {
      if (isKnown(row)) continue;
      // Rows whose alert is not there yet belong to a plan that is being written; whoever writes it calls again.
      if (!isPlanned.has(row.alertId)) isPlanned.set(row.alertId, await store.alerts.has(row.alertId));
      if (await isAlreadyDelivered(row)) await marks.finish(row);
      else if (isPlanned.get(row.alertId)) rows.push(row);
      else if (row.createdAt < abandoned) await marks.finish(row);
    }
    return rows;
  }

  /** Two who plan an alert at once, as `poll --once` beside the bot, write its rows twice: the second time, some may have been told. */
  async function isAlreadyDelivered({ id, act, unsureSince }: Delivery): Promise<boolean> {
    return act === 'post' && unsureSince === undefined && (await store.deliveryLog.has(id));
  }

  async function letGo(rows: readonly Delivery[]): Promise<void> {
    // All are over before the first is written: none is taken in again meanwhile.
    await Promise.all(rows.map((row) => marks.finish(row, bundledRecord(row, isoNow()))));
    await marks.flush();
  }

  return {
    load: () => serially(take),
    finishBundled: letGo,
    whenIdle: () => serially(async () => {}),
  };
}
