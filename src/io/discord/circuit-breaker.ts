/**
 * Keeps away from Discord before Discord locks the door: 10,000 answers of 401, 403 or 429 within ten minutes ban an address for
 * an hour. It opens far below that, and for as long as a ban that has come says.
 */

const WINDOW_MS = 10 * 60_000;
export const MAX_INVALID_REQUESTS_PER_WINDOW = 2000;

export interface CircuitBreaker {
  /** An answer that Discord counts. */
  recordInvalid(): void;
  /** Discord wants nothing of us for so long. */
  openFor(seconds: number): void;
  /** How long nothing may be sent; 0 when the breaker is closed. */
  secondsLeft(): number;
}

export function createCircuitBreaker(elapsedMs: () => number): CircuitBreaker {
  let invalid: number[] = [];
  let openUntilMs = 0;
  const openFor = (milliseconds: number) => {
    openUntilMs = Math.max(openUntilMs, elapsedMs() + milliseconds);
  };
  return {
    recordInvalid() {
      const now = elapsedMs();
      invalid = invalid.filter((at) => now - at < WINDOW_MS);
      invalid.push(now);
      if (invalid.length < MAX_INVALID_REQUESTS_PER_WINDOW) return;
      invalid = [];
      openFor(WINDOW_MS);
    },
    openFor: (seconds) => openFor(seconds * 1000),
    secondsLeft: () => Math.max(0, Math.ceil((openUntilMs - elapsedMs()) / 1000)),
  };
}
