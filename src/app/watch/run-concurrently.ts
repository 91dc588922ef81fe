/** Works on sources side by side, some at a time, so that a round never holds more answers in memory than it can read. */

const MOST_AT_ONCE = 12;

/**
 * Begins the work on all sources; hosts take turns, since each is asked only now and then.
 * @returns one promise a source, in their order. One that rejects waits for whoever awaits it, and ends neither the others nor
 * the program meanwhile.
 */
export function sideBySide<Source extends { url: string }, Result>(
  sources: readonly Source[],
  work: (source: Source) => Promise<Result>,
): Promise<Result>[] {
  const jobs = sources.map((source) => {
    const { promise, resolve, reject } = Promise.withResolvers<Result>();
    promise.catch(() => {});
    const begin = async () => work(source);
    return { source, promise, run: () => begin().then(resolve, reject) };
  });
  const waiting = hostsInTurn(jobs);
  const goOn = async () => {
    for (let job = waiting.shift(); job !== undefined; job = waiting.shift()) await job.run();
  };
  for (let i = 0; i < MOST_AT_ONCE; i++) void goOn();
  return jobs.map(({ promise }) => promise);
}

/** The first of each host, then the second of each, and so on. */
function hostsInTurn<Job extends { source: { url: string } }>(jobs: readonly Job[]): Job[] {
  const ofHost = Map.groupBy(jobs, ({ source }) => URL.parse(source.url)?.host);
  const places = new Map([...ofHost.values()].flatMap((own) => own.map((job, place) => [job, place] as const)));
  return jobs.toSorted((a, b) => (places.get(a) ?? 0) - (places.get(b) ?? 0));
}
