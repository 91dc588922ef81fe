/**
 * The rows of the outbox that wait, in memory; the store remains the truth. Which one goes next:
 *  1. urgent before normal before digest,
 *  2. of those one of the server that has waited longest for its turn,
 *  3. of its rows the oldest whose channel has nothing under way.
 */
import { type Delivery, type Instant, PRIORITIES, type Priority } from '../../domain.ts';

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
  /** Takes the suspended rows of a channel back in, due now. */
  resume(channelId: string, now: Instant): void;
  /** Removes suspended rows that were made before an instant, and returns them. */
  dropSuspended(before: Instant): Delivery[];
  counts(): { due: number; later: number; suspended: number };
}

/** Rows of one priority that are due, by server; the server whose turn is next stands first. */
type Lane = Map<string, Delivery[]>;

export function createQueue(): Queue {
  const ids = new Set<string>();
  const lanes = new Map<Priority, Lane>(PRIORITIES.map((priority) => [priority, new Map()]));
  const later = new Map<string, Delivery>();
  const suspended = new Map<string, Delivery>();
  let earliest = '';

  const putDue = (row: Delivery) => {
    const lane = laneOf(row.priority);
    const rows = lane.get(row.guildId);
    if (rows) rows.push(row);
    else lane.set(row.guildId, [row]);
  };
  const laneOf = (priority: Priority): Lane => lanes.get(priority) ?? new Map();

  const remove = (id: string) => {
    if (!ids.delete(id) || later.delete(id) || suspended.delete(id)) return;
    takeFromLanes((row) => row.id === id);
  };

  const takeFromLanes = (fits: (row: Delivery) => boolean): Delivery[] => {
    const taken: Delivery[] = [];
    for (const lane of lanes.values()) {
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
    if (later.size === 0 || now < earliest) return;
    earliest = '9';
    for (const [id, row] of later) {
      if (row.nextAttemptAt <= now) {
        later.delete(id);
        putDue(row);
      } else if (row.nextAttemptAt < earliest) earliest = row.nextAttemptAt;
    }
  };

  return {
    add(row) {
      remove(row.id);
      ids.add(row.id);
      if (row.state === 'suspended') suspended.set(row.id, row);
      else {
        later.set(row.id, row);
        if (later.size === 1 || row.nextAttemptAt < earliest) earliest = row.nextAttemptAt;
      }
    },
    has: (id) => ids.has(id),
    next(now, busy) {
      wake(now);
      for (const lane of lanes.values()) {
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
      return [...lanes.values()].some((lane) => lane.size > 0);
    },
    take(fits) {
      const taken = [...later.values(), ...suspended.values()].filter(fits);
      for (const { id } of taken) if (!later.delete(id)) suspended.delete(id);
      taken.push(...takeFromLanes(fits));
      for (const { id } of taken) ids.delete(id);
      return taken;
    },
    suspend(where) {
      const fits = (row: Delivery) =>
        'channelId' in where ? row.channelId === where.channelId : row.guildId === where.guildId;
      const waiting = [...later.values()].filter(fits);
      for (const { id } of waiting) later.delete(id);
      for (const row of [...waiting, ...takeFromLanes(fits)]) suspended.set(row.id, { ...row, state: 'suspended' });
    },
    resume(channelId, now) {
      for (const [id, row] of suspended) {
        if (row.channelId !== channelId) continue;
        suspended.delete(id);
        putDue({ ...row, state: 'pending', nextAttemptAt: now });
      }
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
      for (const lane of lanes.values()) for (const rows of lane.values()) due += rows.length;
      return { due, later: later.size, suspended: suspended.size };
    },
  };
}
