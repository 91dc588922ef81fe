/** Hides node-cron: runs a job at the times a cron expression names, never twice at once. */
import { schedule, type TaskOptions } from 'node-cron';
import type { Log } from '../app/ports/log.ts';

/** Late is better than never: a job whose time has passed by less is run. Left to itself the library allows a second. */
const MISSED_RUN_TOLERANCE_MS = 3_600_000;

export interface ScheduledJob {
  stop(): Promise<void>;
}

/** @param expression five or six cron fields, read in UTC; checked in config.ts. */
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
  // After a long sleep of the machine many times were missed at once, and are told in one line.
  const missed: Date[] = [];
  task.on('execution:missed', ({ date }) => {
    if (missed.push(date) > 1) return;
    setImmediate(() => {
      const [first, ...more] = missed.splice(0);
      const others = more.length > 0 ? ` and ${more.length} times after that` : '';
      log.warn(
        `${name} was missed at ${first?.toISOString()}${others}: the program was held up, or the machine asleep`,
      );
    });
  });
  return {
    async stop() {
      await task.destroy();
    },
  };
}

/** What the library has to say, in our log: left to itself it writes to the console. */
function libraryLog(name: string, log: Log): NonNullable<TaskOptions['logger']> {
  const failed = (message: string | Error, error?: Error) =>
    message instanceof Error
      ? log.error(`${name}: ${message.message}`, { err: message })
      : log.error(`${name}: ${message}`, error && { err: error });
  return {
    debug: (message) => log.debug(`${name}: ${message}`),
    info: (message) => log.debug(`${name}: ${message}`),
    warn: (message) => log.warn(`${name}: ${message}`),
    error: failed,
  };
}
