/** Reads what was fetched or recorded as a document, whether its pages are HTML or PDF files. */
import { type CapturedPage, extractDocument } from '../../core/extract/extract-document.ts';
import type { Declaration } from '../../domain/catalog.ts';
import type { Extraction } from '../../domain/document.ts';
import type { FetchedPage } from '../ports/analyser.ts';
import type { ParsePdf } from '../ports/pdf.ts';

/**
 * @param pages one for each page of the declaration and in its order.
 * @param parsePdf absent where no PDF file can come; one that comes all the same is unreadable.
 */
export async function extractFetchedDocument(
  pages: readonly FetchedPage[],
  declaration: Declaration,
  parsePdf: ParsePdf = rejectPdf,
): Promise<Extraction> {
  const captured: CapturedPage[] = [];
  for (const { body, url } of pages) {
    captured.push(typeof body === 'string' ? { html: body, url } : { pdf: await parsePdf(body) });
  }
  return extractDocument(captured, declaration);
}

const rejectPdf: ParsePdf = async () => ({ status: 'unreadable', reason: 'unsupported-type', detail: 'a PDF file' });
