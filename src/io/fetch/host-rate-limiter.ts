/** Politeness: one request at a time to a host, with a pause between two; different hosts side by side, up to a cap. */

export interface HostRateLimiterOptions {
  /** Least time from the end of one visit to a host to the start of the next. */
  spacingMs: number;
  /** How many hosts are visited at the same time. */
  maxParallel: number;
  now: () => number;
  sleep: (ms: number) => Promise<void>;
}

export interface HostRateLimiter {
  /** Runs `visit` when it is its turn at the host, and passes its result or error on. */
  enqueue<T>(host: string, task: () => Promise<T>): Promise<T>;
}

export function createHostRateLimiter({ spacingMs, maxParallel, now, sleep }: HostRateLimiterOptions): HostRateLimiter {
  const queues = new Map<string, HostQueue>();
  const slots = createSemaphore(maxParallel);

  return {
    enqueue(host, visit) {
      evictIdleQueues(queues, now());
      const queue = queues.get(host) ?? { last: Promise.resolve(), waiting: 0, freeAt: 0 };
      queues.set(host, queue);
      queue.waiting += 1;

      const turn = queue.last.then(async () => {
        const pauseMs = queue.freeAt - now();
        if (pauseMs > 0) await sleep(pauseMs);
        return slots.run(visit);
      });
      // The next one comes after this one, however this one ends.
      queue.last = turn.then(leave, leave);
      return turn;

      function leave() {
        queue.waiting -= 1;
        queue.freeAt = now() + spacingMs;
      }
    },
  };
}

interface HostQueue {
  last: Promise<void>;
  waiting: number;
  /** Milliseconds since the epoch. */
  freeAt: number;
}

function evictIdleQueues(queues: Map<string, HostQueue>, nowMs: number): void {
  for (const [host, queue] of queues) {
    if (queue.waiting === 0 && queue.freeAt <= nowMs) queues.delete(host);
  }
}

function createSemaphore(count: number) {
  let free = count;
  const waiting: (() => void)[] = [];

  return {
    async run<T>(work: () => Promise<T>): Promise<T> {
      if (free > 0) free -= 1;
      else await new Promise<void>((enter) => waiting.push(enter));
      try {
        return await work();
      } finally {
        // A slot is handed over directly, so that nobody can slip in between.
        const enterNext = waiting.shift();
        if (enterNext) enterNext();
        else free += 1;
      }
    },
  };
}
