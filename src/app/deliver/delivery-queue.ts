/**
 * The rows of the outbox that wait, in memory; the store remains the truth. Which one goes next:
 *  1. channels that can be written to, as far as is known, before those that cannot,
 *  2. urgent before normal before digest,
 *  3. of those one of the server that has waited longest for its turn,
 *  4. of its rows the oldest whose channel has nothing under way.
 *
 * A row waits for an hour of the day, and no longer than was planned: a clock that was ahead and is put right holds nothing up.
 */
import { type Delivery, PRIORITIES, type Priority } from '../../domain/alert.ts';
import type { Instant } from '../../domain/vocabulary.ts';
import type { Now } from '../ports/clock.ts';

export interface DeliveryQueue {
  /** Takes a row in, in place of one with its id. */
  add(row: Delivery): void;
  has(id: string): boolean;
  /** Takes the next row out that is due, if there is one. */
  takeNext(now: Instant, busyChannels: ReadonlySet<string>): Delivery | undefined;
  isDue(now: Instant): boolean;
  /** Takes rows out, wherever they wait. */
  takeMatching(matches: (row: Delivery) => boolean): Delivery[];
  /** Sets rows aside that wait for a channel or a whole server. */
  suspend(where: { channelId: string } | { guildId: string }): void;
  /** Takes the suspended rows of a channel back in, due now. @returns how many. */
  resume(channelId: string, now: Instant): number;
  /** Removes suspended rows that were made before an instant, and returns them. */
  takeSuspendedBefore(before: Instant): Delivery[];
  counts(): { due: number; later: number; suspended: number };
}

interface DeliveryQueueOptions {
  now: Now;
  /** Milliseconds since some beginning. */
  elapsedMs(): number;
  /** Whether a channel is known not to take a message; such channels come last. */
  isUnwritable(place: Pick<Delivery, 'guildId' | 'channelId'>): boolean;
}

/** Rows of one priority that are due, by server; the server whose turn is next stands first. */
type Lane = Map<string, Delivery[]>;
type DelayedRow = { row: Delivery; untilMs: number };

export function createDeliveryQueue({ now: clock, elapsedMs, isUnwritable }: DeliveryQueueOptions): DeliveryQueue {
  const ids = new Set<string>();
  const ofPriorities = (): [Priority, Lane][] => PRIORITIES.map((priority) => [priority, new Map()]);
  const open = new Map(ofPriorities());
  const closed = new Map(ofPriorities());
  const lanes: Lane[] = [...open.values(), ...closed.values()];
  const delayed = new Map<string, DelayedRow>();
  const suspended = new Map<string, Delivery>();
  let earliestDueAt = '';
  let earliestMs = Number.POSITIVE_INFINITY;

  const putDue = (row: Delivery) => {
    const lane = (isUnwritable(row) ? closed : open).get(row.priority);
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

  /** Rows whose time has come; looked for only when one can have. */
  const promoteDue = (now: Instant) => {
    const nowMs = elapsedMs();
    if (delayed.size === 0 || (now < earliestDueAt && nowMs < earliestMs)) return;
    earliestDueAt = '9';
    earliestMs = Number.POSITIVE_INFINITY;
    for (const [id, { row, untilMs }] of delayed) {
      if (row.nextAttemptAt <= now || nowMs >= untilMs) {
        delayed.delete(id);
        putDue(row);
      } else trackEarliest(row, untilMs);
    }
  };
  const trackEarliest = ({ nextAttemptAt }: Delivery, untilMs: number) => {
    if (nextAttemptAt < earliestDueAt) earliestDueAt = nextAttemptAt;
    earliestMs = Math.min(earliestMs, untilMs);
  };
  /** The latest moment of passing time at which it is due, whatever the hour of the day is then. */
  const dueMsOf = ({ nextAttemptAt, waitsFrom, createdAt }: Delivery): number => {
    const planned = Date.parse(nextAttemptAt) - Date.parse(waitsFrom ?? createdAt);
    return elapsedMs() + Math.max(0, Math.min(Date.parse(nextAttemptAt) - clock().getTime(), planned));
  };

  return {
    add(row) {
      remove(row.id);
      ids.add(row.id);
      if (row.state === 'suspended') suspended.set(row.id, row);
      else {
        const untilMs = dueMsOf(row);
        delayed.set(row.id, { row, untilMs });
        if (delayed.size === 1) [earliestDueAt, earliestMs] = [row.nextAttemptAt, untilMs];
        else trackEarliest(row, untilMs);
      }
    },
    has: (id) => ids.has(id),
    takeNext(now, busy) {
      promoteDue(now);
      for (const lane of lanes) {
        for (const [guildId, rows] of lane) {
          const place = rows.findIndex(({ channelId }) => !busy.has(channelId));
          const [row] = place === -1 ? [] : rows.splice(place, 1);
          if (row === undefined) continue;
          // To the end of the line, or out of it.
          lane.delete(guildId);
          if (rows.length > 0) lane.set(guildId, rows);
          ids.delete(row.id);
          return row;
        }
      }
      return undefined;
    },
    isDue(now) {
      promoteDue(now);
      return lanes.some((lane) => lane.size > 0);
    },
    takeMatching(fits) {
      const taken = [...[...delayed.values()].map(({ row }) => row), ...suspended.values()].filter(fits);
      for (const { id } of taken) if (!delayed.delete(id)) suspended.delete(id);
      taken.push(...takeFromLanes(fits));
      for (const { id } of taken) ids.delete(id);
      return taken;
    },
    suspend(where) {
      const fits = (row: Delivery) =>
        'channelId' in where ? row.channelId === where.channelId : row.guildId === where.guildId;
      const waiting = [...delayed.values()].map(({ row }) => row).filter(fits);
      for (const { id } of waiting) delayed.delete(id);
      for (const row of [...waiting, ...takeFromLanes(fits)]) suspended.set(row.id, { ...row, state: 'suspended' });
    },
    resume(channelId, now) {
      const rows = [...suspended.values()].filter((row) => row.channelId === channelId);
      for (const row of rows) {
        suspended.delete(row.id);
        putDue({ ...row, state: 'pending', nextAttemptAt: now });
      }
      return rows.length;
    },
    takeSuspendedBefore(before) {
      const dropped = [...suspended.values()].filter(({ createdAt }) => createdAt < before);
      for (const { id } of dropped) {
        suspended.delete(id);
        ids.delete(id);
      }
      return dropped;
    },
    counts() {
      let due = 0;
      for (const lane of lanes) for (const rows of lane.values()) due += rows.length;
      return { due, later: delayed.size, suspended: suspended.size };
    },
  };
}
