/** Lines → headings, list items and paragraphs. */
import { CUT_WORD, joinLines, type Vocabulary, vocabularyOf } from './join-lines.ts';
import type { Line } from './assemble-lines.ts';

export type PdfBlock =
  | { kind: 'heading'; level: number; text: string }
  /** `marker` is a hyphen or a number as Markdown writes it; `x` is where it stands. */
  | { kind: 'item'; marker: string; text: string; x: number }
  | { kind: 'paragraph'; text: string };

export function pdfBlocksOf(lines: readonly Line[]): PdfBlock[] {
  // 1. Learn how the document looks.
  const look = lookOf(lines);

  // 2. Put the lines together that belong together.
  const groups: Line[][] = [];
  for (const line of lines) {
    const group = groups.at(-1);
    if (group === undefined || startsBlock(group, line, look)) groups.push([line]);
    else group.push(line);
  }

  // 3. Say what each of them is.
  const sizes = [...new Set(groups.filter((group) => isLarger(group, look)).map(sizeOf))].sort((a, b) => b - a);
  return groups.map((group) => blockOf(group, look, sizes));
}

// ---- how the document looks -----------------------------------------------------------------------

interface Look {
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
const LONGEST_STEP = 3;
const USUAL_LEADING = 1.2;
/** Most steps are inside paragraphs; in a document of short ones at least so many are. */
const STEPS_INSIDE = 0.25;

function lookOf(lines: readonly Line[]): Look {
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
    const step = before?.page === line.page && isOfSize(before, line) ? (line.y - before.y) / line.size : 0;
    if (step > SAME_PLACE && step <= LONGEST_STEP) steps.push(step);
  }
  const [bodySize = 0] = [...lettersOfSize].sort(([, a], [, b]) => b - a)[0] ?? [];
  steps.sort((a, b) => a - b);
  return {
    bodySize,
    bodyIsBold: bold > all / 2,
    leading: steps[Math.floor(steps.length * STEPS_INSIDE)] ?? USUAL_LEADING,
    rightEdges,
    vocabulary: vocabularyOf(lines),
  };
}

const rounded = (size: number): number => Math.round(size * 2) / 2;

const SAME_PLACE = 0.5;
const SAME_SIZE = 0.08;

function isOfSize(a: Line, b: Line): boolean {
  return Math.abs(a.size - b.size) <= Math.max(a.size, b.size) * SAME_SIZE;
}

// ---- what belongs together ------------------------------------------------------------------------

/** Symbol fonts put their bullets where no other letters are. */
const BULLET = /^[•◦▪▫■□●○‣⁃∙·➢➤►▶❖✓✔\uf000-\uf0ff](?=\s|\p{L}|$)\s*/u;
/** What may as well stand inside a line: it is an item only where a new line had to begin. */
const DASH = /^(?:[-–—*]|o) +(?=\S)/u;
const NUMBER = /^(?:\d{1,3}[.)]|\(?(?:[a-z]|[ivx]{1,5}|\d{1,2})\)|[a-zA-Z]\.|\d{1,2}(?:\.\d{1,3}){1,4}\.?) +(?=\S)/;

/** More than this many times the usual step is a gap. */
const GAP = 1.3;
/** As many sizes of the font to the side are an indent. */
const INDENT = 0.8;
/** A first line may stand out from the rest of its block by this many sizes, to either side. */
const DEEPEST_INDENT = 6;

