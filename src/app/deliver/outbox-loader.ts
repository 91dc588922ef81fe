/** Takes in what stands in the outbox and is not in hand yet. A row that another one stands for is let go, whatever a crash left of it. */
import type { Delivery } from '../../domain/alert.ts';
import type { Instant } from '../../domain/vocabulary.ts';
import { inTurn } from '../serial-queue.ts';
import type { Now } from '../ports/clock.ts';
import type { Store } from '../ports/store.ts';
import type { Marks } from './delivery-log.ts';
import type { Queue } from './delivery-queue.ts';
import { gatheredAs, recount, type StormWatch } from './alert-rate-limit.ts';
import type { TroubleDesk } from './channel-health.ts';

/** A plan that a crash cut off is made again soon: a row whose alert has not come by then waits for nothing. */
const PLANNED_WITHIN_DAYS = 7;

export interface Intake {
  /** One at a time, in the order they were asked for. @throws what the store throws. */
  takeIn(): Promise<void>;
  /** Rows that another one stands for are over. */
  letGo(rows: readonly Delivery[]): Promise<void>;
  /** Resolves when nobody reads the outbox. */
  end(): Promise<void>;
}

interface IntakeContext {
  store: Store;
  queue: Queue;
  marks: Marks;
  desk: Pick<TroubleDesk, 'knows'>;
  storm: StormWatch;
  now: Now;
  /** Rows that are neither in the queue nor over. */
  inHand: ReadonlySet<string>;
}

export function createIntake({ store, queue, marks, desk, storm, inHand, now }: IntakeContext): Intake {
  const oneByOne = inTurn();
  let counted = false;

  const isoNow = (): Instant => now().toISOString();
  const isKnown = ({ id }: Delivery): boolean => queue.has(id) || marks.isOver(id) || inHand.has(id);

  async function take(): Promise<void> {
    await marks.flush();
    marks.forgetWritten();
    if (!counted) await recount(store, storm, now());
    counted = true;
    const rows = await planned();
    const troubled = new Set((await store.subscriptions.inTrouble()).map(({ channelId }) => channelId));
    // From here on nothing happens in between: what was sent or gathered during the reading is not taken in again.
    const unknown = rows.filter((row) => !isKnown(row));
    const gathered = new Set(unknown.flatMap(({ gathers = [] }) => gathers));
    const replaced = unknown.filter(({ id }) => gathered.has(id));
    for (const row of unknown) {
      if (gathered.has(row.id)) continue;
      const suspended = troubled.has(row.channelId) || desk.knows(row.channelId);
      queue.add({ ...row, state: suspended ? 'suspended' : 'pending' });
    }
    await letGo([...replaced, ...queue.take(({ id }) => gathered.has(id))]);
  }

  async function planned(): Promise<Delivery[]> {
    const rows: Delivery[] = [];
    const isPlanned = new Map<string, boolean>();
    const abandoned = new Date(now().getTime() - PLANNED_WITHIN_DAYS * 86_400_000).toISOString();
    for await (const [, row] of store.outbox.entries()) {
      if (isKnown(row)) continue;
      // Rows whose alert is not there yet belong to a plan that is being written; whoever writes it calls again.
      if (!isPlanned.has(row.alertId)) isPlanned.set(row.alertId, await store.alerts.has(row.alertId));
      if (await wasTold(row)) await marks.over(row);
      else if (isPlanned.get(row.alertId)) rows.push(row);
      else if (row.createdAt < abandoned) await marks.over(row);
    }
    return rows;
  }

  /** Two who plan an alert at once, as `poll --once` beside the bot, write its rows twice: the second time, some may have been told. */
  async function wasTold({ id, act, unsureSince }: Delivery): Promise<boolean> {
    return act === 'post' && unsureSince === undefined && (await store.delivered.has(id));
  }

  async function letGo(rows: readonly Delivery[]): Promise<void> {
    // All are over before the first is written: none is taken in again meanwhile.
    await Promise.all(rows.map((row) => marks.over(row, gatheredAs(row, isoNow()))));
    await marks.flush();
  }

  return {
    takeIn: () => oneByOne(take),
    letGo,
    end: () => oneByOne(async () => {}),
  };
}
