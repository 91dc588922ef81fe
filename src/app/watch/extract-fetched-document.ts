/** Extracts a document from fetched or recorded pages, HTML or PDF. */
import { type CapturedPage, extractDocument } from '../../core/extract/extract-document.ts';
import type { Declaration, PageDeclaration } from '../../domain/catalog.ts';
import type { Extraction } from '../../domain/document.ts';
import type { FetchedPage } from '../ports/analyser.ts';
import type { ParsePdf } from '../ports/pdf.ts';

/** For pages that no catalog declares: all of the page counts. */
export const UNDECLARED_PAGE: PageDeclaration = {
  fetch: '',
  select: [],
  remove: [],
  removeQueryParams: [],
  executeClientScripts: false,
};

/**
 * @param pages one for each page of the declaration and in its order.
 * @param parsePdf without it, a PDF file is unreadable.
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