const ENDS_SENTENCE = /[.!?:;。！？][)\]"'”’»]*$/u;
const MAY_END_ITEM = /(?:[.!?:;,。]|[;,] (?:and|or|und|oder|et|ou|y|o|e))[)\]"'”’»]*$/u;
const STARTS_SMALL = /^[("'“‘«[]*\p{Ll}/u;

/** Whether a line begins something new. First match counts. */
function startsBlock(group: readonly Line[], line: Line, look: Look): boolean {
  const before = group.at(-1);
  if (before === undefined || BULLET.test(line.text)) return true;
  if (!isOfSize(before, line)) return true;
  const forced = isForcedBreak(before, line, look);
  if (before.bold !== line.bold && (forced || !before.endsBold || !line.startsBold)) return true;

  const isMarked = NUMBER.test(line.text) || DASH.test(line.text);
  const step = (line.y - before.y) / line.size;
  if (line.page !== before.page || step < -SAME_PLACE || step > LONGEST_STEP * look.leading) {
    // A page or a column ends wherever it is full: only the words tell whether the paragraph does.
    if (line.page === before.page && step > 0) return true;
    if (isHeadingLike(before, look) || (isMarked && MAY_END_ITEM.test(before.text))) return true;
    return ENDS_SENTENCE.test(before.text) || (forced && !STARTS_SMALL.test(line.text));
  }
  if (step > look.leading * GAP) return true;
  if (isHeadingLike(before, look)) return NUMBER.test(line.text);

  const moved = (line.x - before.x) / line.size;
  if (isMarked && (forced || Math.abs(moved) > INDENT || MAY_END_ITEM.test(before.text))) return true;
  if (Math.abs(moved) > INDENT && !isCentred(before, line) && !isSecondLine(group, moved)) return true;
  return forced && !STARTS_SMALL.test(line.text);
}

/** The first line of a paragraph may stand in, the first line of an item stands out. */
function isSecondLine(group: readonly Line[], moved: number): boolean {
  return group.length === 1 && Math.abs(moved) <= DEEPEST_INDENT;
}

function isCentred(a: Line, b: Line): boolean {
  return Math.abs(a.x + a.right - (b.x + b.right)) < a.size;
}

/** Whether the next word would have had room on the line before: then the writer wanted a new line there. */
function isForcedBreak(before: Line, line: Line, { rightEdges }: Look): boolean {
  if (CUT_WORD.test(before.text)) return false;
  const word = /^\S+/.exec(line.text)?.[0].length ?? 0;
  const wordWidth = ((line.right - line.x) * (word + 1)) / line.text.length;
  return before.right + wordWidth + line.size < (rightEdges[before.page] ?? 0);
}

// ---- what it is -----------------------------------------------------------------------------------

/** A font this many times as large as the body's is a heading's. */
const CLEARLY_LARGER = 1.12;
/** More words than these are a paragraph in large or bold letters, and say something. */
const WORDS_OF_A_HEADING = 14;
const LONGEST_HEADING = 160;
/** What ends like a sentence is one, unless it is too short to be. */
const WORDS_OF_A_STOPPED_HEADING = 5;
const DEEPEST_LEVEL = 6;

const isHeadingLike = (line: Line, { bodySize, bodyIsBold }: Look): boolean =>
  line.size >= bodySize * CLEARLY_LARGER || (line.bold && !bodyIsBold && line.size >= bodySize * (1 - SAME_SIZE));

const sizeOf = (group: readonly Line[]): number => rounded(group[0]?.size ?? 0);

const isLarger = (group: readonly Line[], { bodySize }: Look): boolean => sizeOf(group) >= bodySize * CLEARLY_LARGER;

function blockOf(group: readonly Line[], look: Look, sizes: readonly number[]): PdfBlock {
  const text = joinLines(group, look.vocabulary);
  const x = group[0]?.x ?? 0;
  const bullet = BULLET.exec(text) ?? DASH.exec(text);
  if (bullet) return { kind: 'item', marker: '-', text: text.slice(bullet[0].length), x };
  if (group.every((line) => isHeadingLike(line, look)) && isHeadingText(text)) {
    const rank = sizes.indexOf(sizeOf(group));
    return { kind: 'heading', level: Math.min(rank === -1 ? sizes.length + 1 : rank + 1, DEEPEST_LEVEL), text };
  }
  const number = /^\d{1,3}[.)](?= )/.exec(text);
  if (number) return { kind: 'item', marker: number[0], text: text.slice(number[0].length).trim(), x };
  return { kind: 'paragraph', text };
}

function isHeadingText(text: string): boolean {
  const words = text.split(' ').length;
  if (words > WORDS_OF_A_HEADING || text.length > LONGEST_HEADING || !/[\p{L}\p{N}]/u.test(text)) return false;
  return !/[.!?;,]$/.test(text) || words <= WORDS_OF_A_STOPPED_HEADING;
}
