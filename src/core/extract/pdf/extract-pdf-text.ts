/** The text of a PDF file → Markdown with headings, lists and paragraphs, without running headers. Pure. */
import type { UnreadableResult } from '../../../domain/document.ts';
import { detectUnreadable } from '../checks/detect-unreadable.ts';
import { assembleLines } from './assemble-lines.ts';
import { blocksToIdentityText, blocksToMarkdown } from './blocks-to-markdown.ts';
import { detectPdfBlocks } from './detect-blocks.ts';
import type { PdfPage } from './pdf-page.ts';
import { removeRunningHeaders } from './running-headers.ts';

/**
 * Reads the pages as one text: paragraphs continue across lines, columns and pages.
 * @returns `identityText`: what the identity is computed from.
 */
export function extractPdfText(
  pages: readonly PdfPage[],
): { status: 'ok'; markdown: string; identityText: string } | UnreadableResult {
  // 1. Reject fonts whose letters are unknown.
  if (isGarbled(pages)) {
    return {
      status: 'unreadable',
      reason: 'broken-file',
      detail: 'the fonts of the PDF file do not say which characters their letters are',
    };
  }

  // 2. Turn lines into blocks and write them as Markdown.
  const blocks = detectPdfBlocks(removeRunningHeaders(assembleLines(pages), pages)).filter(({ text }) => text !== '');
  const markdown = blocksToMarkdown(blocks);

  // 3. Reject scanned pages, and what is not the document.
  const words = markdown.match(/[\p{L}\p{N}]+/gu)?.length ?? 0;
  if (words === 0 || (pages.length > 1 && words < pages.length * MIN_WORDS_PER_PAGE)) {
    const detail = `${words} words in a PDF file of ${pages.length} page(s): pictures of text are not read`;
    return { status: 'unreadable', reason: 'no-text', detail };
  }
  const unreadable = detectUnreadable(markdown);
  if (unreadable) return { status: 'unreadable', ...unreadable };
  return { status: 'ok', markdown, identityText: blocksToIdentityText(blocks) };
}

/** Fewer words a page are the stamp of a scanner. */
const MIN_WORDS_PER_PAGE = 6;

/** Characters of a font that does not say what they are. Some bullets are among them. */
const UNMAPPED_CHARACTER = /[\p{Co}\ufffd[\p{Cc}--\s]]/gv;
const MAX_GARBLED_SHARE = 0.2;

function isGarbled(pages: readonly PdfPage[]): boolean {
  let [garbled, total] = [0, 0];
  for (const { runs } of pages) {
    for (const { text } of runs) {
      garbled += text.match(UNMAPPED_CHARACTER)?.length ?? 0;
      total += text.length;
    }
  }
  return garbled > total * MAX_GARBLED_SHARE;
}
