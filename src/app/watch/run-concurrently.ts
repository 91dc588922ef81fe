/** Works on sources side by side, some at a time, so that a round never holds more answers in memory than it can read. */

const MAX_CONCURRENT_SOURCES = 12;

/**
 * Begins the work on all sources; hosts take turns, since each is asked only now and then.
 * @returns one promise a source, in their order. One that rejects waits for whoever awaits it, and ends neither the others nor
 * the program meanwhile.
 */
export function runConcurrently<Source extends { url: string }, Result>(
  sources: readonly Source[],
  work: (source: Source) => Promise<Result>,
): Promise<Result>[] {
  const jobs = sources.map((source) => {
    const { promise, resolve, reject } = Promise.withResolvers<Result>();
    promise.catch(() => {});
    const begin = async () => work(source);
    return { source, promise, run: () => begin().then(resolve, reject) };
  });
  const waiting = interleaveHosts(jobs);
  const runWorker = async () => {
    for (let job = waiting.shift(); job !== undefined; job = waiting.shift()) await job.run();
  };
  for (let i = 0; i < MAX_CONCURRENT_SOURCES; i++) void runWorker();
  return jobs.map(({ promise }) => promise);
}

/** The first of each host, then the second of each, and so on. */
function interleaveHosts<Job extends { source: { url: string } }>(jobs: readonly Job[]): Job[] {
  const ofHost = Map.groupBy(jobs, ({ source }) => URL.parse(source.url)?.host);
  const positions = new Map([...ofHost.values()].flatMap((own) => own.map((job, place) => [job, place] as const)));
  return jobs.toSorted((a, b) => (positions.get(a) ?? 0) - (positions.get(b) ?? 0));
}
