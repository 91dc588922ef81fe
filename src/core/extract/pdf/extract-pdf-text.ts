/** The text of a PDF file → what a version is made of: lines, without running titles, as headings, lists and paragraphs. Pure. */
import type { UnreadableReason } from '../../../domain/document.ts';
import { detectUnreadable } from '../detect-unreadable.ts';
import { assembleLines } from './assemble-lines.ts';
import { blocksToIdentityText, blocksToMarkdown } from './blocks-to-markdown.ts';
import { detectPdfBlocks } from './detect-blocks.ts';
import type { PdfPage } from './pdf-page.ts';
import { removeRunningHeaders } from './running-headers.ts';

export type PdfTextExtraction =
  | {
      status: 'ok';
      markdown: string;
      /** What its identity rests on. */
      says: string;
    }
  | { status: 'unreadable'; reason: UnreadableReason; detail: string };

/** Reads the pages as one text. A paragraph goes on over the end of a line, a column or a page. */
export function extractPdfText(pages: readonly PdfPage[]): PdfTextExtraction {
  // 1. Refuse what shows letters nobody can tell.
  if (isGarbled(pages)) {
    return {
      status: 'unreadable',
      reason: 'broken-file',
      detail: 'the fonts of the PDF file do not say what their letters are',
    };
  }

  // 2. Read the lines and write them down.
  const blocks = detectPdfBlocks(removeRunningHeaders(assembleLines(pages), pages)).filter(({ text }) => text !== '');
  const markdown = blocksToMarkdown(blocks);

  // 3. Refuse pictures of pages, and what is not the document.
  const words = markdown.match(/[\p{L}\p{N}]+/gu)?.length ?? 0;
  if (words === 0 || (pages.length > 1 && words < pages.length * MIN_WORDS_PER_PAGE)) {
    const detail = `${words} words in a PDF file of ${pages.length} page(s): pictures of text are not read`;
    return { status: 'unreadable', reason: 'no-text', detail };
  }
  const unreadable = detectUnreadable(markdown);
  if (unreadable) return { status: 'unreadable', ...unreadable };
  return { status: 'ok', markdown, says: blocksToIdentityText(blocks) };
}

/** Fewer on average are the stamp of a scanner. */
const MIN_WORDS_PER_PAGE = 6;

/** Letters of a font without a table of what they are. A bullet now and then is one of them. */
const UNMAPPED_CHARACTER = /[\p{Co}\ufffd[\p{Cc}--\s]]/gv;
const MAX_GARBLED_SHARE = 0.2;

function isGarbled(pages: readonly PdfPage[]): boolean {
  let [garbled, all] = [0, 0];
  for (const { runs } of pages) {
    for (const { text } of runs) {
      garbled += text.match(UNMAPPED_CHARACTER)?.length ?? 0;
      all += text.length;
    }
  }
  return garbled > all * MAX_GARBLED_SHARE;
}
