/**
 * Threads for work that may take too long or too much memory. V8's own limit to a thread's heap cannot be relied on: where memory
 * grows past it in one go, it ends the whole program. So the memory is looked at while the thread works, and that limit stands
 * far above, for what grows faster than anybody looks.
 */
import { Worker } from 'node:worker_threads';

export interface WorkerLimits {
  /** For one piece of work, the start of the thread included where it is new. */
  deadlineMs: number;
  maxHeapMegabytes: number;
  /** Of bytes outside the heap. */
  maxBufferMegabytes: number;
}

export type WorkerOutcome<Answer> =
  | { status: 'answered'; answer: Answer }
  | { status: 'took-too-long' | 'too-much-memory' }
  /** The thread ended without an answer; `cause` where it was an error. */
  | { status: 'ended'; cause?: unknown };

const MEGABYTE = 2 ** 20;
/** More than is taken between two looks. */
const HEAP_HEADROOM_MEGABYTES = 1024;
const MEMORY_CHECK_INTERVAL_MS = 50;

/** Starts a program as a thread. It is told nothing of the environment, where secrets are, and what it prints is not heard. */
export function startWorker(
  program: URL,
  given: unknown,
  { maxHeapMegabytes }: Pick<WorkerLimits, 'maxHeapMegabytes'>,
  transferList: ArrayBuffer[] = [],
): Worker {
  const thread = new Worker(program, {
    workerData: given,
    transferList,
    env: {},
    stdout: true,
    stderr: true,
    resourceLimits: { maxOldGenerationSizeMb: maxHeapMegabytes + HEAP_HEADROOM_MEGABYTES },
  });
  // An error that nobody listens to would end the program.
  thread.on('error', () => {});
  return thread;
}

/**
 * Waits for the thread's next message. After any outcome but an answer the thread is to be ended.
 * @param ask what sets the thread to work.
 */
export async function requestWithLimits<Answer>(
  thread: Worker,
  { deadlineMs, maxHeapMegabytes, maxBufferMegabytes }: WorkerLimits,
  ask: () => void = () => {},
): Promise<WorkerOutcome<Answer>> {
  const { promise, resolve } = Promise.withResolvers<WorkerOutcome<Answer>>();
  const onMessage = (answer: Answer) => resolve({ status: 'answered', answer });
  const onError = (cause: unknown) => resolve(isOutOfMemory(cause) ? TOO_MUCH_MEMORY : { status: 'ended', cause });
  const onExit = () => resolve({ status: 'ended' });
  thread.once('message', onMessage).once('error', onError).once('exit', onExit);
  const deadline = setTimeout(() => resolve({ status: 'took-too-long' }), deadlineMs);
  const watch = setInterval(() => {
    // Rejects when the thread has just ended.
    thread.getHeapStatistics().then(
      ({ used_heap_size, external_memory }) => {
        const isTooMuch =
          used_heap_size > maxHeapMegabytes * MEGABYTE || external_memory > maxBufferMegabytes * MEGABYTE;
        if (isTooMuch) resolve(TOO_MUCH_MEMORY);
      },
      () => {},
    );
  }, MEMORY_CHECK_INTERVAL_MS);
  try {
    ask();
    return await promise;
  } finally {
    clearTimeout(deadline);
    clearInterval(watch);
    thread.off('message', onMessage).off('error', onError).off('exit', onExit);
  }
}

const TOO_MUCH_MEMORY = { status: 'too-much-memory' } as const;

const isOutOfMemory = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY';
