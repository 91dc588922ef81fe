/**
 * Writes down what became of rows, several at a time: a mark that a crash overtakes is found out again under the same nonce.
 * What is over is remembered first and taken out of the outbox then. What the store does not take is kept and written later.
 */
import type { Delivery } from '../../domain/alert.ts';
import { inTurn } from '../serial-queue.ts';
import type { Delivered, Store } from '../ports/store.ts';
import { StoreFailure } from './store-outage.ts';

/** How long it is remembered what an alert became in a channel. */
const DELIVERED_MEMORY_SECONDS = 90 * 86_400;
/** Marks written together while messages go out at full pace: about twice a second. */
const MARKS_A_WRITE = 20;

export interface Marks {
  /** The row is over; `delivered` says how, where that is to be remembered. `next`: rows that follow from it. */
  over(row: Delivery, delivered?: Delivered, next?: readonly Delivery[]): Promise<void>;
  /** The row waits, as it says. */
  waits(row: Delivery): Promise<void>;
  /**
   * Writes what is not written yet.
   * @returns whether all of it is; the rest stays for the next time.
   */
  flush(): Promise<boolean>;
  /** Rows that are over, some of them still in the outbox on disk. */
  isOver(id: string): boolean;
  /** Forgets those that are on disk no more. Not while somebody reads the outbox. */
  forgetWritten(): void;
}

/** The last word on a row is what counts. */
type Mark = { row: Delivery; over: boolean };

/** @param replaced is told of rows that were planned anew while their predecessor was under way. */
export function createMarks(store: Store, replaced: (row: Delivery) => void): Marks {
  const delivered = new Map<string, Delivered>();
  const marks = new Map<string, Mark>();
  const over = new Set<string>();
  const oneByOne = inTurn();

  const write = async () => {
    const told = [...delivered];
    const marked = [...marks];
    if (told.length > 0) {
      await store.delivered.putMany(told.map(([key, value]) => ({ key, value, ttlSeconds: DELIVERED_MEMORY_SECONDS })));
    }
    const standing = await stillStanding(marked.map(([, mark]) => mark));
    const waiting = standing.filter((mark) => !mark.over).map(({ row }) => ({ key: row.id, value: row }));
    if (waiting.length > 0) await store.outbox.putMany(waiting);
    const gone = standing.filter((mark) => mark.over).map(({ row }) => row.id);
    if (gone.length > 0) await store.outbox.deleteMany(gone);
    // What was said of a row meanwhile is still to be written.
    for (const [id, value] of told) if (delivered.get(id) === value) delivered.delete(id);
    for (const [id, mark] of marked) if (marks.get(id) === mark) marks.delete(id);
  };

  /** An edit may have been planned anew, under the same key, for what has been learnt meanwhile: that one stays. */
  const stillStanding = async (all: readonly Mark[]): Promise<Mark[]> => {
    const standing: Mark[] = [];
    for (const mark of all) {
      const { id, act, createdAt } = mark.row;
      // What cannot be read any more is written over.
      const stored = act === 'edit' ? await store.outbox.get(id).catch(() => undefined) : undefined;
      if (stored === undefined || stored.createdAt === createdAt) standing.push(mark);
      else replaced(stored);
    }
    return standing;
  };

  const flush = (): Promise<boolean> =>
    oneByOne(async () => {
      if (delivered.size + marks.size === 0) return true;
      try {
        await write();
        return true;
      } catch (error) {
        if (error instanceof StoreFailure) return false;
        throw error;
      }
    });
  const writeWhenMany = async () => {
    if (marks.size >= MARKS_A_WRITE) await flush();
  };

  return {
    async over(row, result, next = []) {
      if (result) delivered.set(row.id, result);
      for (const one of next) marks.set(one.id, { row: one, over: false });
      marks.set(row.id, { row, over: true });
      over.add(row.id);
      await writeWhenMany();
    },
    async waits(row) {
      marks.set(row.id, { row, over: false });
      await writeWhenMany();
    },
    flush,
    isOver: (id) => over.has(id),
    forgetWritten() {
      for (const id of over) if (!marks.has(id)) over.delete(id);
    },
  };
}
