/** Hides node-cron: runs a job by a cron expression, one run at a time. */
import { schedule, type TaskOptions } from 'node-cron';
import type { Log } from '../app/ports/log.ts';

/** A run that is late by less than this is made up for; the library's default is one second. */
const MISSED_RUN_TOLERANCE_MS = 3_600_000;

interface ScheduledJob {
  stop(): Promise<void>;
}

/** @param expression five or six cron fields in UTC, validated in bot/config.ts. */
export function scheduleJob(name: string, expression: string, job: () => Promise<void>, log: Log): ScheduledJob {
  const task = schedule(
    expression,
    async () => {
      try {
        await job();
      } catch (error) {
        log.error(`${name} failed`, { err: error });
      }
    },
    {
      name,
      noOverlap: true,
      timezone: 'UTC',
      missedExecutionTolerance: MISSED_RUN_TOLERANCE_MS,
      logger: libraryLog(name, log),
    },
  );
  // After the machine slept, many missed runs come at once; they are logged in one line.
  const missed: Date[] = [];
  task.on('execution:missed', ({ date }) => {
    if (missed.push(date) > 1) return;
    setImmediate(() => {
      const [first, ...more] = missed.splice(0);
      const others = more.length > 0 ? ` and ${more.length} times after that` : '';
      log.warn(`${name} was missed at ${first?.toISOString()}${others}: the program was busy or the machine asleep`);
    });
  });
  return {
    async stop() {
      await task.destroy();
    },
  };
}

/** Passes the library's messages to our log instead of the console. */
function libraryLog(name: string, log: Log): NonNullable<TaskOptions['logger']> {
  const logError = (message: string | Error, error?: Error) =>
    message instanceof Error
      ? log.error(`${name}: ${message.message}`, { err: message })
      : log.error(`${name}: ${message}`, error && { err: error });
  return {
    debug: (message) => log.debug(`${name}: ${message}`),
    info: (message) => log.debug(`${name}: ${message}`),
    warn: (message) => log.warn(`${name}: ${message}`),
    error: logError,
  };
}
