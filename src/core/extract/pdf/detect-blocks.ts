/** Lines → headings, list items and paragraphs. */

import type { TextLine } from './assemble-lines.ts';
import { collectVocabulary, ENDS_HYPHENATED, joinLines, type Vocabulary } from './join-lines.ts';

export type PdfBlock =
  | { kind: 'heading'; level: number; text: string }
  /** `marker` is a hyphen or a number as Markdown writes it; `x` is where it stands. */
  | { kind: 'item'; marker: string; text: string; x: number }
  | { kind: 'paragraph'; text: string };

export function detectPdfBlocks(lines: readonly TextLine[]): PdfBlock[] {
  // 1. Learn how the document looks.
  const look = measureLayout(lines);

  // 2. Put the lines together that belong together.
  const groups: TextLine[][] = [];
  for (const line of lines) {
    const group = groups.at(-1);
    if (group === undefined || isBlockStart(group, line, look)) groups.push([line]);
    else group.push(line);
  }

  // 3. Say what each of them is.
  const sizes = [...new Set(groups.filter((group) => isLarger(group, look)).map(sizeOf))].sort((a, b) => b - a);
  return groups.map((group) => toBlock(group, look, sizes));
}

// ---- how the document looks -----------------------------------------------------------------------

interface DocumentLayout {
  /** Size of the font most letters are in. */
  bodySize: number;
  bodyIsBold: boolean;
  /** From one line of a paragraph to the next, in sizes of its font. */
  leading: number;
  /** How far to the right the lines of a page reach. */
  rightEdges: number[];
  vocabulary: Vocabulary;
}

/** Larger steps than this many sizes lead to something else. */
const MAX_LINE_STEP = 3;
const DEFAULT_LEADING = 1.2;
/** Most steps are inside paragraphs; in a document of short ones at least so many are. */
const LEADING_PERCENTILE = 0.25;

function measureLayout(lines: readonly TextLine[]): DocumentLayout {
  const lettersOfSize = new Map<number, number>();
  const steps: number[] = [];
  const rightEdges: number[] = [];
  let [bold, all] = [0, 0];
  for (const [i, line] of lines.entries()) {
    const letters = line.text.length;
    lettersOfSize.set(rounded(line.size), (lettersOfSize.get(rounded(line.size)) ?? 0) + letters);
    all += letters;
    if (line.bold) bold += letters;
    rightEdges[line.page] = Math.max(rightEdges[line.page] ?? 0, line.right);
    const before = lines[i - 1];
    const step = before?.page === line.page && isSameSize(before, line) ? (line.y - before.y) / line.size : 0;
    if (step > MIN_LINE_STEP && step <= MAX_LINE_STEP) steps.push(step);
  }
  const [bodySize = 0] = [...lettersOfSize].sort(([, a], [, b]) => b - a)[0] ?? [];
  steps.sort((a, b) => a - b);
  return {
    bodySize,
    bodyIsBold: bold > all / 2,
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

// ---- what belongs together ------------------------------------------------------------------------

/** Symbol fonts put their bullets where no other letters are. */
const BULLET = /^[•◦▪▫■□●○‣⁃∙·➢➤►▶❖✓✔\uf000-\uf0ff](?=\s|\p{L}|$)\s*/u;
/** What may as well stand inside a line: it is an item only where a new line had to begin. */
const DASH = /^(?:[-–—*]|o) +(?=\S)/u;
const NUMBER = /^(?:\d{1,3}[.)]|\(?(?:[a-z]|[ivx]{1,5}|\d{1,2})\)|[a-zA-Z]\.|\d{1,2}(?:\.\d{1,3}){1,4}\.?) +(?=\S)/;

/** More than this many times the usual step is a gap. */
const PARAGRAPH_GAP_RATIO = 1.3;
/** As many sizes of the font to the side are an indent. */
const MIN_INDENT = 0.8;
/** A first line may stand out from the rest of its block by this many sizes, to either side. */
const MAX_FIRST_LINE_INDENT = 6;

const ENDS_SENTENCE = /[.!?:;。！？][)\]"'”’»]*$/u;
const MAY_END_ITEM = /(?:[.!?:;,。]|[;,] (?:and|or|und|oder|et|ou|y|o|e))[)\]"'”’»]*$/u;
const STARTS_LOWERCASE = /^[("'“‘«[]*\p{Ll}/u;

/** Whether a line begins something new. First match counts. */
function isBlockStart(group: readonly TextLine[], line: TextLine, layout: DocumentLayout): boolean {
  const before = group.at(-1);
  if (before === undefined || BULLET.test(line.text)) return true;
  if (!isSameSize(before, line)) return true;
  const forced = isForcedBreak(before, line, layout);
  if (before.bold !== line.bold && (forced || !before.endsBold || !line.startsBold)) return true;

  const isMarked = NUMBER.test(line.text) || DASH.test(line.text);
  const step = (line.y - before.y) / line.size;
  if (line.page !== before.page || step < -MIN_LINE_STEP || step > MAX_LINE_STEP * layout.leading) {
    // A page or a column ends wherever it is full: only the words tell whether the paragraph does.
    if (line.page === before.page && step > 0) return true;
    if (isHeadingLike(before, layout) || (isMarked && MAY_END_ITEM.test(before.text))) return true;
    return ENDS_SENTENCE.test(before.text) || (forced && !STARTS_LOWERCASE.test(line.text));
  }
  if (step > layout.leading * PARAGRAPH_GAP_RATIO) return true;
  if (isHeadingLike(before, layout)) return NUMBER.test(line.text);

  const moved = (line.x - before.x) / line.size;
  if (isMarked && (forced || Math.abs(moved) > MIN_INDENT || MAY_END_ITEM.test(before.text))) return true;
  if (Math.abs(moved) > MIN_INDENT && !isCentred(before, line) && !isSecondLine(group, moved)) return true;
  return forced && !STARTS_LOWERCASE.test(line.text);
}

/** The first line of a paragraph may stand in, the first line of an item stands out. */
function isSecondLine(group: readonly TextLine[], moved: number): boolean {
  return group.length === 1 && Math.abs(moved) <= MAX_FIRST_LINE_INDENT;
}

function isCentred(a: TextLine, b: TextLine): boolean {
  return Math.abs(a.x + a.right - (b.x + b.right)) < a.size;
}

/** Whether the next word would have had room on the line before: then the writer wanted a new line there. */
function isForcedBreak(before: TextLine, line: TextLine, { rightEdges }: DocumentLayout): boolean {
  if (ENDS_HYPHENATED.test(before.text)) return false;
  const word = /^\S+/.exec(line.text)?.[0].length ?? 0;
  const wordWidth = ((line.right - line.x) * (word + 1)) / line.text.length;
  return before.right + wordWidth + line.size < (rightEdges[before.page] ?? 0);
}

// ---- what it is -----------------------------------------------------------------------------------

/** A font this many times as large as the body's is a heading's. */
const MIN_HEADING_SIZE_RATIO = 1.12;
/** More words than these are a paragraph in large or bold letters, and say something. */
const MAX_HEADING_WORDS = 14;
const MAX_HEADING_CHARS = 160;
/** What ends like a sentence is one, unless it is too short to be. */
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
