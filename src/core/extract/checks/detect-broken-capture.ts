/**
 * Compares the texts of two captures: is the new one the next version of the old one, and does what it lacks prove anything?
 * It errs on the side of accepting both.
 */
import type { Unreadable } from '../../../domain/document.ts';
import { splitMarkdownBlocks } from '../../text/markdown-blocks.ts';
import { textKey } from '../../text/normalise-text.ts';
import { segmentWords } from '../../text/segment-words.ts';
import { detectLanguage } from './detect-language.ts';

/** A text of fewer words cannot be told from a short new document. */
const MIN_WORDS_TO_JUDGE = 40;

/** What the checks compare of a text. */
export interface TextSummary {
  /** Characters of Markdown. */
  length: number;
  /** The longer words of the first heading, or of the first block where there is no heading. */
  title: ReadonlySet<string>;
  words: readonly string[];
  /** The word count of each block by its `textKey`, so equal blocks count once. */
  blocks: ReadonlyMap<string, number>;
}

export function summarizeText(markdown: string): TextSummary {
  const blocks = new Map<string, number>();
  const words: string[] = [];
  let title: Set<string> | undefined;
  let titleIsHeading = false;
  for (const block of splitMarkdownBlocks(markdown)) {
    const key = textKey(block);
    const wordsOfBlock = segmentWords(key);
    if (wordsOfBlock.length === 0) continue;
    for (const word of wordsOfBlock) words.push(word);
    blocks.set(key, wordsOfBlock.length);
    const isHeading = block.startsWith('#');
    if (title === undefined || (isHeading && !titleIsHeading)) {
      title = new Set(wordsOfBlock.filter((word) => word.length > 3));
      titleIsHeading = isHeading;
    }
  }
  return { length: markdown.length, title: title ?? new Set(), words, blocks };
}

// ---- two captures that are not one document

/** `side` is the capture that is not the document; the other one may be. */
export type BrokenCapture = Unreadable & { side: 'old' | 'new' };

/**
 * Why two readable texts are evidently not one document and its next version, or undefined.
 * The first match wins: a broken new text leaves the last good one in place, a broken old one makes the new text a new baseline.
 */
export function detectBrokenCapture(previous: TextSummary, next: TextSummary): BrokenCapture | undefined {
  const brokenNext = detectRepetition(next) ?? detectBrokenNext(previous, next);
  if (brokenNext) return { side: 'new', ...brokenNext };
  const brokenPrevious =
    detectRepetition(previous) ?? detectFragment(previous, next) ?? detectAddedPages(previous, next);
  return brokenPrevious && { side: 'old', ...brokenPrevious };
}

function detectBrokenNext(previous: TextSummary, next: TextSummary): Unreadable | undefined {
  if (previous.words.length < MIN_WORDS_TO_JUDGE) return undefined;
  return detectOtherLanguage(previous, next) ?? detectTruncation(previous, next) ?? detectOtherDocument(previous, next);
}

/** A text with a smaller share of unique words is one passage over and over: a crawl that went in circles. */
const MIN_UNIQUE_SHARE = 0.3;
const MIN_REPETITION_WORDS = 1000;

function detectRepetition({ words, blocks }: TextSummary): Unreadable | undefined {
  let unique = 0;
  for (const count of blocks.values()) unique += count;
  if (words.length < MIN_REPETITION_WORDS || unique >= words.length * MIN_UNIQUE_SHARE) return undefined;
  return { reason: 'other-document', detail: `${words.length} words, of which ${unique} are not repeated` };
}

/** A previous text with a smaller share of the next one's words was a fragment: so much is not written at once. */
const MAX_FRAGMENT_SHARE = 0.12;
/** A longer text is no fragment. */
const MAX_FRAGMENT_WORDS = 700;

function detectFragment(previous: TextSummary, next: TextSummary): Unreadable | undefined {
  const [before, after] = [previous.words.length, next.words.length];
  if (before > MAX_FRAGMENT_WORDS || after < MIN_WORDS_TO_JUDGE || before >= after * MAX_FRAGMENT_SHARE)
    return undefined;
  return { reason: 'truncated', detail: `${before} words before, ${after} now` };
}

/** A text that grew more than this and kept the old one whole has other pages beside it. */
const MIN_ADDED_PAGES_GROWTH = 2.5;
const MIN_KEPT_SHARE = 0.9;
/** No document grows more at once, kept or rewritten. */
const MAX_GROWTH = 6;

