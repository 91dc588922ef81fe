/** Parses PDF files; `io/pdf` implements it. */
import type { PdfPage } from '../../core/extract/pdf/pdf-page.ts';
import type { UnreadableResult } from '../../domain/document.ts';

/** Whatever the file is or does is a result; it throws only on a bug. */
export type ParsePdf = (bytes: Uint8Array) => Promise<PdfParseResult>;

export type PdfParseResult = { status: 'ok'; pages: PdfPage[] } | UnreadableResult;
