/** Runs of text → lines as a reader sees them. */
import { displayText } from '../../text/display-text.ts';
import type { PdfPage, PdfRun } from './pdf-page.ts';

export interface TextLine {
  /** Display text, except that a soft hyphen at the end stays: the next line continues the word. */
  text: string;
  /** From 0. */
  page: number;
  x: number;
  right: number;
  y: number;
  size: number;
  /** From end to end. */
  bold: boolean;
  startsBold: boolean;
  endsBold: boolean;
}

/** In the order in which the file draws them, which keeps columns apart where positions would not. */
export function assembleLines(pages: readonly PdfPage[]): TextLine[] {
  return pages.flatMap(({ runs }, page) => groupRows(runs).flatMap((row) => toLine(row, page)));
}

/** In font sizes: a greater offset is another line; raised numbers stay on the same one. */
const SAME_LINE_TOLERANCE = 0.4;

function groupRows(runs: readonly PdfRun[]): PdfRun[][] {
  const rows: PdfRun[][] = [];
  let first: PdfRun | undefined;
  for (const run of runs) {
    const size = Math.max(run.size, first?.size ?? 0);
    if (first !== undefined && Math.abs(run.y - first.y) <= size * SAME_LINE_TOLERANCE) rows.at(-1)?.push(run);
    else {
      // A lone space says nothing about the position of the next line.
      if (run.text.trim() === '') continue;
      rows.push([run]);
      first = run;
    }
  }
  return rows;
}

function toLine(row: readonly PdfRun[], page: number): TextLine[] {
  const runs = inReadingOrder(mergeOverprint(row));
  const words = runs.filter(({ text }) => text.trim() !== '');
  const [first, last] = [words[0], words.at(-1)];
  const main = words.toSorted((a, b) => b.text.length - a.text.length)[0];
  const text = joinRuns(runs);
  if (first === undefined || last === undefined || main === undefined || text === '') return [];
  return [
    {
      text,
      page,
      x: Math.min(...minAndMax(words, ({ x }) => x)),
      right: Math.max(...minAndMax(words, ({ x, width }) => x + width)),
      y: main.y,
      size: main.size,
      bold: words.every(({ bold }) => bold),
      startsBold: first.bold,
      endsBold: last.bold,
    },
  ];
}

/** In a loop, because spreading this many runs into `Math.min` overflows the stack. */
function minAndMax(runs: readonly PdfRun[], measure: (run: PdfRun) => number): [number, number] {
  let [least, greatest] = [Infinity, -Infinity];
  for (const run of runs) {
    const value = measure(run);
    if (value < least) least = value;
    if (value > greatest) greatest = value;
  }
  return [least, greatest];
}

/** In font sizes. Some files draw text twice, a hair apart, to make it bold. */
const MAX_OVERPRINT_OFFSET = 0.2;

function mergeOverprint(row: readonly PdfRun[]): PdfRun[] {
  const kept: PdfRun[] = [];
  for (const run of row) {
    const previous = kept.at(-1);
    const isOverprint = previous?.text === run.text && Math.abs(previous.x - run.x) < run.size * MAX_OVERPRINT_OFFSET;
    if (isOverprint && run.text.trim() !== '') previous.bold = true;
    else kept.push({ ...run });
  }
  return kept;
}

const RIGHT_TO_LEFT = /[\p{Script=Hebrew}\p{Script=Arabic}]/u;

/** Sorts by position: some files draw the bullet after the words that follow it. */
function inReadingOrder(row: readonly PdfRun[]): PdfRun[] {
  const isRightToLeft = row.some(({ text }) => RIGHT_TO_LEFT.test(text));
  return row.toSorted((a, b) => (isRightToLeft ? b.x - a.x : a.x - b.x));
}

/** In font sizes: a wider gap is a space, where the file draws none. */
const MIN_SPACE_WIDTH = 0.15;

function joinRuns(runs: readonly PdfRun[]): string {
  let text = '';
  let [left, right] = [0, 0];
  for (const run of runs) {
    const gap = Math.max(run.x - right, left - (run.x + run.width));
    if (text !== '' && gap > run.size * MIN_SPACE_WIDTH) text += ' ';
    text += run.text;
    [left, right] = [run.x, run.x + run.width];
  }
  const display = displayText(text).trim();
  return display !== '' && text.trimEnd().endsWith(SOFT_HYPHEN) ? display + SOFT_HYPHEN : display;
}

export const SOFT_HYPHEN = '\u00ad';
