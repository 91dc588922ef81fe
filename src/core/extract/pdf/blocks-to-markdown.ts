/** Blocks of a PDF file → Markdown. */
import { escapeInline, escapeLineStart } from '../../text/escape-markdown.ts';
import type { PdfBlock } from './detect-blocks.ts';

const PLAIN_CONTEXT = { inLink: false, inCell: false };
/** An item this many points further to the right is nested. */
const NESTING_INDENT_POINTS = 4;
const MAX_LIST_DEPTH = 6;

/** Ends with one newline; '' for no blocks. */
export function blocksToMarkdown(blocks: readonly PdfBlock[]): string {
  const out: string[] = [];
  let lists: { x: number; width: number }[] = [];
  for (const block of blocks) {
    const isTight = lists.length > 0 && block.kind === 'item';
    if (out.length > 0) out.push(isTight ? '\n' : '\n\n');
    lists = block.kind === 'item' ? enclosingLists(block, lists) : [];
    out.push(toMarkdownLine(block, lists));
  }
  return out.length === 0 ? '' : `${out.join('').toWellFormed()}\n`;
}

/** The text of the blocks in one line, because where a block ends depends on where a page ends. */
export function blocksToIdentityText(blocks: readonly PdfBlock[]): string {
  return blocks
    .map((block) => (block.kind === 'item' && block.marker !== '-' ? `${block.marker} ${block.text}` : block.text))
    .map((text) => escapeInline(text, PLAIN_CONTEXT))
    .join(' ')
    .toWellFormed();
}

type Item = Extract<PdfBlock, { kind: 'item' }>;

function enclosingLists({ x, marker }: Item, lists: { x: number; width: number }[]) {
  const outer = lists.filter((list) => list.x < x - NESTING_INDENT_POINTS).slice(0, MAX_LIST_DEPTH);
  return [...outer, { x, width: marker.length + 1 }];
}

function toMarkdownLine(block: PdfBlock, lists: readonly { width: number }[]): string {
  const text = escapeInline(block.text, PLAIN_CONTEXT);
  switch (block.kind) {
    case 'heading':
      return `${'#'.repeat(block.level)} ${text}`;
    case 'item': {
      const indent = lists.slice(0, -1).reduce((sum, { width }) => sum + width, 0);
      return `${' '.repeat(indent)}${block.marker} ${escapeLineStart(text)}`.trimEnd();
    }
    case 'paragraph':
      return escapeLineStart(text);
  }
}
