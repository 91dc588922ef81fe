/**
 * Queues the rows of the outbox in memory and picks the next one; the store remains the truth. Order:
 *  1. channels that can be written to, as far as is known, before those that cannot,
 *  2. urgent before normal before digest,
 *  3. the guild that has waited longest for its turn,
 *  4. the oldest of its rows whose channel has nothing in flight.
 *
 * A row waits until a time of day, but no longer than was planned: a clock that was ahead and is set right delays nothing.
 */
import { type Delivery, PRIORITIES, type Priority } from '../../domain/alert.ts';
import type { Instant } from '../../domain/vocabulary.ts';
import type { Now } from '../ports/clock.ts';

export interface DeliveryQueue {
  /** Adds a row, in place of one with its id. */
  add(row: Delivery): void;
  /** Whether a row waits in the queue. */
  has(id: string): boolean;
  /** Takes out and claims the next row that is due, if there is one. */
  takeNext(now: Instant, busyChannels: ReadonlySet<string>): Delivery | undefined;
  /** Takes out and claims rows, due or not. */
  takeMatching(matches: (row: Delivery) => boolean): Delivery[];
  /** Whether somebody took the row out and has not released it yet: it must not be loaded again. */
  isClaimed(id: string): boolean;
  /** The row is back in the queue, or over. */
  release(id: string): void;
  isDue(now: Instant): boolean;
  /** Sets aside the rows of a channel or of a whole guild. */
  suspend(where: { channelId: string } | { guildId: string }): void;
  /** Makes the suspended rows of a channel due now. @returns how many. */
  resume(channelId: string, now: Instant): number;
  /** Removes suspended rows that were created before an instant, and returns them. */
  takeSuspendedBefore(before: Instant): Delivery[];
  counts(): { due: number; later: number; suspended: number };
}

interface DeliveryQueueOptions {
  now: Now;
  /** Milliseconds since some beginning. */
  elapsedMs(): number;
  /** Whether a channel is known to take no message; such channels come last. */
  isUnwritable(channel: Pick<Delivery, 'guildId' | 'channelId'>): boolean;
}

/** Due rows of one priority, by guild; the guild whose turn is next comes first. */
type Lane = Map<string, Delivery[]>;
type DelayedRow = { row: Delivery; untilMs: number };

