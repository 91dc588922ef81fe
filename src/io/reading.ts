/**
 * Reads what sources sent in a thread of its own, so that no source can hold up or bring down the program. The thread is started
 * by the first question, answers one at a time, stays warm between them and ends when nothing was asked for a while. One that
 * takes too long or too much memory is ended; the next question gets a new one. `reading/program.ts` is what runs in it.
 */
import { Worker } from 'node:worker_threads';
import type { Reader, ReadersCatalog, Unread } from '../app/ports/reading.ts';
import type { Call, Question, ThreadAnswer } from './reading/question.ts';

export interface ReadingThreadOptions {
  /** For one question, the start of the thread included; waiting for its turn is not. Longer than a PDF file is given. */
  deadlineMs?: number;
  maxHeapMegabytes?: number;
  /** After so long without a question the thread ends, and its memory is given back. */
  idleMs?: number;
  /** What runs in the thread. */
  program?: URL;
}

const DEFAULTS = {
  deadlineMs: 30_000,
  maxHeapMegabytes: 384,
  idleMs: 60_000,
  program: new URL('./reading/program.ts', import.meta.url),
} as const satisfies Required<ReadingThreadOptions>;

/** A bug in the reading, an end of the thread that nobody asked for, or a question after the stop. */
export class ReadingError extends Error {
  readonly code: 'bug' | 'thread-ended' | 'stopped';
  constructor(code: ReadingError['code'], message: string, cause?: unknown) {
    super(message, { cause });
    this.name = 'ReadingError';
    this.code = code;
  }
}

/** A reader that holds a thread until it is closed; questions still open then are rejected. */
export interface ReadingThread extends Reader {
  close(): Promise<void>;
}

export function createReadingThread(catalog: ReadersCatalog, options: ReadingThreadOptions = {}): ReadingThread {
  const limits = { ...DEFAULTS, ...options };
  let thread: Worker | undefined;
  let last: Promise<unknown> = Promise.resolve();
  let idle: NodeJS.Timeout | undefined;
  let stopped = false;

  /** One after the other, in the order they came, whatever became of the one before. */
  const ask = <C extends Call>(call: C, ...given: Parameters<Reader[C]>): ReturnType<Reader[C]> => {
    const asking = last.then(() => askNow({ call, given }));
    last = asking.catch(() => {});
    return asking as ReturnType<Reader[C]>;
  };

  async function askNow(question: Question): Promise<unknown> {
    if (stopped) throw new ReadingError('stopped', 'nothing is read any more: the program stops');
    clearTimeout(idle);
    thread ??= start();
    const asked = thread;
    const outcome = await outcomeOf(asked, question, limits.deadlineMs);
    if (outcome.status === 'answered') {
      idle = setTimeout(() => void end(asked), limits.idleMs).unref();
      if ('bug' in outcome.answer) throw bugOf(question, outcome.answer.bug);
      return outcome.answer.said;
    }
    await end(asked);
    if (outcome.status === 'unreadable') return outcome;
    if (stopped) throw new ReadingError('stopped', 'the program stops while something is read');
    throw new ReadingError('thread-ended', `the reading thread ended in ${question.call}`, outcome.cause);
  }

  /** It is told nothing of the environment, where secrets are. */
  function start(): Worker {
    const started = new Worker(limits.program, {
      workerData: { platforms: catalog.platforms, crawlers: catalog.crawlers },
      env: {},
      stdout: true,
      stderr: true,
      resourceLimits: { maxOldGenerationSizeMb: limits.maxHeapMegabytes },
    });
    // Between two questions nobody listens, and an error that nobody listens to would end the program.
    started.on('error', () => {});
    started.on('exit', () => forget(started));
    return started;
  }

  async function end(ended: Worker): Promise<void> {
    forget(ended);
    await ended.terminate();
  }

  function forget(ended: Worker): void {
    if (thread === ended) thread = undefined;
  }

  return {
    readDocument: (...given) => ask('readDocument', ...given),
    readStance: (...given) => ask('readStance', ...given),
    readFeed: (...given) => ask('readFeed', ...given),
    readNews: (...given) => ask('readNews', ...given),
    readSignals: (...given) => ask('readSignals', ...given),
    readSignalPage: (...given) => ask('readSignalPage', ...given),
    observeSignals: (...given) => ask('observeSignals', ...given),
    async close() {
      stopped = true;
      clearTimeout(idle);
      if (thread !== undefined) await end(thread);
    },
  };
}

type Outcome = { status: 'answered'; answer: ThreadAnswer } | Unread | { status: 'ended'; cause?: unknown };

/** The program may end while the thread waits, and not while it reads. */
async function outcomeOf(thread: Worker, question: Question, deadlineMs: number): Promise<Outcome> {
  const { promise, resolve } = Promise.withResolvers<Outcome>();
  const onMessage = (answer: ThreadAnswer) => resolve({ status: 'answered', answer });
  const onError = (cause: unknown) => resolve(isOutOfMemory(cause) ? TOO_MUCH_MEMORY : { status: 'ended', cause });
  const onExit = () => resolve({ status: 'ended' });
  thread.once('message', onMessage).once('error', onError).once('exit', onExit);
  const deadline = setTimeout(() => resolve(tookTooLong(deadlineMs)), deadlineMs);
  thread.ref();
  try {
    thread.postMessage(question);
    return await promise;
  } finally {
    thread.unref();
    clearTimeout(deadline);
    thread.off('message', onMessage).off('error', onError).off('exit', onExit);
  }
}

const isOutOfMemory = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY';

const tookTooLong = (deadlineMs: number): Unread => ({
  status: 'unreadable',
  reason: 'took-too-long',
  detail: `too much to read: it was not read within ${deadlineMs / 1000} s`,
});

const TOO_MUCH_MEMORY: Unread = {
  status: 'unreadable',
  reason: 'too-large',
  detail: 'too much to read: it takes too much memory',
};

const bugOf = ({ call }: Question, bug: Error): ReadingError =>
  new ReadingError('bug', `${call} failed: ${bug.message}`, bug);
