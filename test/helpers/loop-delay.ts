/** How long the event loop was held: whoever asked something meanwhile waited so long for an answer. */

const LOOK_EVERY_MS = 5;

export interface LoopDelay {
  /** The longest time in which nobody else was heard, in milliseconds. On a busy machine others cause it too. */
  heldMs: number;
  /** The most processor time that this thread took in one go: what the program itself held the loop for. */
  workedMs: number;
}

/** Starts to watch. The function returned ends it. */
export function watchLoop(): () => LoopDelay {
  let [heard, worked] = [performance.now(), workedMs()];
  const longest = { heldMs: 0, workedMs: 0 };
  const look = () => {
    const [now, work] = [performance.now(), workedMs()];
    longest.heldMs = Math.max(longest.heldMs, now - heard - LOOK_EVERY_MS);
    longest.workedMs = Math.max(longest.workedMs, work - worked);
    [heard, worked] = [now, work];
  };
  const ticks = setInterval(look, LOOK_EVERY_MS);
  return () => {
    look();
    clearInterval(ticks);
    return longest;
  };
}

function workedMs(): number {
  const { user, system } = process.threadCpuUsage();
  return (user + system) / 1000;
}
