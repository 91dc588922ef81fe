/** Holds rows back whose channel is told of too much, and tells those together that were held. */
import type { Delivery } from '../../domain/alert.ts';
import type { Now } from '../ports/clock.ts';
import type { Store } from '../ports/store.ts';
import { type Step, waitingFor } from './decide-action.ts';
import type { Intake } from './outbox-loader.ts';
import type { Marks } from './delivery-log.ts';
import type { Queue } from './delivery-queue.ts';
import { gather, isGathered, type StormWatch } from './alert-rate-limit.ts';

interface TogetherContext {
  store: Store;
  queue: Queue;
  marks: Marks;
  storm: StormWatch;
  intake: Pick<Intake, 'letGo'>;
  /** Rows that are neither in the queue nor over. */
  inHand: Set<string>;
  now: Now;
}

/** @returns what is done with a row because of a storm; nothing where there is none. */
export function createTogether({ store, queue, marks, storm, intake, inHand, now }: TogetherContext) {
  return async (row: Delivery): Promise<Step | undefined> => {
    if (!isGathered(row)) return undefined;
    const seconds = storm.heldSeconds(row.channelId);
    if (seconds !== undefined) {
      const detail = 'its channel was told of much within an hour';
      return { step: 'again', row: { ...waitingFor(row, now(), seconds), held: true }, detail };
    }
    if (!row.held) return undefined;
    const others = queue.take((one) => one.channelId === row.channelId && isGathered(one));
    return others.length === 0 ? undefined : tellTogether(row, others);
  };

  /** Nobody who reads the outbox meanwhile takes the others for rows that were forgotten. */
  async function tellTogether(row: Delivery, others: readonly Delivery[]): Promise<Step> {
    for (const { id } of others) inHand.add(id);
    try {
      const together = await gather(store, [row, ...others], now().toISOString());
      await intake.letGo([row, ...others]);
      queue.add(together);
      return { step: 'gathered' };
    } catch (error) {
      for (const one of others) if (!marks.isOver(one.id)) queue.add(one);
      throw error;
    } finally {
      for (const { id } of others) inHand.delete(id);
    }
  }
}
