/** Lines → headings, list items and paragraphs. */
import type { TextLine } from './assemble-lines.ts';
import { collectVocabulary, ENDS_HYPHENATED, joinLines, type Vocabulary } from './join-lines.ts';

export type PdfBlock =
  | { kind: 'heading'; level: number; text: string }
  /** `marker` as in Markdown: a hyphen or a number. */
  | { kind: 'item'; marker: string; text: string; x: number }
  | { kind: 'paragraph'; text: string };

export function detectPdfBlocks(lines: readonly TextLine[]): PdfBlock[] {
  // 1. Learn the layout of the document.
  const layout = measureLayout(lines);

  // 2. Group the lines into blocks.
  const groups: TextLine[][] = [];
  for (const line of lines) {
    const group = groups.at(-1);
    if (group === undefined || isBlockStart(group, line, layout)) groups.push([line]);
    else group.push(line);
  }

  // 3. Classify the blocks.
  const sizes = [...new Set(groups.filter((group) => isLarger(group, layout)).map(sizeOf))].sort((a, b) => b - a);
  return groups.map((group) => toBlock(group, layout, sizes));
}

// ---- layout

interface DocumentLayout {
  /** The font size of most letters. */
  bodySize: number;
  bodyIsBold: boolean;
  /** From one line of a paragraph to the next, in font sizes. */
  leading: number;
  /** The right end of the longest line of each page. */
  rightEdges: number[];
  vocabulary: Vocabulary;
}

/** In font sizes: a larger step leads to another block. */
const MAX_LINE_STEP = 3;
const DEFAULT_LEADING = 1.2;
/** Even in a document of short paragraphs at least this share of the steps is inside them. */
const LEADING_PERCENTILE = 0.25;

function measureLayout(lines: readonly TextLine[]): DocumentLayout {
  const lettersBySize = new Map<number, number>();
  const steps: number[] = [];
  const rightEdges: number[] = [];
  let [bold, total] = [0, 0];
  for (const [i, line] of lines.entries()) {
    const letters = line.text.length;
    lettersBySize.set(rounded(line.size), (lettersBySize.get(rounded(line.size)) ?? 0) + letters);
    total += letters;
    if (line.bold) bold += letters;
    rightEdges[line.page] = Math.max(rightEdges[line.page] ?? 0, line.right);
    const previous = lines[i - 1];
    const step = previous?.page === line.page && isSameSize(previous, line) ? (line.y - previous.y) / line.size : 0;
    if (step > MIN_LINE_STEP && step <= MAX_LINE_STEP) steps.push(step);
  }
  const [bodySize = 0] = [...lettersBySize].sort(([, a], [, b]) => b - a)[0] ?? [];
  steps.sort((a, b) => a - b);
  return {
    bodySize,
    bodyIsBold: bold > total / 2,
    leading: steps[Math.floor(steps.length * LEADING_PERCENTILE)] ?? DEFAULT_LEADING,
    rightEdges,
    vocabulary: collectVocabulary(lines),
  };
}

const rounded = (size: number): number => Math.round(size * 2) / 2;

const MIN_LINE_STEP = 0.5;
const SIZE_TOLERANCE = 0.08;

function isSameSize(a: TextLine, b: TextLine): boolean {
  return Math.abs(a.size - b.size) <= Math.max(a.size, b.size) * SIZE_TOLERANCE;
}

// ---- blocks

/** The private-use range is where symbol fonts put their bullets. */
const BULLET = /^[•◦▪▫■□●○‣⁃∙·➢➤►▶❖✓✔\uf000-\uf0ff](?=\s|\p{L}|$)\s*/u;
/** These may also be inside a line, so they start an item only where a new line had to begin. */
const DASH = /^(?:[-–—*]|o) +(?=\S)/u;
const NUMBER = /^(?:\d{1,3}[.)]|\(?(?:[a-z]|[ivx]{1,5}|\d{1,2})\)|[a-zA-Z]\.|\d{1,2}(?:\.\d{1,3}){1,4}\.?) +(?=\S)/;

/** A step of more than so many leadings is a gap. */
const PARAGRAPH_GAP_RATIO = 1.3;
/** In font sizes. */
const MIN_INDENT = 0.8;
/** In font sizes: the first line of a block may stand out by so much, to either side. */
const MAX_FIRST_LINE_INDENT = 6;

