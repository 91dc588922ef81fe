/** The sandbox's clock: starts at 9:00 UTC on the story's current date and runs in real time. */

const MORNING = 'T09:00:00.000Z';
/** The clock stops after this long, so that the next day of the story is always later. */
const MAX_DAY_MS = 12 * 3_600_000;

export interface StoryClock {
  now(): Date;
  /** @param date such as `2026-02-23` */
  moveTo(date: string): void;
}

export function createStoryClock(date: string): StoryClock {
  let morning = Date.parse(date + MORNING);
  let startedMs = Date.now();
  return {
    now: () => new Date(morning + Math.min(Date.now() - startedMs, MAX_DAY_MS)),
    moveTo(next) {
      morning = Date.parse(next + MORNING);
      startedMs = Date.now();
    },
  };
}
