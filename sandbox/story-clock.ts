/** The sandbox's clock: it stands at the story's date, and goes on from the morning of that day as time goes on here. */

const MORNING = 'T09:00:00.000Z';
/** However long somebody stays on one day, the next one lies after it. */
const LONGEST_DAY_MS = 12 * 3_600_000;

export interface StoryClock {
  now(): Date;
  /** @param date such as `2026-02-23` */
  moveTo(date: string): void;
}

export function createStoryClock(date: string): StoryClock {
  let morning = Date.parse(date + MORNING);
  let since = Date.now();
  return {
    now: () => new Date(morning + Math.min(Date.now() - since, LONGEST_DAY_MS)),
    moveTo(next) {
      morning = Date.parse(next + MORNING);
      since = Date.now();
    },
  };
}
