/** Limits requests: one at a time per host with a pause in between, and a maximum of hosts in parallel. */

interface HostRateLimiterOptions {
  /** Minimum time from the end of one task to the start of the next at the same host. */
  spacingMs: number;
  maxParallel: number;
  now: () => number;
  sleep: (ms: number) => Promise<void>;
}

interface HostRateLimiter {
  /** Runs the task when it is its turn, and passes its result or error on. */
  enqueue<T>(host: string, task: () => Promise<T>): Promise<T>;
}

export function createHostRateLimiter({ spacingMs, maxParallel, now, sleep }: HostRateLimiterOptions): HostRateLimiter {
  const queues = new Map<string, HostQueue>();
  const slots = createSemaphore(maxParallel);

  return {
    enqueue(host, task) {
      evictIdleQueues(queues, now());
      const queue = queues.get(host) ?? { last: Promise.resolve(), waiting: 0, freeAt: 0 };
      queues.set(host, queue);
      queue.waiting += 1;

      const turn = queue.last.then(async () => {
        const pauseMs = queue.freeAt - now();
        if (pauseMs > 0) await sleep(pauseMs);
        return slots.run(task);
      });
      // The next task runs after this one, even if this one fails.
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
    async run<T>(task: () => Promise<T>): Promise<T> {
      if (free > 0) free -= 1;
      else await new Promise<void>((enter) => waiting.push(enter));
      try {
        return await task();
      } finally {
        // The slot is handed over directly, so that no other task can take it in between.
        const enterNext = waiting.shift();
        if (enterNext) enterNext();
        else free += 1;
      }
    },
  };
}
