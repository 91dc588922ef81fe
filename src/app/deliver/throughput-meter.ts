/** Measures how fast a fan-out proceeds, for `/status` and for a line in the log now and then. */
import type { DeliveryProgress } from '../ports/delivery-progress.ts';
import type { Log } from '../ports/log.ts';

/** Time between two log lines; a shorter fan-out logs none. */
const LOG_INTERVAL_MS = 30_000;

export interface ThroughputMeter {
  /** One more delivery is done. */
  recordDone(): void;
  /** Logs a line when one is due. */
  update(left: number): void;
  finish(): void;
  progress(): Pick<DeliveryProgress, 'fanOut'>;
}

export function createThroughputMeter(elapsedMs: () => number, log: Log): ThroughputMeter {
  let startedMs: number | undefined;
  let loggedMs = 0;
  let done = 0;
  let left = 0;

  const secondsLeft = (): number | undefined => {
    const seconds = (elapsedMs() - (startedMs ?? 0)) / 1000;
    return done > 0 && seconds > 0 ? Math.ceil((left * seconds) / done) : undefined;
  };

  return {
    recordDone() {
      done += 1;
    },
    update(nowLeft) {
      left = nowLeft;
      const ms = elapsedMs();
      if (startedMs === undefined) {
        startedMs = ms;
        loggedMs = ms;
      }
      if (ms - loggedMs < LOG_INTERVAL_MS) return;
      loggedMs = ms;
      log.info(`delivering: ${done} of ${done + left} done, about ${secondsLeft() ?? '?'} s left`);
    },
    finish() {
      if (startedMs !== undefined && elapsedMs() - startedMs >= LOG_INTERVAL_MS) {
        log.info(`delivered: ${done} messages in ${Math.round((elapsedMs() - startedMs) / 1000)} s`);
      }
      startedMs = undefined;
      done = 0;
      left = 0;
    },
    progress: () => (startedMs === undefined ? {} : { fanOut: { done, left, secondsLeft: secondsLeft() } }),
  };
}
