/** What runs in the reading thread: is asked one question at a time, and answers each with what the reader says, or with a bug. */
import { parentPort, workerData } from 'node:worker_threads';
import { createAnalyser } from '../../app/watch/analyser.ts';
import { parseFeed } from '../feed.ts';
import { loadClauseReader } from '../load-clause-reader.ts';
import { loadNewsModel } from '../load-news-model.ts';
import { createPdfParser } from '../pdf.ts';
import type { WorkerReply, WorkerRequest } from './messages.ts';

// A PDF file has a thread of its own behind this one, with its own bounds: what its library leaves behind ends with it.
const reader = createAnalyser({
  catalog: workerData,
  parsePdf: createPdfParser(),
  parseFeed,
  clauseReader: loadClauseReader(),
  newsModel: loadNewsModel(),
});

async function answer({ method: call, args: given }: WorkerRequest): Promise<WorkerReply> {
  try {
    // Which call takes what is checked where the question is asked.
    const ask = reader[call] as (...given: readonly unknown[]) => Promise<unknown>;
    return { result: await ask(...given) };
  } catch (error) {
    return { failure: error instanceof Error ? error : new Error(String(error)) };
  }
}

parentPort?.on('message', async (question: WorkerRequest) => parentPort?.postMessage(await answer(question)));
