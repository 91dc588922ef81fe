/** What runs in the reading thread: is asked one question at a time, and answers each with what the reader says, or with a bug. */
import { parentPort, workerData } from 'node:worker_threads';
import { createReader } from '../../app/watch/analyser.ts';
import { clauseReaderFrom } from '../load-clause-reader.ts';
import { parseFeed } from '../feed.ts';
import { newsModelFrom } from '../load-news-model.ts';
import { createPdfReader } from '../pdf.ts';
import type { Question, ThreadAnswer } from './messages.ts';

// A PDF file has a thread of its own behind this one, with its own bounds: what its library leaves behind ends with it.
const reader = createReader({
  catalog: workerData,
  readPdf: createPdfReader(),
  parseFeed,
  clauseReader: clauseReaderFrom(),
  newsModel: newsModelFrom(),
});

async function answer({ call, given }: Question): Promise<ThreadAnswer> {
  try {
    // Which call takes what is checked where the question is asked.
    const ask = reader[call] as (...given: readonly unknown[]) => Promise<unknown>;
    return { said: await ask(...given) };
  } catch (error) {
    return { bug: error instanceof Error ? error : new Error(String(error)) };
  }
}

parentPort?.on('message', async (question: Question) => parentPort?.postMessage(await answer(question)));
