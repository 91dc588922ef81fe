/** Runs in the analysis thread: answers each request with the analyser's result, or with the error that a bug threw. */
import { parentPort, workerData } from 'node:worker_threads';
import { createAnalyser } from '../../app/watch/analyser.ts';
import { parseFeed } from '../feed/parse-feed.ts';
import { loadClauseReader } from '../load-clause-reader.ts';
import { loadNewsModel } from '../load-news-model.ts';
import { createPdfParser } from '../pdf/pdf-parser.ts';
import type { WorkerReply, WorkerRequest } from './messages.ts';

// Each PDF file gets a thread of its own with its own limits, so nothing that pdf.js leaves behind stays here.
const analyser = createAnalyser({
  catalog: workerData,
  parsePdf: createPdfParser(),
  parseFeed,
  clauseReader: loadClauseReader(),
  newsModel: loadNewsModel(),
});

async function answer({ method, args }: WorkerRequest): Promise<WorkerReply> {
  try {
    // The sender's types match arguments to methods.
    const call = analyser[method] as (...args: readonly unknown[]) => Promise<unknown>;
    return { result: await call(...args) };
  } catch (error) {
    return { failure: error instanceof Error ? error : new Error(String(error)) };
  }
}

parentPort?.on('message', async (request: WorkerRequest) => parentPort?.postMessage(await answer(request)));
