/** Takes out what stands at the top or bottom of the pages again and again: running titles, footers, page numbers. */
import type { TextLine } from './assemble-lines.ts';
import type { PdfPage } from './pdf-page.ts';

/** As far from the edge of the page as this part of its height. */
const EDGE_SHARE = 0.15;
/** So many lines at each edge. */
const MAX_EDGE_LINES = 3;

/** The lines that are the document's own. */
export function removeRunningHeaders(lines: readonly TextLine[], pages: readonly PdfPage[]): TextLine[] {
  // 1. Find what stands at the edges of each page, under all the names it could run by.
  const linesOn = Map.groupBy(lines, ({ page }) => page);
  const edges = pages.flatMap((page, i) => linesAtEdges(linesOn.get(i) ?? [], page));
  const atEdge = edges.flat();
  const seenOn = new Map<string, Set<number>>();
  for (const { line, repeatKeys: names } of atEdge) {
    for (const name of names) seenOn.set(name, (seenOn.get(name) ?? new Set()).add(line.page));
  }

  // 2. What most pages show is running. Left and right pages may differ, and a title page may have none.
  const enough = Math.max(2, Math.ceil(pages.length / 2) - 1);
  const counting = pageNumberOffset(atEdge, Math.max(enough, MIN_NUMBERED_PAGES));
  const counts = (line: TextLine) =>
    isPageNumber(line) || (counting !== undefined && trailingNumberOffset(line) === counting);
  const repeats = ({ repeatKeys: names }: EdgeLine) => names.some((name) => (seenOn.get(name)?.size ?? 0) >= enough);

  // 3. From the edge inwards, as far as all of it runs, and not into a paragraph that begins like another.
  const running = new Set<TextLine>();
  for (const edge of edges) {
    const inner = edge.findIndex((one) => !counts(one.line) && !repeats(one));
    const runs = edge.slice(0, inner === -1 ? edge.length : inner);
    const last = runs.findLastIndex(({ line, distance }) => distance > line.size * MAX_PARAGRAPH_STEP || counts(line));
    for (const { line } of runs.slice(0, last + 1)) running.add(line);
  }
  return lines.filter((line) => !running.has(line));
}

interface EdgeLine {
  line: TextLine;
  repeatKeys: string[];
  /** To the next line away from the edge. */
  distance: number;
}

/** The lines at the top and those at the bottom, each from the edge inwards. */
function linesAtEdges(lines: readonly TextLine[], { height }: PdfPage): EdgeLine[][] {
  const downwards = lines.toSorted((a, b) => a.y - b.y);
  const inwards = (from: readonly TextLine[], place: (line: TextLine) => number) =>
    from
      .slice(0, MAX_EDGE_LINES)
      .map((line, i) => ({
        line,
        repeatKeys: repeatKeysOf(line, `${Math.round(place(line))} ${Math.round(line.size)}`),
        distance: Math.abs(line.y - (from[i + 1]?.y ?? Infinity)),
      }))
      .filter(({ line }) => Math.abs(place(line)) < height * EDGE_SHARE);
  return [inwards(downwards, ({ y }) => y), inwards(downwards.toReversed(), ({ y }) => y - height)];
}

/** Nearer than this many sizes of its font is the next line of a paragraph. */
const MAX_PARAGRAPH_STEP = 1.5;

/** From so many pages on, numbers that go up with them count them. */
const MIN_NUMBERED_PAGES = 3;
const NUMBER_AT_END = /(?:^|\s)(\d{1,4})$/;
const MAX_NUMBERED_LINE_CHARS = 100;

/** How far the number at the end of a line is ahead of the page it stands on. */
function trailingNumberOffset({ text, page }: TextLine): number | undefined {
  const number = text.length <= MAX_NUMBERED_LINE_CHARS ? NUMBER_AT_END.exec(text)?.[1] : undefined;
  return number === undefined ? undefined : Number(number) - page;
}

/** How far the page numbers are ahead of the pages: chapters change the words beside them, never this. */
function pageNumberOffset(edges: readonly EdgeLine[], enough: number): number | undefined {
  const pages = new Map<number, Set<number>>();
  for (const { line } of edges) {
    const count = trailingNumberOffset(line);
    if (count !== undefined) pages.set(count, (pages.get(count) ?? new Set()).add(line.page));
  }
  return [...pages].find(([, on]) => on.size >= enough)?.[0];
}

/** The line at its place, and for each number in it the line with that number counted from the page: equal where it counts the pages. */
function repeatKeysOf({ text, page }: TextLine, place: string): string[] {
  const short = text.slice(0, MAX_KEY_CHARS);
  const roman = ROMAN.test(short) ? [`${place} roman ${fromRoman(short.toLowerCase()) - page}`] : [];
  const counted = [...short.matchAll(/\d{1,4}/g)].map(
    ({ 0: number, index }) =>
      `${place} ${short.slice(0, index)}#${Number(number) - page}#${short.slice(index + number.length)}`,
  );
  return [`${place} ${short}`, ...counted, ...roman];
}

const MAX_KEY_CHARS = 300;
const ROMAN = /^[ivxlc]{1,8}$/i;
const ROMAN_DIGITS: Readonly<Record<string, number>> = { i: 1, v: 5, x: 10, l: 50, c: 100 };

function fromRoman(text: string): number {
  const digits = [...text].map((digit) => ROMAN_DIGITS[digit] ?? 0);
  return digits.reduce((sum, digit, i) => sum + (digit < (digits[i + 1] ?? 0) ? -digit : digit), 0);
}

/** A number that says which page this is runs even where there are no other pages. */
const PAGE_NUMBER =
  /^[-–—|[( ]*(?:(?:page|seite|página|pagina|p\.) ?)?(\d{1,4})(?: ?(?:of|von|de|sur|di|van|\/|\|) ?\d{1,4})?[-–—|\]) ]*$/i;

function isPageNumber({ text, page }: TextLine): boolean {
  return Number(PAGE_NUMBER.exec(text.slice(0, MAX_KEY_CHARS))?.[1]) === page + 1;
}