const ENDS_SENTENCE = /[.!?:;。！？][)\]"'”’»]*$/u;
const MAY_END_ITEM = /(?:[.!?:;,。]|[;,] (?:and|or|und|oder|et|ou|y|o|e))[)\]"'”’»]*$/u;
const STARTS_LOWERCASE = /^[("'“‘«[]*\p{Ll}/u;

/** The first match counts. */
function isBlockStart(group: readonly TextLine[], line: TextLine, layout: DocumentLayout): boolean {
  const previous = group.at(-1);
  if (previous === undefined || BULLET.test(line.text)) return true;
  if (!isSameSize(previous, line)) return true;
  const isForced = isForcedBreak(previous, line, layout);
  if (previous.bold !== line.bold && (isForced || !previous.endsBold || !line.startsBold)) return true;

  const isMarked = NUMBER.test(line.text) || DASH.test(line.text);
  const step = (line.y - previous.y) / line.size;
  if (line.page !== previous.page || step < -MIN_LINE_STEP || step > MAX_LINE_STEP * layout.leading) {
    // A page or a column ends where it is full: only the words tell whether the paragraph ends.
    if (line.page === previous.page && step > 0) return true;
    if (isHeadingLike(previous, layout) || (isMarked && MAY_END_ITEM.test(previous.text))) return true;
    return ENDS_SENTENCE.test(previous.text) || (isForced && !STARTS_LOWERCASE.test(line.text));
  }
  if (step > layout.leading * PARAGRAPH_GAP_RATIO) return true;
  if (isHeadingLike(previous, layout)) return NUMBER.test(line.text);

  const indent = (line.x - previous.x) / line.size;
  if (isMarked && (isForced || Math.abs(indent) > MIN_INDENT || MAY_END_ITEM.test(previous.text))) return true;
  if (Math.abs(indent) > MIN_INDENT && !isCentred(previous, line) && !isSecondLine(group, indent)) return true;
  return isForced && !STARTS_LOWERCASE.test(line.text);
}

/** The first line of a paragraph may be indented, the first line of an item outdented. */
function isSecondLine(group: readonly TextLine[], indent: number): boolean {
  return group.length === 1 && Math.abs(indent) <= MAX_FIRST_LINE_INDENT;
}

function isCentred(a: TextLine, b: TextLine): boolean {
  return Math.abs(a.x + a.right - (b.x + b.right)) < a.size;
}

/** Whether the next word would have fitted on the line before: then the author wanted a new line there. */
function isForcedBreak(previous: TextLine, line: TextLine, { rightEdges }: DocumentLayout): boolean {
  if (ENDS_HYPHENATED.test(previous.text)) return false;
  const word = /^\S+/.exec(line.text)?.[0].length ?? 0;
  const wordWidth = ((line.right - line.x) * (word + 1)) / line.text.length;
  return previous.right + wordWidth + line.size < (rightEdges[previous.page] ?? 0);
}

// ---- kinds of blocks

/** A heading's font is this many times as large as the body's. */
const MIN_HEADING_SIZE_RATIO = 1.12;
/** More words than these are a paragraph in large or bold letters. */
const MAX_HEADING_WORDS = 14;
const MAX_HEADING_CHARS = 160;
/** A longer text that ends like a sentence is one. */
const MAX_PUNCTUATED_HEADING_WORDS = 5;
const MAX_HEADING_LEVEL = 6;

const isHeadingLike = (line: TextLine, { bodySize, bodyIsBold }: DocumentLayout): boolean =>
  line.size >= bodySize * MIN_HEADING_SIZE_RATIO ||
  (line.bold && !bodyIsBold && line.size >= bodySize * (1 - SIZE_TOLERANCE));

const sizeOf = (group: readonly TextLine[]): number => rounded(group[0]?.size ?? 0);

const isLarger = (group: readonly TextLine[], { bodySize }: DocumentLayout): boolean =>
  sizeOf(group) >= bodySize * MIN_HEADING_SIZE_RATIO;

function toBlock(group: readonly TextLine[], layout: DocumentLayout, sizes: readonly number[]): PdfBlock {
  const text = joinLines(group, layout.vocabulary);
  const x = group[0]?.x ?? 0;
  const bullet = BULLET.exec(text) ?? DASH.exec(text);
  if (bullet) return { kind: 'item', marker: '-', text: text.slice(bullet[0].length), x };
  if (group.every((line) => isHeadingLike(line, layout)) && isHeadingText(text)) {
    const rank = sizes.indexOf(sizeOf(group));
    return { kind: 'heading', level: Math.min(rank === -1 ? sizes.length + 1 : rank + 1, MAX_HEADING_LEVEL), text };
  }
  const number = /^\d{1,3}[.)](?= )/.exec(text);
  if (number) return { kind: 'item', marker: number[0], text: text.slice(number[0].length).trim(), x };
  return { kind: 'paragraph', text };
}

function isHeadingText(text: string): boolean {
  const words = text.split(' ').length;
  if (words > MAX_HEADING_WORDS || text.length > MAX_HEADING_CHARS || !/[\p{L}\p{N}]/u.test(text)) return false;
  return !/[.!?;,]$/.test(text) || words <= MAX_PUNCTUATED_HEADING_WORDS;
}
