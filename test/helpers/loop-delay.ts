/** Measures how long the event loop was blocked. */

const SAMPLE_INTERVAL_MS = 5;

export interface LoopDelay {
  /** Longest time without a turn of the loop; on a busy machine other programs cause it too. */
  heldMs: number;
  /** Most CPU time of this thread between two turns: what the program itself blocked the loop for. */
  workedMs: number;
}

/** Starts measuring. The returned function ends it and returns the result. */
export function watchLoop(): () => LoopDelay {
  let [lastTurn, worked] = [performance.now(), workedMs()];
  const longest = { heldMs: 0, workedMs: 0 };
  const sample = () => {
    const [now, work] = [performance.now(), workedMs()];
    longest.heldMs = Math.max(longest.heldMs, now - lastTurn - SAMPLE_INTERVAL_MS);
    longest.workedMs = Math.max(longest.workedMs, work - worked);
    [lastTurn, worked] = [now, work];
  };
  const ticks = setInterval(sample, SAMPLE_INTERVAL_MS);
  return () => {
    sample();
    clearInterval(ticks);
    return longest;
  };
}

function workedMs(): number {
  const { user, system } = process.threadCpuUsage();
  return (user + system) / 1000;
}
