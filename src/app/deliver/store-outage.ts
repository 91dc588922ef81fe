/** Backs off while the store fails (a full disk, a lock), and logs when that begins and when it is over. */
import type { Log } from '../ports/log.ts';

const INITIAL_BACKOFF_SECONDS = 1;
const MAX_BACKOFF_SECONDS = 60;
/** A nearly full disk takes one write and refuses the next: the outage is over after this time without a failure. */
const RECOVERED_AFTER_SECONDS = 15;

export interface StoreOutage {
  /** Whether it is too early to try again. */
  isBackingOff(): boolean;
  recordFailure(error: unknown): void;
  recordSuccess(): void;
  /** To be called regularly. */
  logWhenOver(): void;
}

export function createStoreOutage(
  elapsedMs: () => number,
  log: Log,
  logLines: { begins: string; ends: string },
): StoreOutage {
  let isOpen = false;
  let failures = 0;
  let failedMs = 0;
  let backoffSeconds = 0;
  const secondsSinceFailure = () => (elapsedMs() - failedMs) / 1000;
  const isBackingOff = () => failures > 0 && secondsSinceFailure() < backoffSeconds;
  return {
    isBackingOff,
    recordFailure(error) {
      // Concurrent writes fail together: they count once.
      if (isBackingOff()) return;
      if (!isOpen) log.error(logLines.begins, { err: error });
      isOpen = true;
      failedMs = elapsedMs();
      backoffSeconds = Math.min(INITIAL_BACKOFF_SECONDS * 2 ** failures, MAX_BACKOFF_SECONDS);
      failures += 1;
    },
    recordSuccess() {
      // A write that began before the failure proves nothing.
      if (!isBackingOff()) failures = 0;
    },
    logWhenOver() {
      if (!isOpen || failures > 0 || secondsSinceFailure() < RECOVERED_AFTER_SECONDS) return;
      isOpen = false;
      log.info(logLines.ends);
    },
  };
}
