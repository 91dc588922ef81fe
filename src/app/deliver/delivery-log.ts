/**
 * Writes down what became of rows, several at a time: a mark that a crash overtakes is found out again under the same nonce.
 * What is over is remembered first and taken out of the outbox then. What the store does not take is kept and written later.
 */
import type { Delivery } from '../../domain/alert.ts';
import type { DeliveryLogEntry, Store } from '../ports/store.ts';
import { createSerialQueue } from '../serial-queue.ts';
import { StoreWriteError } from './store-outage.ts';

/** How long it is remembered what an alert became in a channel. */
const DELIVERED_TTL_SECONDS = 90 * 86_400;
/** Marks written together while messages go out at full pace: about twice a second. */
const FLUSH_THRESHOLD_ENTRIES = 20;

export interface DeliveryLog {
  /** The row is over; `delivered` says how, where that is to be remembered. `next`: rows that follow from it. */
  finish(row: Delivery, deliveryLog?: DeliveryLogEntry, next?: readonly Delivery[]): Promise<void>;
  /** The row waits, as it says. */
  recordPending(row: Delivery): Promise<void>;
  /**
   * Writes what is not written yet.
   * @returns whether all of it is; the rest stays for the next time.
   */
  flush(): Promise<boolean>;
  /** Rows that are over, some of them still in the outbox on disk. */
  isFinished(id: string): boolean;
  /** Forgets those that are on disk no more. Not while somebody reads the outbox. */
  pruneFlushed(): void;
}

/** The last word on a row is what counts. */
type LogEntry = { row: Delivery; finish: boolean };

/** @param onSuperseded is told of rows that were planned anew while their predecessor was under way. */
export function createDeliveryLog(store: Store, onSuperseded: (row: Delivery) => void): DeliveryLog {
  const delivered = new Map<string, DeliveryLogEntry>();
  const entries = new Map<string, LogEntry>();
  const over = new Set<string>();
  const serially = createSerialQueue();

  const write = async () => {
    const told = [...delivered];
    const marked = [...entries];
    if (told.length > 0) {
      await store.deliveryLog.putMany(told.map(([key, value]) => ({ key, value, ttlSeconds: DELIVERED_TTL_SECONDS })));
    }
    const standing = await withoutSuperseded(marked.map(([, mark]) => mark));
    const waiting = standing.filter((mark) => !mark.finish).map(({ row }) => ({ key: row.id, value: row }));
    if (waiting.length > 0) await store.outbox.putMany(waiting);
    const gone = standing.filter((mark) => mark.finish).map(({ row }) => row.id);
    if (gone.length > 0) await store.outbox.deleteMany(gone);
    // What was said of a row meanwhile is still to be written.
    for (const [id, value] of told) if (delivered.get(id) === value) delivered.delete(id);
    for (const [id, mark] of marked) if (entries.get(id) === mark) entries.delete(id);
  };

  /** An edit may have been planned anew, under the same key, for what has been learnt meanwhile: that one stays. */
  const withoutSuperseded = async (all: readonly LogEntry[]): Promise<LogEntry[]> => {
    const standing: LogEntry[] = [];
    for (const mark of all) {
      const { id, act, createdAt } = mark.row;
      // What cannot be read any more is written over.
      const stored = act === 'edit' ? await store.outbox.get(id).catch(() => undefined) : undefined;
      if (stored === undefined || stored.createdAt === createdAt) standing.push(mark);
      else onSuperseded(stored);
    }
    return standing;
  };

  const flush = (): Promise<boolean> =>
    serially(async () => {
      if (delivered.size + entries.size === 0) return true;
      try {
        await write();
        return true;
      } catch (error) {
        if (error instanceof StoreWriteError) return false;
        throw error;
      }
    });
  const flushWhenFull = async () => {
    if (entries.size >= FLUSH_THRESHOLD_ENTRIES) await flush();
  };

  return {
    async finish(row, result, next = []) {
      if (result) delivered.set(row.id, result);
      for (const one of next) entries.set(one.id, { row: one, finish: false });
      entries.set(row.id, { row, finish: true });
      over.add(row.id);
      await flushWhenFull();
    },
    async recordPending(row) {
      entries.set(row.id, { row, finish: false });
      await flushWhenFull();
    },
    flush,
    isFinished: (id) => over.has(id),
    pruneFlushed() {
      for (const id of over) if (!entries.has(id)) over.delete(id);
    },
  };
}
