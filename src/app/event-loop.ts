/**
 * Lets other work run before a long job goes on.
 * @param ms pause in milliseconds, which does not keep the program from ending.
 */
export function yieldToEventLoop(ms = 0): Promise<void> {
  return new Promise((resolve) => {
    if (ms === 0) setImmediate(resolve);
    else setTimeout(resolve, ms).unref();
  });
}
