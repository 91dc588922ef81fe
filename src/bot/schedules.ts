/** What the bot does when: polls and digests by cron, delivery and calendar ticks, second polls. Each start returns its stop. */
import { setTimeout as sleep } from 'node:timers/promises';
import type { ReadModel } from '../app/ask/read-model.ts';
import type { SearchIndex } from '../app/ask/search-index.ts';
import type { Dispatch } from '../app/deliver/dispatch.ts';
import type { Analyser } from '../app/ports/analyser.ts';
import type { Now } from '../app/ports/clock.ts';
import type { Courier } from '../app/ports/courier.ts';
import type { Log } from '../app/ports/log.ts';
import type { Poller, PollerDeps } from '../app/watch/poller.ts';
import { refreshStances } from '../app/watch/refresh-stances.ts';
import { loadClauseReader } from '../io/load-clause-reader.ts';
import { scheduleJob } from '../io/schedule.ts';
import type { Config } from './config.ts';

/** Retry check interval for deliveries; new alerts are sent at once. */
const DELIVERY_TICK_MS = 1000;
/** At a stop, messages in flight have this long to be answered. */
const SHUTDOWN_GRACE_MS = 4000;
/** Check interval for local mornings (digests) and the days on which laws take effect. */
const CALENDAR_TICK_MS = 5 * 60_000;

type Stop = () => Promise<void>;

/** Sends what was left in the outbox, then whatever becomes due. The stop starts nothing more and finishes what is in flight. */
export function startDelivery(dispatch: Dispatch, courier: Courier, log: Log): Stop {
  const logFailure = (error: unknown) => log.error('delivery failed', { err: error });
  dispatch.deliver().catch(logFailure);
  const tick = setInterval(() => dispatch.tick().catch(logFailure), DELIVERY_TICK_MS);
  return async () => {
    clearInterval(tick);
    const giveUp = setTimeout(() => courier.abort(), SHUTDOWN_GRACE_MS);
    await dispatch.stop();
    clearTimeout(giveUp);
  };
}

interface ScheduleDeps {
  poller: Poller;
  readModel: ReadModel;
  searchIndex: SearchIndex;
  analyser: Analyser;
  config: Config;
  log: Log;
  now: Now;
}

/** Polls everything now, then by the configured schedules; meanwhile recomputes outdated stances and warms up the search. */
export function startSchedules({ poller, readModel, searchIndex, analyser, config, log, now }: ScheduleDeps): Stop {
  const run = (name: string, job: () => Promise<unknown>) => {
    job().catch((error) => log.error(`${name} failed`, { err: error }));
  };
  const schedules = [
    scheduleJob(
      'the poll of documents and signals',
      config.policyCron,
      async () => void (await Promise.all([poller.pollDocuments(), poller.pollSignals()])),
      log,
    ),
    scheduleJob('the poll of feeds', config.newsCron, async () => void (await poller.pollFeeds()), log),
    scheduleJob('the digest run', config.digestCron, () => poller.runCalendarJobs({ scheduled: true }), log),
  ];
  const calendar = setInterval(() => run('the calendar check', poller.runCalendarJobs), CALENDAR_TICK_MS);

  run('the first poll of documents', poller.pollDocuments);
  run('the first poll of signals', poller.pollSignals);
  run('the first poll of feeds', poller.pollFeeds);
  run('the first calendar check', poller.runCalendarJobs);
  run('recomputing stances', () => refreshStances({ ...readModel, analyser, clauseReader: loadClauseReader() }));
  run('warming up the search', () => searchIndex.warmUp(now()));
  return async () => {
    clearInterval(calendar);
    await Promise.all(schedules.map((schedule) => schedule.stop()));
  };
}

/** Runs jobs once after a delay, as second polls are. Jobs still waiting when `stopping` aborts are dropped. */
export function createRunAfter(log: Log, stopping: AbortSignal): PollerDeps['runAfter'] {
  return (seconds, job) => {
    sleep(seconds * 1000, undefined, { signal: stopping })
      .then(job)
      .catch((error) => {
        if (!stopping.aborted) log.error('the second poll failed', { err: error });
      });
  };
}
