/** Hides pdf.js (as packed by `unpdf`): runs in a worker thread that parses the one PDF file in its `workerData` and posts one result. */
import { parentPort, workerData } from 'node:worker_threads';
import { getDocument, PasswordException, type PDFDocumentProxy, type PDFPageProxy } from 'unpdf/pdfjs';
import type { PdfParseResult } from '../../app/ports/pdf.ts';
import type { PdfPage, PdfRun } from '../../core/extract/pdf/pdf-page.ts';

/** Longer than any terms; a file can claim any number. */
const MAX_PAGES = 1000;
const MAX_RUNS = 400_000;
const MAX_PDF_CHARS = 5_000_000;

async function readPdf(data: Uint8Array): Promise<PdfParseResult> {
  try {
    let missingCMap: string | undefined;
    /** pdf.js asks here for tables, fonts and programs that are not in the file; there are none. */
    class NoExternalData {
      async fetch({ kind, filename }: { kind: string; filename: string }): Promise<never> {
        if (kind === 'cMapUrl') missingCMap ??= filename;
        throw new Error(`there is no ${filename}`);
      }
    }
    const document = await getDocument({ data, ...TEXT_ONLY_OPTIONS, BinaryDataFactory: NoExternalData }).promise;
    const result = await readPages(document);
    // Without a font's character table its text would be missing silently.
    return missingCMap === undefined ? result : missingCMapResult(missingCMap);
  } catch (error) {
    if (error instanceof PasswordException) {
      return { status: 'unreadable', reason: 'encrypted', detail: 'the PDF file needs a password' };
    }
    return damaged(error);
  }
}

/** Any other error of the library is about the file. */
function damaged(error: unknown): PdfParseResult {
  const message = error instanceof Error ? error.message.slice(0, MAX_DETAIL_CHARS) : '';
  return { status: 'unreadable', reason: 'broken-file', detail: `the PDF file is damaged: ${message}` };
}

const MAX_DETAIL_CHARS = 120;

/** Draws, runs and fetches nothing. */
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
  // Font names tell which fonts are bold.
  fontExtraProperties: true,
} as const;

const missingCMapResult = (name: string): PdfParseResult => ({
  status: 'unreadable',
  reason: 'broken-file',
  detail: `the PDF file needs a character table that is not built in: ${name.slice(0, MAX_DETAIL_CHARS)}`,
});

async function readPages(document: PDFDocumentProxy): Promise<PdfParseResult> {
  if (document.numPages > MAX_PAGES) return tooLong(`${document.numPages} pages`);
  const pages: PdfPage[] = [];
  let [runCount, charCount] = [0, 0];
  for (let number = 1; number <= document.numPages; number++) {
    const page = await readPage(await document.getPage(number));
    pages.push(page);
    runCount += page.runs.length;
    for (const { text } of page.runs) charCount += text.length;
    if (runCount > MAX_RUNS || charCount > MAX_PDF_CHARS) return tooLong(`${charCount} characters on ${number} pages`);
  }
  return { status: 'ok', pages };
}

const tooLong = (size: string): PdfParseResult => ({
  status: 'unreadable',
  reason: 'too-large',
  detail: `the PDF file is too much to read: it has ${size}`,
});

async function readPage(page: PDFPageProxy): Promise<PdfPage> {
  const { width, height, transform } = page.getViewport({ scale: 1 });
  const { items } = await page.getTextContent();
  const textItems = items.flatMap((item) => ('str' in item && item.str !== '' ? [item] : []));
  const boldFonts = await boldFontsOf(page, new Set(textItems.map(({ fontName }) => fontName)));
  const runs: PdfRun[] = [];
  for (const item of textItems) {
    const [a, b, , d, x, y] = toPageCoordinates(transform, item.transform);
    // Slanted text is a watermark or a stamp.
    if (Math.abs(b) > Math.abs(a) * MAX_SLOPE) continue;
    const size = Math.abs(d);
    runs.push({ text: item.str, x, y, width: item.width, size, bold: boldFonts.has(item.fontName) });
  }
  page.cleanup();
  return { width, height, runs };
}

const MAX_SLOPE = 0.1;

type Matrix = [number, number, number, number, number, number];

/** The text's position on the page as displayed: rotated with the page, measured from the top left. */
function toPageCoordinates(page: number[], text: number[]): Matrix {
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = page;
  const [ta = 1, tb = 0, tc = 0, td = 1, te = 0, tf = 0] = text;
  return [a * ta + c * tb, b * ta + d * tb, a * tc + c * td, b * tc + d * td, a * te + c * tf + e, b * te + d * tf + f];
}

const BOLD_NAME = /bold|black|heavy|demi|CMBX/i;

/** The library knows font names only after it has prepared a page for drawing; once per font is enough. */
async function boldFontsOf(page: PDFPageProxy, names: ReadonlySet<string>): Promise<Set<string>> {
  const { commonObjs } = page;
  if ([...names].some((name) => !commonObjs.has(name))) await page.getOperatorList();
  return new Set([...names].filter((name) => commonObjs.has(name) && isBold(commonObjs.get(name))));
}

function isBold(font: { name?: unknown; bold?: unknown; black?: unknown } | null): boolean {
  return font?.bold === true || font?.black === true || BOLD_NAME.test(String(font?.name ?? ''));
}

// Some errors of the library reject promises that nobody awaits.
process.on('unhandledRejection', (error) => parentPort?.postMessage(damaged(error)));
parentPort?.postMessage(await readPdf(workerData));
