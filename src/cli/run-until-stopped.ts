/** Keeps a program running until it is told to stop, or cannot go on. */

/** After this a stop no longer waits for what is under way; everything recorded is on disk already. */
const STOP_DEADLINE_MS = 8000;

/**
 * Starts something and closes it on SIGINT or SIGTERM.
 * @param begin is given a function that ends the program with an error.
 * @throws the error that ended it.
 */
export async function runUntilStopped<Running extends { close(): Promise<void> }>(
  begin: (stop: (error: Error) => void) => Promise<Running>,
): Promise<void> {
  const { promise: stopped, resolve, reject } = Promise.withResolvers<void>();
  process.once('SIGINT', () => resolve());
  process.once('SIGTERM', () => resolve());
  stopped.catch(() => {});
  const running = await Promise.race([begin(reject), stopped.then(() => undefined)]);
  try {
    await stopped;
  } finally {
    setTimeout(() => process.exit(), STOP_DEADLINE_MS).unref();
    await running?.close();
  }
}
