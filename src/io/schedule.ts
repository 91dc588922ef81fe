/** Hides node-cron: runs a job at the times a cron expression names, never twice at once. */
import { schedule } from 'node-cron';
import type { Log } from '../app/ports/log.ts';

export interface Scheduled {
  stop(): Promise<void>;
}

/** @param expression five or six cron fields, read in UTC; checked in config.ts. */
export function runOnSchedule(name: string, expression: string, job: () => Promise<void>, log: Log): Scheduled {
  const task = schedule(
    expression,
    async () => {
      try {
        await job();
      } catch (error) {
        log.error(`${name} failed`, { err: error });
      }
    },
    { name, noOverlap: true, timezone: 'UTC', suppressMissedWarning: true },
  );
  return {
    async stop() {
      await task.destroy();
    },
  };
}
