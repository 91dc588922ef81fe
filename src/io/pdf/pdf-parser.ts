/**
 * Parses PDF files, each in a worker thread of its own (pdf-worker.ts), one at a time, so that no file can block or crash the program: a
 * thread that exceeds its time or memory is terminated.
 */
import type { ParsePdf, PdfParseResult } from '../../app/ports/pdf.ts';
import { createSerialQueue } from '../../app/serial-queue.ts';
import { requestWithLimits, startWorker, type WorkerLimits } from '../limited-worker.ts';

/** Limits for one file; time in the queue does not count. Unpacked streams are buffers, outside the heap. */
export interface PdfParserOptions extends Partial<WorkerLimits> {
  /** Of the file. Fetched files are smaller anyway; recorded ones may not be. */
  maxBytes?: number;
}

const DEFAULTS = {
  deadlineMs: 20_000,
  maxHeapMegabytes: 256,
  maxBufferMegabytes: 256,
  maxBytes: 32_000_000,
} as const satisfies Required<PdfParserOptions>;

export function createPdfParser(options: PdfParserOptions = {}): ParsePdf {
  const limits = { ...DEFAULTS, ...options };
  const serially = createSerialQueue();
  return async (bytes) => precheck(bytes, limits.maxBytes) ?? serially(() => parseInThread(bytes, limits));
}

const MAX_HEADER_OFFSET_BYTES = 1024;

function precheck(bytes: Uint8Array, maxBytes: number): PdfParseResult | undefined {
  const start = Buffer.from(bytes.subarray(0, MAX_HEADER_OFFSET_BYTES)).toString('latin1');
  if (!start.includes('%PDF-')) {
    const actual = bytes.length === 0 ? 'is empty' : /^\s*</.test(start) ? 'is a web page' : 'is something else';
    return { status: 'unreadable', reason: 'unsupported-type', detail: `declared as a PDF file, but it ${actual}` };
  }
  if (bytes.length > maxBytes) return tooLarge(`it has more than ${Math.floor(maxBytes / 1e6)} MB`);
  // pdf.js would read the rest of a truncated file as if it were whole.
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).includes('%%EOF')
    ? undefined
    : broken('the PDF file ends in the middle');
}

const WORKER_URL = new URL('./pdf-worker.ts', import.meta.url);

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
        return broken('the PDF file crashed its parser');
    }
  } finally {
    await thread.terminate();
  }
}

const tooLarge = (limit: string): PdfParseResult => ({
  status: 'unreadable',
  reason: 'too-large',
  detail: `the PDF file is too much to read: ${limit}`,
});

const broken = (detail: string): PdfParseResult => ({ status: 'unreadable', reason: 'broken-file', detail });
