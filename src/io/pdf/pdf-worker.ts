/** Hides pdf.js (as `unpdf` packs it): runs in a thread, is handed the bytes of a PDF file, answers once with a `PdfReading`. */
import { parentPort, workerData } from 'node:worker_threads';
import { getDocument, PasswordException, type PDFDocumentProxy, type PDFPageProxy } from 'unpdf/pdfjs';
import type { PdfParseResult } from '../../app/ports/pdf.ts';
import type { PdfPage, PdfRun } from '../../core/extract/pdf/pdf-page.ts';

/** No terms are as long; a file can claim any number. */
const MAX_PAGES = 1000;
const MAX_RUNS = 400_000;
const MAX_PDF_CHARS = 5_000_000;

async function readPdf(data: Uint8Array): Promise<PdfParseResult> {
  try {
    const document = await getDocument({ data, ...TEXT_ONLY_OPTIONS, BinaryDataFactory: NoExternalData }).promise;
    const result = await readPages(document);
    return missingCMap === undefined ? result : missingCMapResult(missingCMap);
  } catch (error) {
    if (error instanceof PasswordException) {
      return { status: 'unreadable', reason: 'encrypted', detail: 'the PDF file asks for a password' };
    }
    return damaged(error);
  }
}

/** Whatever else the library throws is about the file. */
function damaged(error: unknown): PdfParseResult {
  const why = error instanceof Error ? error.message.slice(0, MAX_DETAIL_CHARS) : '';
  return { status: 'unreadable', reason: 'broken-file', detail: `the PDF file is damaged: ${why}` };
}

const MAX_DETAIL_CHARS = 120;

/** Nothing is drawn, run or fetched. */
const TEXT_ONLY_OPTIONS = {
  verbosity: 0,
  maxImageSize: 0,
  disableFontFace: true,
  useSystemFonts: false,
  useWasm: false,
  useWorkerFetch: false,
  isOffscreenCanvasSupported: false,
  isImageDecoderSupported: false,
  enableXfa: false,
  disableAutoFetch: true,
  // The names of the fonts tell which are bold.
  fontExtraProperties: true,
} as const;

/** A table of characters that a font relies on the reader having: without it, its text would be missing in silence. */
let missingCMap: string | undefined;

/** Where the library asks for tables, fonts and programs besides the file: there are none. */
class NoExternalData {
  async fetch({ kind, filename }: { kind: string; filename: string }): Promise<never> {
    if (kind === 'cMapUrl') missingCMap ??= filename;
    throw new Error(`there is no ${filename}`);
  }
}

const missingCMapResult = (name: string): PdfParseResult => ({
  status: 'unreadable',
  reason: 'broken-file',
  detail: `the PDF file relies on a table of characters that is not built in: ${name.slice(0, MAX_DETAIL_CHARS)}`,
});

async function readPages(document: PDFDocumentProxy): Promise<PdfParseResult> {
  if (document.numPages > MAX_PAGES) return tooLong(`${document.numPages} pages`);
  const pages: PdfPage[] = [];
  let [runs, characters] = [0, 0];
  for (let number = 1; number <= document.numPages; number++) {
    const page = await readPage(await document.getPage(number));
    pages.push(page);
    runs += page.runs.length;
    for (const { text } of page.runs) characters += text.length;
    if (runs > MAX_RUNS || characters > MAX_PDF_CHARS) return tooLong(`${characters} letters on ${number} pages`);
  }
  return { status: 'ok', pages };
}

const tooLong = (what: string): PdfParseResult => ({
  status: 'unreadable',
  reason: 'too-large',
  detail: `the PDF file is too much to read: it has ${what}`,
});

async function readPage(page: PDFPageProxy): Promise<PdfPage> {
  const { width, height, transform } = page.getViewport({ scale: 1 });
  const { items } = await page.getTextContent();
  const words = items.flatMap((item) => ('str' in item && item.str !== '' ? [item] : []));
  const boldFonts = await boldFontsOf(page, new Set(words.map(({ fontName }) => fontName)));
  const runs: PdfRun[] = [];
  for (const item of words) {
    const [a, b, , d, x, y] = toPageCoordinates(transform, item.transform);
    // What stands askew is a watermark or a stamp.
    if (Math.abs(b) > Math.abs(a) * MAX_SLOPE) continue;
    const size = Math.abs(d);
    runs.push({ text: item.str, x, y, width: item.width, size, bold: boldFonts.has(item.fontName) });
  }
  page.cleanup();
  return { width, height, runs };
}

const MAX_SLOPE = 0.1;

type Matrix = [number, number, number, number, number, number];

/** Where text stands on the page as it is shown: turned as the page is, measured from the top left. */
function toPageCoordinates(page: number[], text: number[]): Matrix {
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = page;
  const [ta = 1, tb = 0, tc = 0, td = 1, te = 0, tf = 0] = text;
  return [a * ta + c * tb, b * ta + d * tb, a * tc + c * td, b * tc + d * td, a * te + c * tf + e, b * te + d * tf + f];
}

const BOLD_NAME = /bold|black|heavy|demi|CMBX/i;

/** The library names fonts only once it has prepared the page for drawing; each font once is enough. */
async function boldFontsOf(page: PDFPageProxy, names: ReadonlySet<string>): Promise<Set<string>> {
  const { commonObjs } = page;
  if ([...names].some((name) => !commonObjs.has(name))) await page.getOperatorList();
  return new Set([...names].filter((name) => commonObjs.has(name) && isBold(commonObjs.get(name))));
}

function isBold(font: { name?: unknown; bold?: unknown; black?: unknown } | null): boolean {
  return font?.bold === true || font?.black === true || BOLD_NAME.test(String(font?.name ?? ''));
}

// The thread's whole work, begun when all of the above is there. Some faults come up where nobody waits for them.
process.on('unhandledRejection', (error) => parentPort?.postMessage(damaged(error)));
parentPort?.postMessage(await readPdf(workerData));
