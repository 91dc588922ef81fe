/**
 * Reads PDF files in a thread of their own, one at a time, so that no file can hold up or bring down the program: a thread that
 * takes too long or too much memory is ended. `pdf/read-text.ts` is what runs in it, and hides the library.
 */

import type { ParsePdf, PdfParseResult } from '../app/ports/pdf.ts';
import { createSerialQueue } from '../app/serial-queue.ts';
import { requestWithLimits, startWorker, type WorkerLimits } from './limited-worker.ts';

/** For one file; waiting for its turn is not counted. What it unpacks is in buffers, which the heap does not count. */
export interface PdfParserOptions extends Partial<WorkerLimits> {
  /** Larger files are not begun. A fetched one is smaller as it is; a recorded one may not be. */
  maxBytes?: number;
}

const DEFAULTS = {
  deadlineMs: 20_000,
  maxHeapMegabytes: 256,
  maxBufferMegabytes: 256,
  maxBytes: 32_000_000,
} as const satisfies Required<PdfParserOptions>;

/** Makes a reader. It holds nothing open between two files. */
export function createPdfParser(options: PdfParserOptions = {}): ParsePdf {
  const limits = { ...DEFAULTS, ...options };
  const serially = createSerialQueue();
  return async (bytes) => precheck(bytes, limits.maxBytes) ?? serially(() => parseInThread(bytes, limits));
}

/** The header of a PDF file stands within so many bytes of its start. */
const MAX_HEADER_OFFSET_BYTES = 1024;

function precheck(bytes: Uint8Array, maxBytes: number): PdfParseResult | undefined {
  const start = Buffer.from(bytes.subarray(0, MAX_HEADER_OFFSET_BYTES)).toString('latin1');
  if (!start.includes('%PDF-')) {
    const what = bytes.length === 0 ? 'is empty' : /^\s*</.test(start) ? 'is a web page' : 'is something else';
    return { status: 'unreadable', reason: 'unsupported-type', detail: `said to be a PDF file, but it ${what}` };
  }
  if (bytes.length > maxBytes) return tooLarge(`it has more than ${Math.floor(maxBytes / 1e6)} MB`);
  // What is left of a file that was cut off would pass for all of it.
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).includes('%%EOF')
    ? undefined
    : broken('the PDF file ends in the middle');
}

const WORKER_URL = new URL('./pdf/pdf-worker.ts', import.meta.url);

async function parseInThread(bytes: Uint8Array, limits: Required<PdfParserOptions>): Promise<PdfParseResult> {
  const copy = Uint8Array.from(bytes);
  const thread = startWorker(WORKER_URL, copy, limits, [copy.buffer]);
  try {
    const outcome = await requestWithLimits<PdfParseResult>(thread, limits);
    switch (outcome.status) {
      case 'answered':
        return outcome.answer;
      case 'took-too-long':
        return tooLarge(`it was not read within ${limits.deadlineMs / 1000} s`);
      case 'too-much-memory':
        return tooLarge('it takes too much memory');
      case 'ended':
        if (outcome.cause !== undefined) throw outcome.cause;
        return broken('the PDF file ended its reading');
    }
  } finally {
    await thread.terminate();
  }
}

const tooLarge = (why: string): PdfParseResult => ({
  status: 'unreadable',
  reason: 'too-large',
  detail: `the PDF file is too much to read: ${why}`,
});

const broken = (detail: string): PdfParseResult => ({ status: 'unreadable', reason: 'broken-file', detail });
