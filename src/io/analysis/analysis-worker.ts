/**
 * Analyses what sources sent in a worker thread (worker.ts), so that no source can block or crash the program. The first request starts
 * the thread; it answers one request at a time and ends after a while without any. A thread that exceeds its time or memory is terminated,
 * and the next request starts a new one.
 */
import type { Worker } from 'node:worker_threads';
import type { Analyser, AnalyserCatalog } from '../../app/ports/analyser.ts';
import { createSerialQueue } from '../../app/serial-queue.ts';
import type { UnreadableReason, UnreadableResult } from '../../domain/document.ts';
import { requestWithLimits, startWorker, type WorkerLimits } from '../limited-worker.ts';
import type { WorkerMethod, WorkerReply, WorkerRequest } from './messages.ts';

/** Limits for one request; time in the queue does not count. */
export interface AnalysisWorkerOptions extends Partial<WorkerLimits> {
  /** The thread ends after this long without a request, which frees its memory. */
  idleMs?: number;
  /** Module that runs in the thread. */
  program?: URL;
}

const DEFAULTS = {
  // More than for a PDF file.
  deadlineMs: 30_000,
  maxHeapMegabytes: 384,
  maxBufferMegabytes: 256,
  idleMs: 60_000,
  program: new URL('./worker.ts', import.meta.url),
} as const satisfies Required<AnalysisWorkerOptions>;

/** A bug in the analysis, a thread that ended by itself, or a request after `close`. */
export class AnalysisWorkerError extends Error {
  readonly code: 'bug' | 'thread-ended' | 'stopped';
  constructor(code: AnalysisWorkerError['code'], message: string, cause?: unknown) {
    super(message, { cause });
    this.name = 'AnalysisWorkerError';
    this.code = code;
  }
}

/** An analyser that holds a thread until it is closed; pending requests are rejected then. */
export interface AnalysisWorker extends Analyser {
  close(): Promise<void>;
}

export function createAnalysisWorker(catalog: AnalyserCatalog, options: AnalysisWorkerOptions = {}): AnalysisWorker {
  const limits = { ...DEFAULTS, ...options };
  let thread: Worker | undefined;
  const serially = createSerialQueue();
  let idle: NodeJS.Timeout | undefined;
  let stopped = false;

  const call = <M extends WorkerMethod>(method: M, ...args: Parameters<Analyser[M]>) =>
    serially(() => send({ method, args })) as ReturnType<Analyser[M]>;

  async function send(request: WorkerRequest): Promise<unknown> {
    if (stopped) throw new AnalysisWorkerError('stopped', 'the analysis worker is closed');
    clearTimeout(idle);
    thread ??= start();
    const worker = thread;
    // The process may exit while the thread is idle, but not while it works.
    worker.ref();
    const pending = requestWithLimits<WorkerReply>(worker, limits, () => worker.postMessage(request));
    // A thread that is being terminated keeps its ref: without it the process would exit before the other resources are closed.
    const outcome = await pending.finally(() => thread === worker && worker.unref());
    if (outcome.status === 'answered') {
      idle = setTimeout(() => void end(worker), limits.idleMs).unref();
      if ('failure' in outcome.answer) throw bugError(request, outcome.answer.failure);
      return outcome.answer.result;
    }
    await end(worker);
    switch (outcome.status) {
      case 'took-too-long':
        return exceededLimits('took-too-long', `it was not read within ${limits.deadlineMs / 1000} s`);
      case 'too-much-memory':
        return exceededLimits('too-large', 'it takes too much memory');
      case 'ended':
        if (stopped) throw new AnalysisWorkerError('stopped', 'the analysis worker was closed during the request');
        throw new AnalysisWorkerError(
          'thread-ended',
          `the analysis thread ended during ${request.method}`,
          outcome.cause,
        );
    }
  }

  function start(): Worker {
    const { platforms, crawlers } = catalog;
    const started = startWorker(limits.program, { platforms, crawlers }, limits);
    started.on('exit', () => forget(started));
    return started;
  }

  async function end(worker: Worker): Promise<void> {
    forget(worker);
    await worker.terminate();
  }

  function forget(worker: Worker): void {
    if (thread === worker) thread = undefined;
  }

  return {
    analyseDocument: (...args) => call('analyseDocument', ...args),
    readStance: (...args) => call('readStance', ...args),
    parseFeed: (...args) => call('parseFeed', ...args),
    classifyNews: (...args) => call('classifyNews', ...args),
    parseSignals: (...args) => call('parseSignals', ...args),
    parseSignalPage: (...args) => call('parseSignalPage', ...args),
    observeSignals: (...args) => call('observeSignals', ...args),
    async close() {
      stopped = true;
      clearTimeout(idle);
      if (thread !== undefined) await end(thread);
    },
  };
}

const exceededLimits = (reason: UnreadableReason, limit: string): UnreadableResult => ({
  status: 'unreadable',
  reason,
  detail: `too much to read: ${limit}`,
});

const bugError = ({ method }: WorkerRequest, failure: Error): AnalysisWorkerError =>
  new AnalysisWorkerError('bug', `${method} failed: ${failure.message}`, failure);
