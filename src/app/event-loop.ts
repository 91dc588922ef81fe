/**
 * Lets whoever waits for an answer be heard before the work goes on.
 * @param ms how long the others have to themselves; the program may end meanwhile.
 */
export function yieldToEventLoop(ms = 0): Promise<void> {
  return new Promise((resolve) => {
    if (ms === 0) setImmediate(resolve);
    else setTimeout(resolve, ms).unref();
  });
}
