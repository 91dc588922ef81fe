/** Whether anything may be sent: not after the end, and not while Discord wants a break. */
export interface Brake {
  holds(): boolean;
  /** @returns whether it is the first time. */
  stop(): boolean;
  stopped(): boolean;
  /** @returns whether it began with this. */
  pause(seconds: number): boolean;
  /** How much longer the break is; 0 when there is none. */
  pausedSeconds(): number;
}

export function createBrake(elapsedMs: () => number): Brake {
  let stopped = false;
  let pausedUntilMs = 0;
  const paused = () => elapsedMs() < pausedUntilMs;
  return {
    holds: () => stopped || paused(),
    stop() {
      const first = !stopped;
      stopped = true;
      return first;
    },
    stopped: () => stopped,
    pause(seconds) {
      const first = !paused();
      pausedUntilMs = Math.max(pausedUntilMs, elapsedMs() + seconds * 1000);
      return first;
    },
    pausedSeconds: () => Math.max(0, Math.ceil((pausedUntilMs - elapsedMs()) / 1000)),
  };
}