function detectAddedPages(previous: TextSummary, next: TextSummary): Unreadable | undefined {
  const [before, after] = [previous.words.length, next.words.length];
  const hasGrown = after > before * MIN_ADDED_PAGES_GROWTH && sharedShare(next, previous) >= MIN_KEPT_SHARE;
  if (before < MIN_WORDS_TO_JUDGE || !(hasGrown || after > before * MAX_GROWTH)) return undefined;
  return { reason: 'other-document', detail: `grew from ${before} to ${after} words: other pages are mixed in` };
}

function detectOtherLanguage(previous: TextSummary, next: TextSummary): Unreadable | undefined {
  const [before, after] = [detectLanguage(previous.words), detectLanguage(next.words)];
  if (before === undefined || after === undefined || before === after) return undefined;
  return { reason: 'other-language', detail: `was in ${before}, is in ${after}` };
}

/** A text with a smaller share of the words left may be cut off. Real rewrites seldom halve a document. */
const MIN_REMAINING_SHARE = 0.5;
/** It is the old text cut off if this share of it is old. A short new document is new text. */
const MIN_LEFTOVER_SHARE = 0.7;

function detectTruncation(previous: TextSummary, next: TextSummary): Unreadable | undefined {
  const share = next.words.length / previous.words.length;
  const isFragment = share < MAX_FRAGMENT_SHARE && previous.words.length > MAX_FRAGMENT_WORDS;
  if (share >= MIN_REMAINING_SHARE || (!isFragment && sharedShare(previous, next) < MIN_LEFTOVER_SHARE))
    return undefined;
  return { reason: 'truncated', detail: `${next.words.length} of ${previous.words.length} words are left` };
}

/** Two texts with a smaller share of blocks in common are different documents, if title and vocabulary differ too. */
const MIN_COMMON_SHARE = 0.05;
/** Cosine of word counts. Documents rewritten from end to end stayed above 0.75, other documents below 0.65. */
const MIN_SIMILARITY = 0.7;

function detectOtherDocument(previous: TextSummary, next: TextSummary): Unreadable | undefined {
  if (next.words.length < MIN_WORDS_TO_JUDGE) return undefined;
  if (sharedShare(previous, next) >= MIN_COMMON_SHARE || !previous.title.isDisjointFrom(next.title)) return undefined;
  if (cosineSimilarity(previous.words, next.words) >= MIN_SIMILARITY) return undefined;
  const titles = `"${[...previous.title].join(' ')}" and "${[...next.title].join(' ')}"`;
  return { reason: 'other-document', detail: `no clause in common, and the titles are ${titles}` };
}

// ---- a document that lost much of itself

/** Of a document with less left, another region's edition is likelier than a rewrite, whatever it gained. */
const MAX_HALVED_SHARE = 0.6;
/** Of a document with less left that gained hardly anything, closed accordions are likelier than a rewrite. */
const MAX_SHRUNK_SHARE = 0.72;
const MAX_NEW_SHARE = 0.04;
/** Markdown with more characters left has too many words left. */
const MAX_SHRUNK_LENGTH_SHARE = MAX_SHRUNK_SHARE + 0.1;

/** Whether a text lost so much that the missing part may only be shown elsewhere: its absence proves nothing. */
export function isShrunk(previous: TextSummary, next: TextSummary): boolean {
  if (next.length > previous.length * MAX_SHRUNK_LENGTH_SHARE) return false;
  const share = next.words.length / previous.words.length;
  return share < MAX_HALVED_SHARE || (share < MAX_SHRUNK_SHARE && sharedShare(previous, next) >= 1 - MAX_NEW_SHARE);
}

// ---- similarity

/** The share of `next`, in words, whose blocks are in `previous`. */
function sharedShare(previous: TextSummary, next: TextSummary): number {
  let shared = 0;
  let total = 0;
  for (const [key, words] of next.blocks) {
    total += words;
    if (previous.blocks.has(key)) shared += words;
  }
  return total === 0 ? 1 : shared / total;
}

/** From 0, no word in common, to 1, the same words as often. Short words are grammar, which every text has. */
function cosineSimilarity(a: readonly string[], b: readonly string[]): number {
  const [countsA, countsB] = [countWords(a), countWords(b)];
  let product = 0;
  for (const [word, count] of countsA) product += count * (countsB.get(word) ?? 0);
  const norms = vectorNorm(countsA) * vectorNorm(countsB);
  return norms === 0 ? 1 : product / norms;
}

function countWords(words: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const word of words) if (word.length >= 4) counts.set(word, (counts.get(word) ?? 0) + 1);
  return counts;
}

function vectorNorm(counts: ReadonlyMap<string, number>): number {
  let squares = 0;
  for (const count of counts.values()) squares += count * count;
  return Math.sqrt(squares);
}
