/** Reads what was fetched or recorded as a document, whether its pages are HTML or PDF files. */
import { type CapturedPage, extractDocument } from '../../core/extract/extract-document.ts';
import type { Declaration } from '../../domain/catalog.ts';
import type { Extraction } from '../../domain/document.ts';
import type { ReadPdf } from '../ports/pdf.ts';
import type { PageAnswer } from '../ports/analyser.ts';

/**
 * @param answers one for each page of the declaration and in its order.
 * @param readPdf absent where no PDF file can come; one that comes all the same is unreadable.
 */
export async function readDocument(
  answers: readonly PageAnswer[],
  declaration: Declaration,
  readPdf: ReadPdf = refusePdf,
): Promise<Extraction> {
  const pages: CapturedPage[] = [];
  for (const { body, url } of answers) {
    pages.push(typeof body === 'string' ? { html: body, url } : { pdf: await readPdf(body) });
  }
  return extractDocument(pages, declaration);
}

const refusePdf: ReadPdf = async () => ({ status: 'unreadable', reason: 'unsupported-type', detail: 'a PDF file' });
