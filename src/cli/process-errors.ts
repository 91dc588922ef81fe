/**
 * Handles errors that nobody caught (docs/architecture.md). An unhandled rejection left at most its own work half done: it is logged and
 * the bot goes on. An uncaught exception may have left anything half done: the program ends with one line and the next start recovers from disk.
 */
import type { Log } from '../app/ports/log.ts';
import { redactText } from '../io/log/redact.ts';

/** For programs that run until they are stopped. Others end, which is Node's default. */
export function logUnhandledRejections(log: Log): void {
  process.on('unhandledRejection', (reason) => {
    log.error('unhandled rejection; the bot goes on', {
      err: reason instanceof Error ? reason : new Error(String(reason)),
    });
  });
}

export function exitOnUncaughtException(): void {
  process.on('uncaughtException', (error: unknown) => {
    process.stderr.write(`clausewatch: uncaught exception: ${formatWithLocation(error)}\n`);
    process.exit(1);
  });
}

/** Errors with a code have a message for users; anything else is a bug and shows its stack. */
export function formatError(error: unknown): string {
  if (!(error instanceof Error)) return redactText(String(error));
  return redactText('code' in error ? error.message : (error.stack ?? error.message));
}

/** The message on one line, with the first location of its stack. */
function formatWithLocation(error: unknown): string {
  if (!(error instanceof Error)) return redactText(String(error));
  const location = /^\s+at (.+)$/m.exec(error.stack ?? '')?.[1];
  return redactText(`${error.name}: ${error.message}${location ? ` (${location})` : ''}`.replace(/\s+/g, ' '));
}
