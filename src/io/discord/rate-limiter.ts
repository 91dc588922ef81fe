/** Spaces requests evenly, so many a second. */
import { setTimeout as sleep } from 'node:timers/promises';

/** Monotonic time: unlike the time of day it never jumps. */
export interface SleepClock {
  /** Milliseconds since some beginning. */
  elapsedMs(): number;
  sleep(milliseconds: number): Promise<unknown>;
}

export const systemSleepClock: SleepClock = {
  elapsedMs: () => performance.now(),
  sleep: (milliseconds) => sleep(milliseconds),
};

interface RateLimiter {
  /** Resolves when the next request may go. */
  acquire(): Promise<void>;
}

/**
 * Turns missed while the process was busy are made up for, up to those of this time: no second sees more than 42 turns at 40 a second.
 * Discord allows 50, so the eight requests that may be in flight when the connection stalls can arrive with those of the next second.
 */
const MAX_BURST_MS = 50;

export function createRateLimiter(perSecond: number, { elapsedMs, sleep }: SleepClock): RateLimiter {
  const intervalMs = 1000 / perSecond;
  let nextTurnMs = Number.NEGATIVE_INFINITY;
  return {
    async acquire() {
      const nowMs = elapsedMs();
      const turnMs = Math.max(nextTurnMs, nowMs - MAX_BURST_MS);
      nextTurnMs = turnMs + intervalMs;
      if (turnMs > nowMs) await sleep(turnMs - nowMs);
    },
  };
}
