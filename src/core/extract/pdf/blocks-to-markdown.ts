/** Blocks of a PDF file → Markdown. */
import { escapeInline, escapeLineStart } from '../text.ts';
import type { PdfBlock } from './detect-blocks.ts';

const IN_TEXT = { inLink: false, inCell: false };
/** Points to the right that make a list one level deeper. */
const DEEPER = 4;
const DEEPEST = 6;

/** One newline at the end; nothing for nothing. */
export function writeBlocks(blocks: readonly PdfBlock[]): string {
  const out: string[] = [];
  let lists: { x: number; width: number }[] = [];
  for (const block of blocks) {
    const continues = lists.length > 0 && block.kind === 'item';
    if (out.length > 0) out.push(continues ? '\n' : '\n\n');
    lists = block.kind === 'item' ? listsAround(block, lists) : [];
    out.push(lineOf(block, lists));
  }
  return out.length === 0 ? '' : `${out.join('').toWellFormed()}\n`;
}

/** What the blocks say, one after the other, in one line: where a block ends depends on where a page does. */
export function saidBy(blocks: readonly PdfBlock[]): string {
  return blocks
    .map((block) => (block.kind === 'item' && block.marker !== '-' ? `${block.marker} ${block.text}` : block.text))
    .map((text) => escapeInline(text, IN_TEXT))
    .join(' ')
    .toWellFormed();
}

type Item = Extract<PdfBlock, { kind: 'item' }>;

function listsAround({ x, marker }: Item, lists: { x: number; width: number }[]) {
  const outer = lists.filter((list) => list.x < x - DEEPER).slice(0, DEEPEST);
  return [...outer, { x, width: marker.length + 1 }];
}

function lineOf(block: PdfBlock, lists: readonly { width: number }[]): string {
  const text = escapeInline(block.text, IN_TEXT);
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
