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
import { type Instant } from '../../domain/vocabulary.ts';
import type { Now } from '../ports/clock.ts';

export interface Queue {
  /** Takes a row in, in place of one with its id. */
  add(row: Delivery): void;
  has(id: string): boolean;
  /** Takes the next row out that is due, if there is one. */
  next(now: Instant, busyChannels: ReadonlySet<string>): Delivery | undefined;
  isDue(now: Instant): boolean;
  /** Takes rows out, wherever they wait. */
  take(fits: (row: Delivery) => boolean): Delivery[];
  /** Sets rows aside that wait for a channel or a whole server. */
  suspend(where: { channelId: string } | { guildId: string }): void;
  /** Takes the suspended rows of a channel back in, due now. @returns how many. */
  resume(channelId: string, now: Instant): number;
  /** Removes suspended rows that were made before an instant, and returns them. */
  dropSuspended(before: Instant): Delivery[];
  counts(): { due: number; later: number; suspended: number };
}

interface QueueParts {
  now: Now;
  /** Milliseconds since some beginning. */
  elapsedMs(): number;
  /** Whether a channel is known not to take a message; such channels come last. */
  isClosed(place: Pick<Delivery, 'guildId' | 'channelId'>): boolean;
}

/** Rows of one priority that are due, by server; the server whose turn is next stands first. */
type Lane = Map<string, Delivery[]>;
type Waiting = { row: Delivery; untilMs: number };

export function createQueue({ now: clock, elapsedMs, isClosed }: QueueParts): Queue {
  const ids = new Set<string>();
  const ofPriorities = (): [Priority, Lane][] => PRIORITIES.map((priority) => [priority, new Map()]);
  const open = new Map(ofPriorities());
  const closed = new Map(ofPriorities());
  const lanes: Lane[] = [...open.values(), ...closed.values()];
  const later = new Map<string, Waiting>();
  const suspended = new Map<string, Delivery>();
  let earliest = '';
  let earliestMs = Number.POSITIVE_INFINITY;

  const putDue = (row: Delivery) => {
    const lane = (isClosed(row) ? closed : open).get(row.priority);
    const rows = lane?.get(row.guildId);
    if (rows) rows.push(row);
    else lane?.set(row.guildId, [row]);
  };

  const remove = (id: string) => {
    if (!ids.delete(id) || later.delete(id) || suspended.delete(id)) return;
    takeFromLanes((row) => row.id === id);
  };

  const takeFromLanes = (fits: (row: Delivery) => boolean): Delivery[] => {
    const taken: Delivery[] = [];
    for (const lane of lanes) {
      for (const [guildId, rows] of lane) {
        if (!rows.some(fits)) continue;
        taken.push(...rows.filter(fits));
        const kept = rows.filter((row) => !fits(row));
        if (kept.length > 0) lane.set(guildId, kept);
        else lane.delete(guildId);
      }
    }
    return taken;
  };

  /** Rows whose time has come; looked for only when one can have. */
  const wake = (now: Instant) => {
    const nowMs = elapsedMs();
    if (later.size === 0 || (now < earliest && nowMs < earliestMs)) return;
    earliest = '9';
    earliestMs = Number.POSITIVE_INFINITY;
    for (const [id, { row, untilMs }] of later) {
      if (row.nextAttemptAt <= now || nowMs >= untilMs) {
        later.delete(id);
        putDue(row);
      } else expect(row, untilMs);
    }
  };
  const expect = ({ nextAttemptAt }: Delivery, untilMs: number) => {
    if (nextAttemptAt < earliest) earliest = nextAttemptAt;
    earliestMs = Math.min(earliestMs, untilMs);
  };
  /** The latest moment of passing time at which it is due, whatever the hour of the day is then. */
  const untilMsOf = ({ nextAttemptAt, waitsFrom, createdAt }: Delivery): number => {
    const planned = Date.parse(nextAttemptAt) - Date.parse(waitsFrom ?? createdAt);
    return elapsedMs() + Math.max(0, Math.min(Date.parse(nextAttemptAt) - clock().getTime(), planned));
  };

  return {
    add(row) {
      remove(row.id);
      ids.add(row.id);
      if (row.state === 'suspended') suspended.set(row.id, row);
      else {
        const untilMs = untilMsOf(row);
        later.set(row.id, { row, untilMs });
        if (later.size === 1) [earliest, earliestMs] = [row.nextAttemptAt, untilMs];
        else expect(row, untilMs);
      }
    },
    has: (id) => ids.has(id),
    next(now, busy) {
      wake(now);
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
      wake(now);
      return lanes.some((lane) => lane.size > 0);
    },
    take(fits) {
      const taken = [...[...later.values()].map(({ row }) => row), ...suspended.values()].filter(fits);
      for (const { id } of taken) if (!later.delete(id)) suspended.delete(id);
      taken.push(...takeFromLanes(fits));
      for (const { id } of taken) ids.delete(id);
      return taken;
    },
    suspend(where) {
      const fits = (row: Delivery) =>
        'channelId' in where ? row.channelId === where.channelId : row.guildId === where.guildId;
      const waiting = [...later.values()].map(({ row }) => row).filter(fits);
      for (const { id } of waiting) later.delete(id);
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
    dropSuspended(before) {
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
      return { due, later: later.size, suspended: suspended.size };
    },
  };
}
