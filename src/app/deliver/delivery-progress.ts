/** How a fan-out is getting on: numbers for `/status`, and a line in the log now and then. */
import type { Log } from '../ports/log.ts';

/** Between two lines in the log; a fan-out that takes less has none. */
const LOG_INTERVAL_MS = 30_000;

export interface DeliveryProgress {
  /** Messages that could go now, that wait for their time, and that wait for a channel to be mended. */
  due: number;
  later: number;
  suspended: number;
  /** The fan-out that is under way. */
  fanOut?: { done: number; left: number; secondsLeft?: number };
  /** How long Discord wants nothing of us; 0 when it does. */
  remainingPauseSeconds: number;
}

export interface ThroughputMeter {
  /** One more is done. */
  recordDone(): void;
  /** So many are left: writes a line when one is due. */
  update(left: number): void;
  finish(): void;
  progress(): Pick<DeliveryProgress, 'fanOut'>;
}

export function createThroughputMeter(elapsedMs: () => number, log: Log): ThroughputMeter {
  let begunMs: number | undefined;
  let lineMs = 0;
  let done = 0;
  let left = 0;

  const secondsLeft = (): number | undefined => {
    const seconds = (elapsedMs() - (begunMs ?? 0)) / 1000;
    return done > 0 && seconds > 0 ? Math.ceil((left * seconds) / done) : undefined;
  };

  return {
    recordDone() {
      done += 1;
    },
    update(now) {
      left = now;
      const ms = elapsedMs();
      if (begunMs === undefined) {
        begunMs = ms;
        lineMs = ms;
      }
      if (ms - lineMs < LOG_INTERVAL_MS) return;
      lineMs = ms;
      log.info(`delivering: ${done} of ${done + left} done, about ${secondsLeft() ?? '?'} s left`);
    },
    finish() {
      if (begunMs !== undefined && elapsedMs() - begunMs >= LOG_INTERVAL_MS) {
        log.info(`delivered: ${done} messages in ${Math.round((elapsedMs() - begunMs) / 1000)} s`);
      }
      begunMs = undefined;
      done = 0;
      left = 0;
    },
    progress: () => (begunMs === undefined ? {} : { fanOut: { done, left, secondsLeft: secondsLeft() } }),
  };
}
