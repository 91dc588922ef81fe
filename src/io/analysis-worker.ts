/**
 * Reads what sources sent in a thread of its own, so that no source can hold up or bring down the program. The thread is started
 * by the first question, answers one at a time, stays warm between them and ends when nothing was asked for a while. One that
 * takes too long or too much memory is ended; the next question gets a new one. `reading/program.ts` is what runs in it.
 */
import type { Worker } from 'node:worker_threads';
import type { Analyser, AnalyserCatalog, UnreadableSource } from '../app/ports/analyser.ts';
import { createSerialQueue } from '../app/serial-queue.ts';
import type { WorkerMethod, WorkerReply, WorkerRequest } from './analysis/messages.ts';
import { requestWithLimits, startWorker, type WorkerLimits } from './limited-worker.ts';

/** For one question; waiting for its turn is not counted. */
export interface AnalysisWorkerOptions extends Partial<WorkerLimits> {
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
} as const satisfies Required<AnalysisWorkerOptions>;

/** A bug in the reading, an end of the thread that nobody asked for, or a question after the stop. */
export class AnalysisWorkerError extends Error {
  readonly code: 'bug' | 'thread-ended' | 'stopped';
  constructor(code: AnalysisWorkerError['code'], message: string, cause?: unknown) {
    super(message, { cause });
    this.name = 'ReadingError';
    this.code = code;
  }
}

/** A reader that holds a thread until it is closed; questions still open then are rejected. */
export interface AnalysisWorker extends Analyser {
  close(): Promise<void>;
}

export function createAnalysisWorker(catalog: AnalyserCatalog, options: AnalysisWorkerOptions = {}): AnalysisWorker {
  const limits = { ...DEFAULTS, ...options };
  let thread: Worker | undefined;
  const serially = createSerialQueue();
  let idle: NodeJS.Timeout | undefined;
  let stopped = false;

  const ask = <C extends WorkerMethod>(method: C, ...given: Parameters<Analyser[C]>) =>
    serially(() => askNow({ method, args: given })) as ReturnType<Analyser[C]>;

  async function askNow(question: WorkerRequest): Promise<unknown> {
    if (stopped) throw new AnalysisWorkerError('stopped', 'nothing is read any more: the program stops');
    clearTimeout(idle);
    thread ??= start();
    const asked = thread;
    // The program may end while the thread waits, and not while it reads.
    asked.ref();
    const asking = requestWithLimits<WorkerReply>(asked, limits, () => asked.postMessage(question));
    // One that is being ended is waited for: the program would end before it, and leave the rest open.
    const outcome = await asking.finally(() => thread === asked && asked.unref());
    if (outcome.status === 'answered') {
      idle = setTimeout(() => void end(asked), limits.idleMs).unref();
      if ('failure' in outcome.answer) throw workerError(question, outcome.answer.failure);
      return outcome.answer.result;
    }
    await end(asked);
    switch (outcome.status) {
      case 'took-too-long':
        return exceededLimits('took-too-long', `it was not read within ${limits.deadlineMs / 1000} s`);
      case 'too-much-memory':
        return exceededLimits('too-large', 'it takes too much memory');
      case 'ended':
        if (stopped) throw new AnalysisWorkerError('stopped', 'the program stops while something is read');
        throw new AnalysisWorkerError('thread-ended', `the reading thread ended in ${question.method}`, outcome.cause);
    }
  }

  function start(): Worker {
    const { platforms, crawlers } = catalog;
    const started = startWorker(limits.program, { platforms, crawlers }, limits);
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
    analyseDocument: (...given) => ask('analyseDocument', ...given),
    readStance: (...given) => ask('readStance', ...given),
    parseFeed: (...given) => ask('parseFeed', ...given),
    classifyNews: (...given) => ask('classifyNews', ...given),
    parseSignals: (...given) => ask('parseSignals', ...given),
    parseSignalPage: (...given) => ask('parseSignalPage', ...given),
    observeSignals: (...given) => ask('observeSignals', ...given),
    async close() {
      stopped = true;
      clearTimeout(idle);
      if (thread !== undefined) await end(thread);
    },
  };
}

const exceededLimits = (reason: UnreadableSource['reason'], why: string): UnreadableSource => ({
  status: 'unreadable',
  reason,
  detail: `too much to read: ${why}`,
});

const workerError = ({ method: call }: WorkerRequest, failure: Error): AnalysisWorkerError =>
  new AnalysisWorkerError('bug', `${call} failed: ${failure.message}`, failure);
