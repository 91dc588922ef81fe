/** How the app has a PDF file read. `src/io/pdf.ts` implements it. */
import type { PdfPage } from '../../core/extract/pdf/pdf-page.ts';
import type { UnreadableReason } from '../../domain/document.ts';

/** Reads the text of a PDF file. Whatever the file is or does is an outcome; it throws only on a bug. */
export type ParsePdf = (bytes: Uint8Array) => Promise<PdfParseResult>;

export type PdfParseResult =
  | { status: 'ok'; pages: PdfPage[] }
  | { status: 'unreadable'; reason: UnreadableReason; detail: string };
