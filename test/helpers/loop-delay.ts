/** How long the event loop was held: whoever asked something meanwhile waited so long for an answer. */

const LOOK_EVERY_MS = 5;

/** Starts to watch. The function returned ends it and says the longest time, in milliseconds, in which nobody else was heard. */
export function watchLoop(): () => number {
  let heard = performance.now();
  let longest = 0;
  const look = () => {
    const now = performance.now();
    longest = Math.max(longest, now - heard - LOOK_EVERY_MS);
    heard = now;
  };
  const ticks = setInterval(look, LOOK_EVERY_MS);
  return () => {
    look();
    clearInterval(ticks);
    return longest;
  };
}