export function createDeliveryQueue({ now: clock, elapsedMs, isUnwritable }: DeliveryQueueOptions): DeliveryQueue {
  const ids = new Set<string>();
  const claimed = new Set<string>();
  const createLanes = () => new Map(PRIORITIES.map((priority): [Priority, Lane] => [priority, new Map()]));
  const writable = createLanes();
  const unwritable = createLanes();
  const lanes: Lane[] = [...writable.values(), ...unwritable.values()];
  const delayed = new Map<string, DelayedRow>();
  const suspended = new Map<string, Delivery>();
  let earliestDueAt = '';
  let earliestDueMs = Number.POSITIVE_INFINITY;

  const addDue = (row: Delivery) => {
    const lane = (isUnwritable(row) ? unwritable : writable).get(row.priority);
    const rows = lane?.get(row.guildId);
    if (rows) rows.push(row);
    else lane?.set(row.guildId, [row]);
  };

  const remove = (id: string) => {
    if (!ids.delete(id) || delayed.delete(id) || suspended.delete(id)) return;
    takeFromLanes((row) => row.id === id);
  };

  const takeFromLanes = (matches: (row: Delivery) => boolean): Delivery[] => {
    const taken: Delivery[] = [];
    for (const lane of lanes) {
      for (const [guildId, rows] of lane) {
        if (!rows.some(matches)) continue;
        taken.push(...rows.filter(matches));
        const kept = rows.filter((row) => !matches(row));
        if (kept.length > 0) lane.set(guildId, kept);
        else lane.delete(guildId);
      }
    }
    return taken;
  };

  /** Scans the delayed rows only when one can have become due. */
  const promoteDue = (now: Instant) => {
    const nowMs = elapsedMs();
    if (delayed.size === 0 || (now < earliestDueAt && nowMs < earliestDueMs)) return;
    earliestDueAt = '9';
    earliestDueMs = Number.POSITIVE_INFINITY;
    for (const [id, { row, untilMs }] of delayed) {
      if (row.nextAttemptAt <= now || nowMs >= untilMs) {
        delayed.delete(id);
        addDue(row);
      } else trackEarliest(row, untilMs);
    }
  };
  const trackEarliest = ({ nextAttemptAt }: Delivery, untilMs: number) => {
    if (nextAttemptAt < earliestDueAt) earliestDueAt = nextAttemptAt;
    earliestDueMs = Math.min(earliestDueMs, untilMs);
  };
  /** The latest monotonic time at which the row is due, whatever the clock says then. */
  const latestDueMs = ({ nextAttemptAt, waitsFrom, createdAt }: Delivery): number => {
    const plannedMs = Date.parse(nextAttemptAt) - Date.parse(waitsFrom ?? createdAt);
    return elapsedMs() + Math.max(0, Math.min(Date.parse(nextAttemptAt) - clock().getTime(), plannedMs));
  };

  return {
    add(row) {
      remove(row.id);
      ids.add(row.id);
      if (row.state === 'suspended') suspended.set(row.id, row);
      else {
        const untilMs = latestDueMs(row);
        delayed.set(row.id, { row, untilMs });
        if (delayed.size === 1) [earliestDueAt, earliestDueMs] = [row.nextAttemptAt, untilMs];
        else trackEarliest(row, untilMs);
      }
    },
    has: (id) => ids.has(id),
    takeNext(now, busyChannels) {
      promoteDue(now);
      for (const lane of lanes) {
        for (const [guildId, rows] of lane) {
          const index = rows.findIndex(({ channelId }) => !busyChannels.has(channelId));
          const [row] = index === -1 ? [] : rows.splice(index, 1);
          if (row === undefined) continue;
          // The guild goes to the end of the line, or out of it.
          lane.delete(guildId);
          if (rows.length > 0) lane.set(guildId, rows);
          ids.delete(row.id);
          claimed.add(row.id);
          return row;
        }
      }
      return undefined;
    },
    takeMatching(matches) {
      const taken = [...[...delayed.values()].map(({ row }) => row), ...suspended.values()].filter(matches);
      for (const { id } of taken) if (!delayed.delete(id)) suspended.delete(id);
      taken.push(...takeFromLanes(matches));
      for (const { id } of taken) {
        ids.delete(id);
        claimed.add(id);
      }
      return taken;
    },
    isClaimed: (id) => claimed.has(id),
    release: (id) => void claimed.delete(id),
    isDue(now) {
      promoteDue(now);
      return lanes.some((lane) => lane.size > 0);
    },
    suspend(where) {
      const matches = (row: Delivery) =>
        'channelId' in where ? row.channelId === where.channelId : row.guildId === where.guildId;
      const waiting = [...delayed.values()].map(({ row }) => row).filter(matches);
      for (const { id } of waiting) delayed.delete(id);
      for (const row of [...waiting, ...takeFromLanes(matches)]) suspended.set(row.id, { ...row, state: 'suspended' });
    },
    resume(channelId, now) {
      const rows = [...suspended.values()].filter((row) => row.channelId === channelId);
      for (const row of rows) {
        suspended.delete(row.id);
        addDue({ ...row, state: 'pending', nextAttemptAt: now });
      }
      return rows.length;
    },
    takeSuspendedBefore(before) {
      const expired = [...suspended.values()].filter(({ createdAt }) => createdAt < before);
      for (const { id } of expired) {
        suspended.delete(id);
        ids.delete(id);
      }
      return expired;
    },
    counts() {
      let due = 0;
      for (const lane of lanes) for (const rows of lane.values()) due += rows.length;
      return { due, later: delayed.size, suspended: suspended.size };
    },
  };
}
