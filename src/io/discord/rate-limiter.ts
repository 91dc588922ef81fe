/** One turn after the other, so many a second, evenly. */
import { setTimeout as sleep } from 'node:timers/promises';

/** Passing time, as opposed to the time of day: it never jumps. */
export interface Waits {
  /** Milliseconds since some beginning. */
  elapsedMs(): number;
  sleep(milliseconds: number): Promise<unknown>;
}

export const realWaits: Waits = { elapsedMs: () => performance.now(), sleep: (milliseconds) => sleep(milliseconds) };

export interface Pace {
  /** Resolves when the next request may go. */
  turn(): Promise<void>;
}

/**
 * Turns that were missed while the process was busy are made up for, but no more than those of this time. Any second sees at
 * most `perSecond` turns and these: 42 for 40. Discord allows 50, so that the eight which may be under way when Discord or the
 * line stands still can arrive together with those of the second after it.
 */
const CAUGHT_UP_MS = 50;

export function createPace(perSecond: number, { elapsedMs, sleep }: Waits): Pace {
  const intervalMs = 1000 / perSecond;
  let nextMs = Number.NEGATIVE_INFINITY;
  return {
    async turn() {
      const now = elapsedMs();
      const mine = Math.max(nextMs, now - CAUGHT_UP_MS);
      nextMs = mine + intervalMs;
      if (mine > now) await sleep(mine - now);
    },
  };
}
