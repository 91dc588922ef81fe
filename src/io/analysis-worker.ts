/**
 * Reads what sources sent in a thread of its own, so that no source can hold up or bring down the program. The thread is started
 * by the first question, answers one at a time, stays warm between them and ends when nothing was asked for a while. One that
 * takes too long or too much memory is ended; the next question gets a new one. `reading/program.ts` is what runs in it.
 */
import type { Worker } from 'node:worker_threads';
import { inTurn } from '../app/serial-queue.ts';
import type { Reader, ReadersCatalog, Unread } from '../app/ports/analyser.ts';
import { answerWithin, startThread, type ThreadBounds } from './limited-worker.ts';
import type { Call, Question, ThreadAnswer } from './analysis/messages.ts';

/** For one question; waiting for its turn is not counted. */
export interface ReadingThreadOptions extends Partial<ThreadBounds> {
  /** After so long without a question the thread ends, and its memory is given back. */
  idleMs?: number;
  /** What runs in the thread. */
  program?: URL;
}

const DEFAULTS = {
  // More than a PDF file is given.
  deadlineMs: 30_000,
  maxHeapMegabytes: 384,
  maxBufferMegabytes: 256,
  idleMs: 60_000,
  program: new URL('./analysis/worker.ts', import.meta.url),
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
  const oneByOne = inTurn();
  let idle: NodeJS.Timeout | undefined;
  let stopped = false;

  const ask = <C extends Call>(call: C, ...given: Parameters<Reader[C]>) =>
    oneByOne(() => askNow({ call, given })) as ReturnType<Reader[C]>;

  async function askNow(question: Question): Promise<unknown> {
    if (stopped) throw new ReadingError('stopped', 'nothing is read any more: the program stops');
    clearTimeout(idle);
    thread ??= start();
    const asked = thread;
    // The program may end while the thread waits, and not while it reads.
    asked.ref();
    const asking = answerWithin<ThreadAnswer>(asked, limits, () => asked.postMessage(question));
    // One that is being ended is waited for: the program would end before it, and leave the rest open.
    const outcome = await asking.finally(() => thread === asked && asked.unref());
    if (outcome.status === 'answered') {
      idle = setTimeout(() => void end(asked), limits.idleMs).unref();
      if ('bug' in outcome.answer) throw bugOf(question, outcome.answer.bug);
      return outcome.answer.said;
    }
    await end(asked);
    switch (outcome.status) {
      case 'took-too-long':
        return tooMuch('took-too-long', `it was not read within ${limits.deadlineMs / 1000} s`);
      case 'too-much-memory':
        return tooMuch('too-large', 'it takes too much memory');
      case 'ended':
        if (stopped) throw new ReadingError('stopped', 'the program stops while something is read');
        throw new ReadingError('thread-ended', `the reading thread ended in ${question.call}`, outcome.cause);
    }
  }

  function start(): Worker {
    const { platforms, crawlers } = catalog;
    const started = startThread(limits.program, { platforms, crawlers }, limits);
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

const tooMuch = (reason: Unread['reason'], why: string): Unread => ({
  status: 'unreadable',
  reason,
  detail: `too much to read: ${why}`,
});

const bugOf = ({ call }: Question, bug: Error): ReadingError =>
  new ReadingError('bug', `${call} failed: ${bug.message}`, bug);
