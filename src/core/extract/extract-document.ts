/** Page + declaration → version: parse, remove, select, write Markdown, refuse what is not the document. Pure. */
import type { Declaration, PageDeclaration } from '../../domain/catalog.ts';
import type { Extraction, UnreadableReason } from '../../domain/document.ts';
import { detectUnreadable } from './detect-unreadable.ts';
import { toMarkdown } from './html-to-markdown.ts';
import { computeIdentity } from './identity.ts';
import { inlineStreamedSegments } from './inline-streamed-segments.ts';
import { extractMainContent } from './main-content.ts';
import { parseHtml } from './parse-html.ts';
import { extractPdfText } from './pdf/extract-pdf-text.ts';
import type { PdfPage } from './pdf/pdf-page.ts';
import { remove } from './remove.ts';
import { select } from './select.ts';

/** How several pages of one document are joined (Open Terms Archive's `combine`). */
const PAGE_SEPARATOR = '\n\n- - -\n\n';

/**
 * Reads one page as its declaration says.
 * @param html the page as decoded text.
 * @param url where it was fetched; links are resolved against it.
 */
export function extractPage(html: string, page: PageDeclaration, url: string): Extraction {
  const text = extractHtml(html, page, url);
  return text.status === 'ok' ? { ...text, identity: computeIdentity(text.markdown) } : text;
}

type UnreadableExtraction = Exclude<Extraction, { status: 'ok' }>;

function extractHtml(
  html: string,
  page: PageDeclaration,
  url: string,
): { status: 'ok'; markdown: string } | UnreadableExtraction {
  // 1. Read the page.
  const foreign = describeNonHtml(html);
  if (foreign) return { status: 'unreadable', reason: 'unsupported-type', detail: foreign };
  const parsed = parseHtml(html, url);
  inlineStreamedSegments(parsed);
  const links = { baseUrl: parsed.baseUrl, removeQueryParams: page.removeQueryParams };

  // 2. Take out what is unwanted, then find what is wanted.
  const removed = remove(page.remove, parsed);
  if (removed.fault !== undefined) return notFound(removed.fault);
  const selected =
    page.select.length === 0
      ? ({ status: 'found', subtrees: extractMainContent(parsed.document) } as const)
      : select(page.select, parsed);
  if (selected.status !== 'found') return notFound(selected.detail);

  // 3. Write it down, unless it is not the document.
  const markdown = toMarkdown(selected.subtrees, links);
  const unreadable = detectUnreadable(markdown, html);
  if (unreadable) return { status: 'unreadable', ...unreadable };
  return { status: 'ok', markdown };

  /** A page that is something else altogether says so better than "selector missing" does. */
  function notFound(detail: string): UnreadableExtraction {
    const whole = detectUnreadable(toMarkdown([{ node: parsed.document }], links), html);
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
    const text = extractCapturedPage(pages[i] ?? { html: '', url: page.fetch }, page);
    if (text.status === 'unreadable') {
      const which = count > 1 ? `page ${i + 1} of ${count} (${page.fetch}): ` : '';
      return { ...text, detail: which + text.detail };
    }
    texts.push(text);
  }
  const markdown = `${texts.map((text) => text.markdown.trimEnd()).join(PAGE_SEPARATOR)}\n`;
  return {
    status: 'ok',
    markdown,
    identity: computeIdentity(texts.map(({ says }) => says.trimEnd()).join(PAGE_SEPARATOR)),
  };
}

type PageText = { markdown: string; says: string };

/** A PDF file has no elements: what a declaration selects or removes is for pages. */
function extractCapturedPage(
  captured: CapturedPage,
  page: PageDeclaration,
): (PageText & { status: 'ok' }) | UnreadableExtraction {
  if ('pdf' in captured) return captured.pdf.status === 'ok' ? extractPdfText(captured.pdf.pages) : captured.pdf;
  const text = extractHtml(captured.html, page, captured.url);
  return text.status === 'ok' ? { ...text, says: text.markdown } : text;
}

/** Files that servers send under any name and that hold no text for us. */
const NON_HTML_SIGNATURES: readonly [string, string][] = [
  ['%PDF-', 'a PDF file'],
  ['PK\x03\x04', 'a ZIP or Office file'],
  ['\x89PNG', 'a picture'],
  ['\ufffdPNG', 'a picture'],
  ['\x1f\x8b', 'a compressed file'],
];

function describeNonHtml(html: string): string | undefined {
  const start = html.slice(0, 64).trimStart();
  return NON_HTML_SIGNATURES.find(([magic]) => start.startsWith(magic))?.[1];
}
