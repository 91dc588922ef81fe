/** Keeps a program running until it is told to stop, or cannot go on. */

/** After this a stop no longer waits for what is under way; everything recorded is on disk already. */
const STOP_DEADLINE_MS = 8000;
/** What has not begun by then may be waiting for a network that is not there. */
const STARTUP_DEADLINE_MS = 2000;

/** How often it is looked whether the shell that npm started us from is still there. */
const PARENT_CHECK_INTERVAL_MS = 500;

/**
 * Starts something and closes it on SIGINT or SIGTERM.
 * @param startUp is given a function that ends the program with an error.
 * @throws the error that ended it.
 */
export async function runUntilStopped<Running extends { close(): Promise<void> }>(
  startUp: (stop: (error: Error) => void) => Promise<Running>,
): Promise<void> {
  const { promise: stopped, resolve, reject } = Promise.withResolvers<void>();
  process.once('SIGINT', () => resolve());
  process.once('SIGTERM', () => resolve());
  stopWithNpm(resolve);
  stopped.catch(() => {});
  const startup = startUp(reject);
  await Promise.race([startup, stopped]);
  let exitCode = 0;
  try {
    await stopped;
  } catch (error) {
    exitCode = 1;
    throw error;
  } finally {
    setTimeout(() => process.exit(exitCode), STOP_DEADLINE_MS).unref();
    const giveUp = setTimeout(() => process.exit(exitCode), STARTUP_DEADLINE_MS).unref();
    // What is told to stop while it begins may fail at that, which is nothing to be told any more.
    const running = await startup.catch(() => undefined);
    clearTimeout(giveUp);
    await running?.close();
  }
}

/** npm passes SIGTERM to the shell between it and us. The shell ends of it, and we would run on with nobody to stop us. */
function stopWithNpm(stop: () => void): void {
  if (process.env.npm_lifecycle_event === undefined) return;
  const shell = process.ppid;
  setInterval(() => {
    if (process.ppid !== shell) stop();
  }, PARENT_CHECK_INTERVAL_MS).unref();
}
