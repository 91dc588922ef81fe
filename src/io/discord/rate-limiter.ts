/** One turn after the other, so many a second, evenly. */
import { setTimeout as sleep } from 'node:timers/promises';

/** Passing time, as opposed to the time of day: it never jumps. */
export interface SleepClock {
  /** Milliseconds since some beginning. */
  elapsedMs(): number;
  sleep(milliseconds: number): Promise<unknown>;
}

export const systemSleepClock: SleepClock = {
  elapsedMs: () => performance.now(),
  sleep: (milliseconds) => sleep(milliseconds),
};

export interface RateLimiter {
  /** Resolves when the next request may go. */
  acquire(): Promise<void>;
}

/**
 * Turns that were missed while the process was busy are made up for, but no more than those of this time. Any second sees at
 * most `perSecond` turns and these: 42 for 40. Discord allows 50, so that the eight which may be under way when Discord or the
 * line stands still can arrive together with those of the second after it.
 */
const MAX_BURST_MS = 50;

export function createRateLimiter(perSecond: number, { elapsedMs, sleep }: SleepClock): RateLimiter {
  const intervalMs = 1000 / perSecond;
  let nextMs = Number.NEGATIVE_INFINITY;
  return {
    async acquire() {
      const now = elapsedMs();
      const mine = Math.max(nextMs, now - MAX_BURST_MS);
      nextMs = mine + intervalMs;
      if (mine > now) await sleep(mine - now);
    },
  };
}
