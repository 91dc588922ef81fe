/**
 * Keeps away from Discord before Discord locks the door: 10,000 answers of 401, 403 or 429 within ten minutes ban an address for
 * an hour. It opens far below that, and for as long as a ban that has come says.
 */

const WINDOW_MS = 10 * 60_000;
export const MOST_INVALID = 2000;

export interface Breaker {
  /** An answer that Discord counts. */
  invalid(): void;
  /** Discord wants nothing of us for so long. */
  openFor(seconds: number): void;
  /** How long nothing may be sent; 0 when the breaker is closed. */
  secondsLeft(): number;
}

export function createBreaker(elapsedMs: () => number): Breaker {
  let invalid: number[] = [];
  let openUntilMs = 0;
  const openFor = (milliseconds: number) => {
    openUntilMs = Math.max(openUntilMs, elapsedMs() + milliseconds);
  };
  return {
    invalid() {
      const now = elapsedMs();
      invalid = invalid.filter((at) => now - at < WINDOW_MS);
      invalid.push(now);
      if (invalid.length < MOST_INVALID) return;
      invalid = [];
      openFor(WINDOW_MS);
    },
    openFor: (seconds) => openFor(seconds * 1000),
    secondsLeft: () => Math.max(0, Math.ceil((openUntilMs - elapsedMs()) / 1000)),
  };
}
