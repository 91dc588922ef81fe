/** Removes what repeats at the top or bottom of the pages: running headers, footers, page numbers. */
import type { TextLine } from './assemble-lines.ts';
import type { PdfPage } from './pdf-page.ts';

/** Of the height of the page. */
const EDGE_SHARE = 0.15;
const MAX_EDGE_LINES = 3;

export function removeRunningHeaders(lines: readonly TextLine[], pages: readonly PdfPage[]): TextLine[] {
  // 1. Find the lines at the edges of each page, under every key by which they could repeat.
  const linesByPage = Map.groupBy(lines, ({ page }) => page);
  const edges = pages.flatMap((page, i) => linesAtEdges(linesByPage.get(i) ?? [], page));
  const edgeLines = edges.flat();
  const pagesByKey = new Map<string, Set<number>>();
  for (const { line, repeatKeys } of edgeLines) {
    for (const key of repeatKeys) pagesByKey.set(key, (pagesByKey.get(key) ?? new Set()).add(line.page));
  }

  // 2. What half of the pages show repeats. Left and right pages may differ, and a title page may have none.
  const minPages = Math.max(2, Math.ceil(pages.length / 2) - 1);
  const numberOffset = pageNumberOffset(edgeLines, Math.max(minPages, MIN_NUMBERED_PAGES));
  const isNumbered = (line: TextLine) =>
    isPageNumber(line) || (numberOffset !== undefined && trailingNumberOffset(line) === numberOffset);
  const isRepeated = ({ repeatKeys }: EdgeLine) =>
    repeatKeys.some((key) => (pagesByKey.get(key)?.size ?? 0) >= minPages);

  // 3. Remove from the edge inwards, up to the first line that does not repeat, but no part of a paragraph.
  const running = new Set<TextLine>();
  for (const edge of edges) {
    const inner = edge.findIndex((edgeLine) => !isNumbered(edgeLine.line) && !isRepeated(edgeLine));
    const repeated = edge.slice(0, inner === -1 ? edge.length : inner);
    const last = repeated.findLastIndex(
      ({ line, distance }) => distance > line.size * MAX_PARAGRAPH_STEP || isNumbered(line),
    );
    for (const { line } of repeated.slice(0, last + 1)) running.add(line);
  }
  return lines.filter((line) => !running.has(line));
}

interface EdgeLine {
  line: TextLine;
  repeatKeys: string[];
  /** Points to the next line away from the edge. */
  distance: number;
}

/** The top lines and the bottom lines, each from the edge inwards. */
function linesAtEdges(lines: readonly TextLine[], { height }: PdfPage): EdgeLine[][] {
  const downwards = lines.toSorted((a, b) => a.y - b.y);
  const inwards = (sorted: readonly TextLine[], position: (line: TextLine) => number) =>
    sorted
      .slice(0, MAX_EDGE_LINES)
      .map((line, i) => ({
        line,
        repeatKeys: repeatKeysOf(line, `${Math.round(position(line))} ${Math.round(line.size)}`),
        distance: Math.abs(line.y - (sorted[i + 1]?.y ?? Infinity)),
      }))
      .filter(({ line }) => Math.abs(position(line)) < height * EDGE_SHARE);
  return [inwards(downwards, ({ y }) => y), inwards(downwards.toReversed(), ({ y }) => y - height)];
}

/** In font sizes: the next line of a paragraph is nearer. */
const MAX_PARAGRAPH_STEP = 1.5;

/** On so many pages, numbers that go up with the pages are page numbers. */
const MIN_NUMBERED_PAGES = 3;
const NUMBER_AT_END = /(?:^|\s)(\d{1,4})$/;
const MAX_NUMBERED_LINE_CHARS = 100;

/** How far the number at the end of a line is ahead of the index of its page. */
function trailingNumberOffset({ text, page }: TextLine): number | undefined {
  const number = text.length <= MAX_NUMBERED_LINE_CHARS ? NUMBER_AT_END.exec(text)?.[1] : undefined;
  return number === undefined ? undefined : Number(number) - page;
}

/** How far the page numbers are ahead of the page indexes: chapters change the words beside them, never this. */
function pageNumberOffset(edgeLines: readonly EdgeLine[], minPages: number): number | undefined {
  const pagesByOffset = new Map<number, Set<number>>();
  for (const { line } of edgeLines) {
    const offset = trailingNumberOffset(line);
    if (offset !== undefined) pagesByOffset.set(offset, (pagesByOffset.get(offset) ?? new Set()).add(line.page));
  }
  return [...pagesByOffset].find(([, pages]) => pages.size >= minPages)?.[0];
}

/** The line at its position, and once more for each number in it, relative to the page index: equal where it is the page number. */
function repeatKeysOf({ text, page }: TextLine, position: string): string[] {
  const short = text.slice(0, MAX_KEY_CHARS);
  const roman = ROMAN.test(short) ? [`${position} roman ${fromRoman(short.toLowerCase()) - page}`] : [];
  const numbered = [...short.matchAll(/\d{1,4}/g)].map(
    ({ 0: number, index }) =>
      `${position} ${short.slice(0, index)}#${Number(number) - page}#${short.slice(index + number.length)}`,
  );
  return [`${position} ${short}`, ...numbered, ...roman];
}

const MAX_KEY_CHARS = 300;
const ROMAN = /^[ivxlc]{1,8}$/i;
const ROMAN_DIGITS: Readonly<Record<string, number>> = { i: 1, v: 5, x: 10, l: 50, c: 100 };

function fromRoman(text: string): number {
  const digits = [...text].map((digit) => ROMAN_DIGITS[digit] ?? 0);
  return digits.reduce((sum, digit, i) => sum + (digit < (digits[i + 1] ?? 0) ? -digit : digit), 0);
}

/** A page number is one even on the only page. */
const PAGE_NUMBER =
  /^[-–—|[( ]*(?:(?:page|seite|página|pagina|p\.) ?)?(\d{1,4})(?: ?(?:of|von|de|sur|di|van|\/|\|) ?\d{1,4})?[-–—|\]) ]*$/i;

function isPageNumber({ text, page }: TextLine): boolean {
  return Number(PAGE_NUMBER.exec(text.slice(0, MAX_KEY_CHARS))?.[1]) === page + 1;
}
