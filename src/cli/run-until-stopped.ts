/** Keeps a program running until a signal stops it or it cannot go on. */

/** A stop waits this long for work in flight; everything recorded is on disk already. */
const STOP_DEADLINE_MS = 8000;
/** A start that is not done by then may be waiting for a network that is not there. */
const STARTUP_DEADLINE_MS = 2000;
const PARENT_CHECK_INTERVAL_MS = 500;

/**
 * Starts a program and closes it on SIGINT or SIGTERM.
 * @param startUp is given a function that ends the program with an error.
 * @throws the error that ended it.
 */
export async function runUntilStopped(
  startUp: (stop: (error: Error) => void) => Promise<{ close(): Promise<void> }>,
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
    // A start that is stopped half-way may fail because of it; nobody needs that error.
    const program = await startup.catch(() => undefined);
    clearTimeout(giveUp);
    await program?.close();
  }
}

/** npm sends SIGTERM to the shell it started us from. The shell ends and does not pass it on, so its end is the signal. */
function stopWithNpm(stop: () => void): void {
  if (process.env.npm_lifecycle_event === undefined) return;
  const shell = process.ppid;
  setInterval(() => {
    if (process.ppid !== shell) stop();
  }, PARENT_CHECK_INTERVAL_MS).unref();
}
