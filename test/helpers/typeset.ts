/** Lays out text as a word processor does: lines of a width, pages of a length, with headers and page numbers. */
import type { PdfPage } from '../../src/core/extract/pdf/pdf-page.ts';
import { PAGE, type PdfLine } from './pdf.ts';

export type Piece = string | { heading: string; size?: number } | { item: string; marker?: string };

export interface Layout {
  /** Characters in a line. */
  columns?: number;
  linesOnPage?: number;
  /** Hyphenates long words at the end of a line. */
  hyphenate?: boolean;
  header?: string;
  footer?: (page: number, pages: number) => string;
}

/** The lines of each page. */
export function typeset(pieces: readonly Piece[], layout: Layout = {}): PdfLine[][] {
  const { linesOnPage = 40, header, footer } = layout;
  const lines = pieces.flatMap((piece) => linesOf(piece, layout));
  const pages: PdfLine[][] = [];
  let y = 0;
  for (const { gap, ...line } of lines) {
    if (pages.length === 0 || y + gap > linesOnPage) {
      pages.push(header === undefined ? [] : [{ text: header, x: PAGE.left, y: 40, size: 9 }]);
      y = 0;
    } else y += gap;
    pages.at(-1)?.push({ ...line, y: PAGE.top + y * PAGE.leading });
  }
  if (footer === undefined) return pages;
  return pages.map((page, i) => [
    ...page,
    { text: footer(i + 1, pages.length), x: PAGE.width / 2, y: PAGE.height - 40, size: 9 },
  ]);
}

/** What a PDF parser finds on such pages; every character counts as half as wide as high. */
export function pagesOf(pages: readonly (readonly PdfLine[])[]): PdfPage[] {
  return pages.map((lines) => ({
    width: PAGE.width,
    height: PAGE.height,
    runs: lines.map(({ text, x = PAGE.left, y = PAGE.top, size = PAGE.size, bold = false }) => ({
      text,
      x,
      y,
      size,
      bold,
      width: text.length * size * 0.5,
    })),
  }));
}

type SetLine = PdfLine & { gap: number };

function linesOf(piece: Piece, { columns = 80, hyphenate = false }: Layout): SetLine[] {
  if (typeof piece === 'string') return set(wrap(piece, columns, hyphenate), { x: PAGE.left });
  if ('heading' in piece) return set([piece.heading], { x: PAGE.left, bold: true, size: piece.size ?? PAGE.size });
  const { item, marker = '\u2022' } = piece;
  const [first = '', ...rest] = wrap(item, columns - 6, hyphenate);
  return [
    ...set([`${marker} ${first}`], { x: PAGE.left + 18 }),
    ...set(rest, { x: PAGE.left + 30 }).map((line) => ({ ...line, gap: 1 })),
  ];
}

/** Leaves a blank half line between two pieces. */
function set(lines: readonly string[], style: Omit<PdfLine, 'text' | 'y'>): SetLine[] {
  return lines.map((text, i) => ({ text, ...style, gap: i === 0 ? 1.6 : 1 }));
}

const MIN_HYPHENATED_CHARS = 8;

function wrap(text: string, columns: number, hyphenate: boolean): string[] {
  const lines = [''];
  for (const word of text.split(' ')) {
    const line = lines.at(-1) ?? '';
    const room = columns - line.length - 2;
    if (line.length + 1 + word.length <= columns) lines[lines.length - 1] = line === '' ? word : `${line} ${word}`;
    else if (
      hyphenate &&
      /^\p{Ll}+$/u.test(word) &&
      word.length >= MIN_HYPHENATED_CHARS &&
      room >= 4 &&
      word.length - room >= 3
    ) {
      lines[lines.length - 1] = `${line} ${word.slice(0, room)}-`;
      lines.push(word.slice(room));
    } else lines.push(word);
  }
  return lines;
}
