/**
 * What becomes of faults that nobody caught (docs/architecture.md). A promise that fails unheard left nothing half done but itself:
 * the bot says so and goes on, for one fault in one corner should not silence every channel. An exception that nobody caught may have
 * left anything half done: the program ends with one line, and the next start takes up what is on disk.
 */
import type { Log } from '../app/ports/log.ts';
import { redactText } from '../io/log/redact.ts';
import { UsageError } from './cli-command.ts';

/** For a program that runs until it is told to stop. The others end, as Node has it. */
export function logUnhandledRejections(log: Log): void {
  process.on('unhandledRejection', (reason) => {
    log.error('a fault that nobody waited for; the bot goes on', {
      err: reason instanceof Error ? reason : new Error(String(reason)),
    });
  });
}

export function exitOnUncaughtException(): void {
  process.on('uncaughtException', (error: unknown) => {
    process.stderr.write(`clausewatch: ended by a fault of its own: ${formatWithLocation(error)}\n`);
    process.exit(1);
  });
}

/** Errors with a code are meant for people; anything else is a bug and shows where it is. */
export function formatError(error: unknown): string {
  if (!(error instanceof Error)) return redactText(String(error));
  const forPeople = 'code' in error || error instanceof UsageError;
  return redactText(forPeople ? error.message : (error.stack ?? error.message));
}

/** The message, and the first place of its stack. */
function formatWithLocation(error: unknown): string {
  if (!(error instanceof Error)) return redactText(String(error));
  const place = /^\s+at (.+)$/m.exec(error.stack ?? '')?.[1];
  return redactText(`${error.name}: ${error.message}${place ? ` (${place})` : ''}`.replace(/\s+/g, ' '));
}
