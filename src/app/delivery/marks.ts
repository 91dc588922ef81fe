/**
 * Writes down what became of rows, several at a time: a mark that a crash overtakes is found out again under the same nonce.
 * What is over is remembered first and taken out of the outbox then.
 */
import type { Delivery } from '../../domain.ts';
import type { Delivered, Store } from '../ports/store.ts';

/** How long it is remembered what an alert became in a channel. */
const DELIVERED_MEMORY_SECONDS = 90 * 86_400;
/** Marks written together while messages go out at full pace: about twice a second. */
const MARKS_A_WRITE = 20;

export interface Marks {
  /** The row is over; `delivered` says how, where that is to be remembered. `next`: rows that follow from it. */
  over(row: Delivery, delivered?: Delivered, next?: readonly Delivery[]): Promise<void>;
  /** The row waits, as it says. */
  waits(row: Delivery): Promise<void>;
  /** Writes what is not written yet. */
  flush(): Promise<void>;
}

/** @param replaced is told of rows that were planned anew while their predecessor was under way. */
export function createMarks(store: Store, replaced: (row: Delivery) => void): Marks {
  let delivered: { key: string; value: Delivered; ttlSeconds: number }[] = [];
  let over: Delivery[] = [];
  let waiting: Delivery[] = [];
  let writing: Promise<void> = Promise.resolve();

  const write = async () => {
    const batch = { delivered, over, waiting };
    [delivered, over, waiting] = [[], [], []];
    if (batch.delivered.length > 0) await store.delivered.putMany(batch.delivered);
    const puts = await stillStanding(batch.waiting);
    if (puts.length > 0) await store.outbox.putMany(puts.map((row) => ({ key: row.id, value: row })));
    const gone = await stillStanding(batch.over);
    if (gone.length > 0) await store.outbox.deleteMany(gone.map(({ id }) => id));
  };

  /** An edit may have been planned anew, under the same key, for what has been learnt meanwhile: that one stays. */
  const stillStanding = async (rows: readonly Delivery[]): Promise<Delivery[]> => {
    const standing: Delivery[] = [];
    for (const row of rows) {
      const stored = row.act === 'edit' ? await store.outbox.get(row.id) : undefined;
      if (stored === undefined || stored.createdAt === row.createdAt) standing.push(row);
      else replaced(stored);
    }
    return standing;
  };

  const flush = (): Promise<void> => {
    writing = writing.then(write);
    return writing;
  };
  const writeWhenMany = async () => {
    if (over.length + waiting.length >= MARKS_A_WRITE) await flush();
  };

  return {
    async over(row, result, next = []) {
      if (result) delivered.push({ key: row.id, value: result, ttlSeconds: DELIVERED_MEMORY_SECONDS });
      waiting.push(...next);
      over.push(row);
      await writeWhenMany();
    },
    async waits(row) {
      waiting.push(row);
      await writeWhenMany();
    },
    flush,
  };
}
