/** Captured pages + declaration → the document's text, or why there is none. Pure. */
import type { Declaration, PageDeclaration } from '../../domain/catalog.ts';
import type { Extraction, UnreadableResult } from '../../domain/document.ts';
import { removeContent, selectContent } from './apply-selectors.ts';
import { findBoilerplate } from './boilerplate.ts';
import { detectUnreadable } from './checks/detect-unreadable.ts';
import type { PageTree } from './dom.ts';
import { toMarkdown } from './html-to-markdown.ts';
import { computeIdentity } from './identity.ts';
import { inlineStreamedSegments } from './inline-streamed-segments.ts';
import { findMainContent } from './main-content.ts';
import { parseHtml } from './parse-html.ts';
import { extractPdfText } from './pdf/extract-pdf-text.ts';
import type { PdfPage } from './pdf/pdf-page.ts';
import type { SelectedSubtree } from './resolve-selector.ts';
import { measureText } from './text-metrics.ts';
import { unwrapNoscript } from './unwrap-noscript.ts';

/** A page as it was captured: HTML as decoded text and its URL, or what was found in a PDF file. */
export type CapturedPage =
  | { html: string; url: string }
  | { pdf: { status: 'ok'; pages: readonly PdfPage[] } | UnreadableResult };

/** Joins the pages of a document, as Open Terms Archive's `combine` does. */
const PAGE_SEPARATOR = '\n\n- - -\n\n';

/**
 * Extracts several pages as one document. One unreadable page makes the document unreadable.
 * @param pages one for each page of the declaration, in its order.
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
  const identityText = texts.map((text) => text.identityText.trimEnd()).join(PAGE_SEPARATOR);
  return { status: 'ok', markdown, identity: computeIdentity(identityText) };
}

interface PageText {
  status: 'ok';
  markdown: string;
  /** What the identity is computed from. */
  identityText: string;
}

/** Selectors are for HTML: a PDF file has no elements. */
function extractCapturedPage(captured: CapturedPage, page: PageDeclaration): PageText | UnreadableResult {
  if ('pdf' in captured) return captured.pdf.status === 'ok' ? extractPdfText(captured.pdf.pages) : captured.pdf;
  const text = extractHtml(captured.html, page, captured.url);
  return text.status === 'ok' ? { ...text, identityText: text.markdown } : text;
}

/**
 * Extracts one HTML page as its declaration says.
 * @param html decoded text.
 * @param url where it was fetched; links are resolved against it.
 */
export function extractPage(html: string, page: PageDeclaration, url: string): Extraction {
  const text = extractHtml(html, page, url);
  return text.status === 'ok' ? { ...text, identity: computeIdentity(text.markdown) } : text;
}

function extractHtml(
  html: string,
  declaration: PageDeclaration,
  url: string,
): { status: 'ok'; markdown: string } | UnreadableResult {
  // 1. Parse the page.
  const fileType = detectFileType(html);
  if (fileType) return { status: 'unreadable', reason: 'unsupported-type', detail: fileType };
  const page = parseHtml(html, url);
  inlineStreamedSegments(page);
  const links = { baseUrl: page.baseUrl, removeQueryParams: declaration.removeQueryParams };

  // 2. Remove what is unwanted, then select what is wanted.
  const removed = removeContent(declaration.remove, page);
  if (removed.fault !== undefined) return selectorMissing(removed.fault);
  const selected =
    declaration.select.length === 0
      ? ({ status: 'found', subtrees: isolateMainContent(page) } as const)
      : selectContent(declaration.select, page);
  if (selected.status !== 'found') return selectorMissing(selected.detail);

  // 3. Write it as Markdown, unless it is not the document.
  const markdown = toMarkdown(selected.subtrees, links);
  const unreadable = detectUnreadable(markdown, html);
  return unreadable ? { status: 'unreadable', ...unreadable } : { status: 'ok', markdown };

  /** Where the whole page is a wall or an error, that is the better explanation. */
  function selectorMissing(detail: string): UnreadableResult {
    const whole = detectUnreadable(toMarkdown([{ node: page.document }], links), html);
    if (whole) return { status: 'unreadable', reason: whole.reason, detail: `${whole.detail}; ${detail}` };
    return { status: 'unreadable', reason: 'selector-missing', detail };
  }
}

/** Without selectors: takes the boilerplate out of the tree and finds the main content in what is left. */
function isolateMainContent(page: PageTree): SelectedSubtree[] {
  const metricsByNode = measureText(page.document);
  const isChanged = unwrapNoscript(page, metricsByNode);
  page.detach(findBoilerplate(page.document, isChanged ? measureText(page.document) : metricsByNode));
  return findMainContent(page.document);
}

/** Files without HTML that servers send under any content type. */
const FILE_SIGNATURES: readonly [string, string][] = [
  ['%PDF-', 'a PDF file'],
  ['PK\x03\x04', 'a ZIP or Office file'],
  ['\x89PNG', 'a picture'],
  ['\ufffdPNG', 'a picture'],
  ['\x1f\x8b', 'a compressed file'],
];

function detectFileType(html: string): string | undefined {
  const start = html.slice(0, 64).trimStart();
  return FILE_SIGNATURES.find(([signature]) => start.startsWith(signature))?.[1];
}
