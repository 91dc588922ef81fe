/**
 * Writes down what became of rows, several at a time. The log entry of a finished row is written before its outbox row is deleted.
 * What the store refuses is kept and written later; what a crash loses is attempted again under the same nonce.
 */
import type { DeliveryLogEntry } from '../../core/alerts/delivery-rows.ts';
import type { Delivery } from '../../domain/alert.ts';
import { createSerialQueue } from '../serial-queue.ts';
import { type DeliveryStore, StoreWriteError } from './guarded-store.ts';

const LOG_ENTRY_TTL_SECONDS = 90 * 86_400;
/** At full pace this is reached about twice a second. */
const FLUSH_THRESHOLD_ENTRIES = 20;

export interface DeliveryLog {
  /**
   * The row is over.
   * @param entry what to remember of it, if anything.
   * @param next rows that follow from it.
   */
  finish(row: Delivery, entry?: DeliveryLogEntry, next?: readonly Delivery[]): Promise<void>;
  /** The row waits. */
  recordPending(row: Delivery): Promise<void>;
  /** @returns whether everything is written; the rest is kept for the next time. */
  flush(): Promise<boolean>;
  /** Whether a row is over, though perhaps still in the outbox on disk. */
  isFinished(id: string): boolean;
  /** Forgets finished rows that are deleted on disk. Not to be called while somebody reads the outbox. */
  pruneFlushed(): void;
}

type RowUpdate = { row: Delivery; isFinished: boolean };

/** @param onSuperseded called with rows that were planned anew while their predecessor was being delivered. */
export function createDeliveryLog(store: DeliveryStore, onSuperseded: (row: Delivery) => void): DeliveryLog {
  const unwrittenEntries = new Map<string, DeliveryLogEntry>();
  /** The last update of a row counts. */
  const unwrittenUpdates = new Map<string, RowUpdate>();
  const finished = new Set<string>();
  const serially = createSerialQueue();

  async function write(): Promise<void> {
    const entries = [...unwrittenEntries];
    const updates = [...unwrittenUpdates];
    if (entries.length > 0) {
      await store.deliveryLog.putMany(
        entries.map(([key, value]) => ({ key, value, ttlSeconds: LOG_ENTRY_TTL_SECONDS })),
      );
    }
    const current = await withoutSuperseded(updates.map(([, update]) => update));
    const waiting = current.filter(({ isFinished }) => !isFinished).map(({ row }) => ({ key: row.id, value: row }));
    if (waiting.length > 0) await store.outbox.putMany(waiting);
    const over = current.filter(({ isFinished }) => isFinished).map(({ row }) => row.id);
    if (over.length > 0) await store.outbox.deleteMany(over);
    // Updates that came meanwhile are still to be written.
    for (const [id, entry] of entries) if (unwrittenEntries.get(id) === entry) unwrittenEntries.delete(id);
    for (const [id, update] of updates) if (unwrittenUpdates.get(id) === update) unwrittenUpdates.delete(id);
  }

  /** Drops updates of an edit that was planned anew under the same key: the new one stays in the outbox. */
  async function withoutSuperseded(updates: readonly RowUpdate[]): Promise<RowUpdate[]> {
    const current: RowUpdate[] = [];
    for (const update of updates) {
      const { id, act, createdAt } = update.row;
      // A row that cannot be read is overwritten.
      const stored = act === 'edit' ? await store.outbox.get(id).catch(() => undefined) : undefined;
      if (stored === undefined || stored.createdAt === createdAt) current.push(update);
      else onSuperseded(stored);
    }
    return current;
  }

  const flush = (): Promise<boolean> =>
    serially(async () => {
      if (unwrittenEntries.size + unwrittenUpdates.size === 0) return true;
      try {
        await write();
        return true;
      } catch (error) {
        if (error instanceof StoreWriteError) return false;
        throw error;
      }
    });

  async function update(row: Delivery, isFinished: boolean): Promise<void> {
    unwrittenUpdates.set(row.id, { row, isFinished });
    if (unwrittenUpdates.size >= FLUSH_THRESHOLD_ENTRIES) await flush();
  }

  return {
    async finish(row, entry, next = []) {
      if (entry) unwrittenEntries.set(row.id, entry);
      for (const following of next) unwrittenUpdates.set(following.id, { row: following, isFinished: false });
      finished.add(row.id);
      await update(row, true);
    },
    recordPending: (row) => update(row, false),
    flush,
    isFinished: (id) => finished.has(id),
    pruneFlushed() {
      for (const id of finished) if (!unwrittenUpdates.has(id)) finished.delete(id);
    },
  };
}
