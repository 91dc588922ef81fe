/**
 * Worker threads with limits on time and memory. V8's own heap limit is not enough: memory that outgrows it in a single allocation
 * ends the whole process. So the memory is sampled while the thread works, and V8's limit is set far above for what outruns the sampling.
 */
import { Worker } from 'node:worker_threads';

export interface WorkerLimits {
  /** For one request, including the start of a new thread. */
  deadlineMs: number;
  maxHeapMegabytes: number;
  /** Memory outside the heap. */
  maxBufferMegabytes: number;
}

export type WorkerOutcome<Answer> =
  | { status: 'answered'; answer: Answer }
  | { status: 'took-too-long' | 'too-much-memory' }
  /** The thread ended without an answer; `cause` if an error ended it. */
  | { status: 'ended'; cause?: unknown };

const MEGABYTE = 2 ** 20;
/** More than a thread allocates between two samples. */
const HEAP_HEADROOM_MEGABYTES = 1024;
const MEMORY_CHECK_INTERVAL_MS = 50;

/** Starts a module as a thread. It gets no environment, which holds secrets, and its output is discarded. */
export function startWorker(
  program: URL,
  workerData: unknown,
  { maxHeapMegabytes }: Pick<WorkerLimits, 'maxHeapMegabytes'>,
  transferList: ArrayBuffer[] = [],
): Worker {
  const thread = new Worker(program, {
    workerData,
    transferList,
    env: {},
    stdout: true,
    stderr: true,
    resourceLimits: { maxOldGenerationSizeMb: maxHeapMegabytes + HEAP_HEADROOM_MEGABYTES },
  });
  // Without a listener an error would end the process.
  thread.on('error', () => {});
  return thread;
}

/**
 * Waits for the thread's next message. After any outcome but an answer the caller must terminate the thread.
 * @param send posts the request; a thread that works on its `workerData` needs none.
 */
export async function requestWithLimits<Answer>(
  thread: Worker,
  { deadlineMs, maxHeapMegabytes, maxBufferMegabytes }: WorkerLimits,
  send: () => void = () => {},
): Promise<WorkerOutcome<Answer>> {
  const { promise, resolve } = Promise.withResolvers<WorkerOutcome<Answer>>();
  const onMessage = (answer: Answer) => resolve({ status: 'answered', answer });
  const onError = (cause: unknown) => resolve(isOutOfMemory(cause) ? TOO_MUCH_MEMORY : { status: 'ended', cause });
  const onExit = () => resolve({ status: 'ended' });
  thread.once('message', onMessage).once('error', onError).once('exit', onExit);
  const deadline = setTimeout(() => resolve({ status: 'took-too-long' }), deadlineMs);
  const sampling = setInterval(() => {
    // Rejects if the thread has just ended.
    thread.getHeapStatistics().then(
      ({ used_heap_size, external_memory }) => {
        const isOverLimit =
          used_heap_size > maxHeapMegabytes * MEGABYTE || external_memory > maxBufferMegabytes * MEGABYTE;
        if (isOverLimit) resolve(TOO_MUCH_MEMORY);
      },
      () => {},
    );
  }, MEMORY_CHECK_INTERVAL_MS);
  try {
    send();
    return await promise;
  } finally {
    clearTimeout(deadline);
    clearInterval(sampling);
    thread.off('message', onMessage).off('error', onError).off('exit', onExit);
  }
}

const TOO_MUCH_MEMORY = { status: 'too-much-memory' } as const;

const isOutOfMemory = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY';
