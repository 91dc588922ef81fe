/**
 * Reads PDF files in a thread of their own, one at a time, so that no file can hold up or bring down the program: a thread that
 * takes too long or too much memory is ended. `pdf/read-text.ts` is what runs in it, and hides the library.
 */
import { Worker } from 'node:worker_threads';
import type { PdfReading, ReadPdf } from '../app/ports/pdf.ts';

export interface PdfReaderOptions {
  /** For one file, the start of the thread included; waiting for its turn is not. */
  deadlineMs?: number;
  /** Of what the library makes of a file. */
  maxHeapMegabytes?: number;
  /** Of the bytes it unpacks, which the heap does not count. */
  maxBufferMegabytes?: number;
  /** Larger files are not begun. A fetched one is smaller as it is; a recorded one may not be. */
  maxBytes?: number;
}

const DEFAULTS = {
  deadlineMs: 20_000,
  maxHeapMegabytes: 256,
  maxBufferMegabytes: 256,
  maxBytes: 32_000_000,
} as const satisfies Required<PdfReaderOptions>;

/** Makes a reader. It holds nothing open between two files. */
export function createPdfReader(options: PdfReaderOptions = {}): ReadPdf {
  const limits = { ...DEFAULTS, ...options };
  let last: Promise<unknown> = Promise.resolve();
  return (bytes) => {
    const objection = objectionTo(bytes, limits.maxBytes);
    if (objection !== undefined) return Promise.resolve(objection);
    const reading = last.then(() => readInThread(bytes, limits));
    last = reading.catch(() => {});
    return reading;
  };
}

/** The header of a PDF file stands within so many bytes of its start. */
const HEADER_WITHIN_BYTES = 1024;

function objectionTo(bytes: Uint8Array, maxBytes: number): PdfReading | undefined {
  const start = Buffer.from(bytes.subarray(0, HEADER_WITHIN_BYTES)).toString('latin1');
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

const THREAD = new URL('./pdf/read-text.ts', import.meta.url);
const WATCH_EVERY_MS = 50;
const YOUNG_HEAP_MEGABYTES = 32;

function readInThread(bytes: Uint8Array, limits: Required<PdfReaderOptions>): Promise<PdfReading> {
  const { promise, resolve, reject } = Promise.withResolvers<PdfReading>();
  const copy = Uint8Array.from(bytes);
  const thread = new Worker(THREAD, {
    workerData: copy,
    transferList: [copy.buffer],
    env: {},
    stdout: true,
    stderr: true,
    resourceLimits: { maxOldGenerationSizeMb: limits.maxHeapMegabytes, maxYoungGenerationSizeMb: YOUNG_HEAP_MEGABYTES },
  });
  thread.on('message', resolve);
  thread.on('error', (error) => {
    if ('code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY') resolve(TOO_MUCH_MEMORY);
    else reject(error);
  });
  thread.on('exit', () => resolve(broken('the PDF file ended its reading')));

  const deadline = setTimeout(() => {
    resolve(tooLarge(`it was not read within ${limits.deadlineMs / 1000} s`));
  }, limits.deadlineMs);
  const watch = setInterval(() => {
    // Rejects when the thread has just ended.
    thread.getHeapStatistics().then(
      ({ external_memory }) => {
        if (external_memory > limits.maxBufferMegabytes * 2 ** 20) resolve(TOO_MUCH_MEMORY);
      },
      () => {},
    );
  }, WATCH_EVERY_MS);
  return promise.finally(async () => {
    clearTimeout(deadline);
    clearInterval(watch);
    await thread.terminate();
  });
}

const tooLarge = (why: string): PdfReading => ({
  status: 'unreadable',
  reason: 'too-large',
  detail: `the PDF file is too much to read: ${why}`,
});

const broken = (detail: string): PdfReading => ({ status: 'unreadable', reason: 'broken-file', detail });

const TOO_MUCH_MEMORY = tooLarge('it takes too much memory');
