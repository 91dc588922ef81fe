/** Runs polls of many sources at once, where none stops another, and logs how each went. */
import type { Analyser } from '../ports/analyser.ts';
import type { Now } from '../ports/clock.ts';
import type { Fetcher } from '../ports/fetch.ts';
import type { Log } from '../ports/log.ts';
import type { Store } from '../ports/store.ts';

/** Bounds the responses held in memory. */
const MAX_CONCURRENT_SOURCES = 12;

/** What every poll works with. */
export interface PollContext {
  store: Store;
  fetcher: Fetcher;
  analyser: Analyser;
  log: Log;
  now: Now;
  /** Least time between the first and the second poll of a change. */
  confirmAfterSeconds: number;
}

/**
 * Starts the work on all sources, a dozen at a time; hosts take turns, since the fetcher paces each of them.
 * @returns one promise for each source, in their order. A rejection waits for whoever awaits it, and ends neither the other work nor
 * the program.
 */
export function runConcurrently<Source extends { url: string }, Result>(
  sources: readonly Source[],
  work: (source: Source) => Promise<Result>,
): Promise<Result>[] {
  const jobs = sources.map((source) => {
    const { promise, resolve, reject } = Promise.withResolvers<Result>();
    promise.catch(() => {});
    const start = async () => work(source);
    return { source, promise, run: () => start().then(resolve, reject) };
  });
  const waiting = interleaveHosts(jobs);
  const runWorker = async () => {
    for (let job = waiting.shift(); job !== undefined; job = waiting.shift()) await job.run();
  };
  for (let i = 0; i < MAX_CONCURRENT_SOURCES; i++) void runWorker();
  return jobs.map(({ promise }) => promise);
}

/** The first job of each host, then the second of each, and so on. */
function interleaveHosts<Job extends { source: { url: string } }>(jobs: readonly Job[]): Job[] {
  const byHost = Map.groupBy(jobs, ({ source }) => URL.parse(source.url)?.host);
  const positions = new Map([...byHost.values()].flatMap((ofHost) => ofHost.map((job, i) => [job, i] as const)));
  return jobs.toSorted((a, b) => (positions.get(a) ?? 0) - (positions.get(b) ?? 0));
}

/** Runs one poll and logs its outcome. A poll that throws has failed, and stops no other. */
export async function runPoll<Result extends { outcome: string; detail?: string }>(
  source: string,
  log: Log,
  poll: () => Promise<Result>,
): Promise<Result | { source: string; outcome: 'failed'; detail: string }> {
  try {
    const result = await poll();
    const { outcome, detail } = result;
    const level = outcome === 'unreadable' || outcome === 'failed' ? 'warn' : 'info';
    log[level](`${source}: ${outcome}${detail ? `, ${detail}` : ''}`);
    return result;
  } catch (error) {
    // A bug or a full disk: the next poll tries again.
    log.error(`${source}: the poll failed`, { err: error });
    return { source, outcome: 'failed', detail: error instanceof Error ? error.message : String(error) };
  }
}
