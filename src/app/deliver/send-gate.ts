/** Decides whether anything may be sent: not after a stop, and not while Discord asks for a pause. */
export interface SendGate {
  isHeld(): boolean;
  /** @returns whether this call stopped it. */
  stop(): boolean;
  isStopped(): boolean;
  /** @returns whether this call began the pause. */
  pause(seconds: number): boolean;
  /** 0 without a pause. */
  remainingPauseSeconds(): number;
}

export function createSendGate(elapsedMs: () => number): SendGate {
  let stopped = false;
  let pausedUntilMs = 0;
  const isPaused = () => elapsedMs() < pausedUntilMs;
  return {
    isHeld: () => stopped || isPaused(),
    stop() {
      const isFirst = !stopped;
      stopped = true;
      return isFirst;
    },
    isStopped: () => stopped,
    pause(seconds) {
      const isFirst = !isPaused();
      pausedUntilMs = Math.max(pausedUntilMs, elapsedMs() + seconds * 1000);
      return isFirst;
    },
    remainingPauseSeconds: () => Math.max(0, Math.ceil((pausedUntilMs - elapsedMs()) / 1000)),
  };
}
