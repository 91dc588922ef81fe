/** Page + declaration → version: parse, remove, select, write Markdown, refuse what is not the document. Pure. */
import type { Declaration, Page } from '../../domain/catalog.ts';
import type { Extraction, UnreadableReason } from '../../domain/document.ts';
import { identityOf } from './identity.ts';
import { mainContent } from './main-content.ts';
import { toMarkdown } from './html-to-markdown.ts';
import { parsePage } from './parse-html.ts';
import { readPdfText } from './pdf/extract-pdf-text.ts';
import type { PdfPage } from './pdf/pdf-page.ts';
import { remove } from './remove.ts';
import { unreadableReason } from './detect-unreadable.ts';
import { select } from './select.ts';
import { putStreamedInPlace } from './inline-streamed-segments.ts';

/** How several pages of one document are joined (Open Terms Archive's `combine`). */
const BETWEEN_PAGES = '\n\n- - -\n\n';

/**
 * Reads one page as its declaration says.
 * @param html the page as decoded text.
 * @param url where it was fetched; links are resolved against it.
 */
export function extractPage(html: string, page: Page, url: string): Extraction {
  const text = readHtml(html, page, url);
  return text.status === 'ok' ? { ...text, identity: identityOf(text.markdown) } : text;
}

type Unreadable = Exclude<Extraction, { status: 'ok' }>;

function readHtml(html: string, page: Page, url: string): { status: 'ok'; markdown: string } | Unreadable {
  // 1. Read the page.
  const foreign = foreignType(html);
  if (foreign) return { status: 'unreadable', reason: 'unsupported-type', detail: foreign };
  const parsed = parsePage(html, url);
  putStreamedInPlace(parsed);
  const links = { baseUrl: parsed.baseUrl, removeQueryParams: page.removeQueryParams };

  // 2. Take out what is unwanted, then find what is wanted.
  const removed = remove(page.remove, parsed);
  if (removed.fault !== undefined) return notFound(removed.fault);
  const selected =
    page.select.length === 0
      ? ({ status: 'found', stretches: mainContent(parsed.document) } as const)
      : select(page.select, parsed);
  if (selected.status !== 'found') return notFound(selected.detail);

  // 3. Write it down, unless it is not the document.
  const markdown = toMarkdown(selected.stretches, links);
  const unreadable = unreadableReason(markdown, html);
  if (unreadable) return { status: 'unreadable', ...unreadable };
  return { status: 'ok', markdown };

  /** A page that is something else altogether says so better than "selector missing" does. */
  function notFound(detail: string): Unreadable {
    const whole = unreadableReason(toMarkdown([{ node: parsed.document }], links), html);
    if (whole) return { status: 'unreadable', reason: whole.reason, detail: `${whole.detail}; ${detail}` };
    return { status: 'unreadable', reason: 'selector-missing', detail };
  }
}

/** A page as it was captured: HTML as decoded text, or what was found in a PDF file. */
export type CapturedPage =
  | { html: string; url: string }
  | {
      pdf:
        | { status: 'ok'; pages: readonly PdfPage[] }
        | { status: 'unreadable'; reason: UnreadableReason; detail: string };
    };

/**
 * Reads several pages as one document, in the declaration's order. One unreadable page makes the document unreadable.
 * @param pages what was fetched, one for each page of the declaration and in its order.
 */
export function extractDocument(pages: readonly CapturedPage[], declaration: Declaration): Extraction {
  const count = declaration.pages.length;
  if (pages.length !== count || count === 0) {
    return { status: 'unreadable', reason: 'empty', detail: `${pages.length} of ${count} pages` };
  }
  const texts: PageText[] = [];
  for (const [i, page] of declaration.pages.entries()) {
    const text = readPage(pages[i] ?? { html: '', url: page.fetch }, page);
    if (text.status === 'unreadable') {
      const which = count > 1 ? `page ${i + 1} of ${count} (${page.fetch}): ` : '';
      return { ...text, detail: which + text.detail };
    }
    texts.push(text);
  }
  const markdown = `${texts.map((text) => text.markdown.trimEnd()).join(BETWEEN_PAGES)}\n`;
  return { status: 'ok', markdown, identity: identityOf(texts.map(({ says }) => says.trimEnd()).join(BETWEEN_PAGES)) };
}

type PageText = { markdown: string; says: string };

/** A PDF file has no elements: what a declaration selects or removes is for pages. */
function readPage(captured: CapturedPage, page: Page): (PageText & { status: 'ok' }) | Unreadable {
  if ('pdf' in captured) return captured.pdf.status === 'ok' ? readPdfText(captured.pdf.pages) : captured.pdf;
  const text = readHtml(captured.html, page, captured.url);
  return text.status === 'ok' ? { ...text, says: text.markdown } : text;
}

/** Files that servers send under any name and that hold no text for us. */
const FOREIGN_TYPES: readonly [string, string][] = [
  ['%PDF-', 'a PDF file'],
  ['PK\x03\x04', 'a ZIP or Office file'],
  ['\x89PNG', 'a picture'],
  ['\ufffdPNG', 'a picture'],
  ['\x1f\x8b', 'a compressed file'],
];

function foreignType(html: string): string | undefined {
  const start = html.slice(0, 64).trimStart();
  return FOREIGN_TYPES.find(([magic]) => start.startsWith(magic))?.[1];
}
