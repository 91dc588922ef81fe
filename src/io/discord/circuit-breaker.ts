/** Stops requests long before Discord would ban this address: 10,000 answers of 401, 403 or 429 within ten minutes ban it for an hour. */

const WINDOW_MS = 10 * 60_000;
export const MAX_INVALID_REQUESTS_PER_WINDOW = 2000;

interface CircuitBreaker {
  /** Records an answer that Discord counts. */
  recordInvalid(): void;
  openFor(seconds: number): void;
  /** 0 while requests may be made. */
  secondsLeft(): number;
}

export function createCircuitBreaker(elapsedMs: () => number): CircuitBreaker {
  let invalidMs: number[] = [];
  let openUntilMs = 0;
  const openFor = (milliseconds: number) => {
    openUntilMs = Math.max(openUntilMs, elapsedMs() + milliseconds);
  };
  return {
    recordInvalid() {
      const nowMs = elapsedMs();
      invalidMs = invalidMs.filter((ms) => nowMs - ms < WINDOW_MS);
      invalidMs.push(nowMs);
      if (invalidMs.length < MAX_INVALID_REQUESTS_PER_WINDOW) return;
      invalidMs = [];
      openFor(WINDOW_MS);
    },
    openFor: (seconds) => openFor(seconds * 1000),
    secondsLeft: () => Math.max(0, Math.ceil((openUntilMs - elapsedMs()) / 1000)),
  };
}
