/** Whether anything may be sent: not after the end, and not while Discord wants a break. */
export interface SendGate {
  isHeld(): boolean;
  /** @returns whether it is the first time. */
  stop(): boolean;
  isStopped(): boolean;
  /** @returns whether it began with this. */
  pause(seconds: number): boolean;
  /** How much longer the break is; 0 when there is none. */
  remainingPauseSeconds(): number;
}

export function createSendGate(elapsedMs: () => number): SendGate {
  let stopped = false;
  let pausedUntilMs = 0;
  const paused = () => elapsedMs() < pausedUntilMs;
  return {
    isHeld: () => stopped || paused(),
    stop() {
      const first = !stopped;
      stopped = true;
      return first;
    },
    isStopped: () => stopped,
    pause(seconds) {
      const first = !paused();
      pausedUntilMs = Math.max(pausedUntilMs, elapsedMs() + seconds * 1000);
      return first;
    },
    remainingPauseSeconds: () => Math.max(0, Math.ceil((pausedUntilMs - elapsedMs()) / 1000)),
  };
}
