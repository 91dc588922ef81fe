/**
 * The sanity gate, for a text and the one before it: is the new one the next version of the old one, and what may be concluded from
 * what it lacks? Like the gate for one text it errs on the side of reading.
 */
import { memoize } from '../text/keep-last.ts';
import { splitMarkdownBlocks } from '../text/markdown-blocks.ts';
import { textKey } from '../text/normalise-text.ts';
import { detectLanguage } from './detect-language.ts';
import { splitWords, type Unreadable } from './detect-unreadable.ts';

/** Less than this share of the words left: a candidate for a broken capture. Real rewrites seldom halve a document. */
const MIN_REMAINING_SHARE = 0.5;
/** What is left is the old text, cut off, when this share of it stood there before. A short new document is new text. */
const MIN_LEFTOVER_SHARE = 0.7;
/** Two texts with a smaller share of blocks in common are different documents, if title and vocabulary differ too. */
const MIN_COMMON_SHARE = 0.05;
/** Cosine of two texts' word counts. Documents rewritten from end to end stayed above 0.75, other documents below 0.65. */
const MIN_SIMILARITY = 0.7;
/** Fewer words than this cannot be told apart from a new short document. */
const MIN_WORDS_TO_JUDGE = 40;

/** A text this much longer than the one before it was not written in between: the one before was a fragment. */
const MAX_FRAGMENT_SHARE = 0.12;
/** Of this many words and fewer a fragment is suspected at all; a long text is no fragment. */
const MAX_FRAGMENT_WORDS = 700;
/** A text this many times as long that kept the old one whole has other pages put beside it. */
const MIN_ADDED_PAGES_GROWTH = 2.5;
const MIN_KEPT_SHARE = 0.9;
/** A text in which so little is said once is one passage over and over: a crawl that went in circles. */
const MIN_UNIQUE_SHARE = 0.3;
const MIN_REPETITION_WORDS = 1000;

/** Which of two texts is not the document; the other one may be. */
export type BrokenCapture = Unreadable & { side: 'old' | 'new' };

/**
 * Why two texts, though readable, are evidently not one document and its next version.
 * First match wins: a broken new text leaves the last good one standing, a broken old one makes the new text a new baseline.
 */
export function detectBrokenCapture(previousMarkdown: string, nextMarkdown: string): BrokenCapture | undefined {
  const previous = summarizeText(previousMarkdown);
  const next = summarizeText(nextMarkdown);
  const brokenNext = detectRepetition(next) ?? detectBrokenNew(previous, next);
  if (brokenNext) return { side: 'new', ...brokenNext };
  const brokenPrevious =
    detectRepetition(previous) ?? detectFragment(previous, next) ?? detectAddedPages(previous, next);
  return brokenPrevious && { side: 'old', ...brokenPrevious };
}

function detectBrokenNew(previous: TextSummary, next: TextSummary): Unreadable | undefined {
  if (previous.words.length < MIN_WORDS_TO_JUDGE) return undefined;
  return detectOtherLanguage(previous, next) ?? truncated(previous, next) ?? detectOtherDocument(previous, next);
}

function detectRepetition({ words, blocks }: TextSummary): Unreadable | undefined {
  let saidOnce = 0;
  for (const count of blocks.values()) saidOnce += count;
  if (words.length < MIN_REPETITION_WORDS || saidOnce >= words.length * MIN_UNIQUE_SHARE) return undefined;
  return { reason: 'other-document', detail: `${words.length} words, of which ${saidOnce} are said once` };
}

function detectFragment(previous: TextSummary, next: TextSummary): Unreadable | undefined {
  const [before, after] = [previous.words.length, next.words.length];
  if (before > MAX_FRAGMENT_WORDS || after < MIN_WORDS_TO_JUDGE || before >= after * MAX_FRAGMENT_SHARE)
    return undefined;
  return { reason: 'truncated', detail: `${before} words before, ${after} now` };
}

function detectAddedPages(previous: TextSummary, next: TextSummary): Unreadable | undefined {
  const [before, after] = [previous.words.length, next.words.length];
  const grown = after > before * MIN_ADDED_PAGES_GROWTH && sharedShare(next, previous) >= MIN_KEPT_SHARE;
  const other = before * MAX_GROWTH < after;
  if (before < MIN_WORDS_TO_JUDGE || !(grown || other)) return undefined;
  return { reason: 'other-document', detail: `${after} words where ${before} were: other pages are read beside it` };
}

/** No document grows so much at once, kept or rewritten. */
const MAX_GROWTH = 6;

/** Of a document that lost this much, whatever it gained, another region's edition is likelier than a rewrite. */
const MAX_HALVED_SHARE = 0.6;
/** Of a document that lost this much and gained hardly anything, closed accordions are likelier than a rewrite. */
const MAX_SHRUNK_SHARE = 0.72;
const MAX_NEW_SHARE = 0.04;

/** The text lost so much that what is missing from it may only be shown elsewhere: nothing is proved by its absence. */
export function isShrunk(previousMarkdown: string, nextMarkdown: string): boolean {
  if (nextMarkdown.length > previousMarkdown.length * (MAX_SHRUNK_SHARE + 0.1)) return false;
  const [previous, next] = [summarizeText(previousMarkdown), summarizeText(nextMarkdown)];
  const share = next.words.length / previous.words.length;
  return share < MAX_HALVED_SHARE || (share < MAX_SHRUNK_SHARE && sharedShare(previous, next) >= 1 - MAX_NEW_SHARE);
}

interface TextSummary {
  title: Set<string>;
  words: string[];
  /** Blocks by what they say, with the number of their words. */
  blocks: Map<string, number>;
}

const summarizeText = memoize((markdown): TextSummary => {
  const blocks = new Map<string, number>();
  const words: string[] = [];
  let title: Set<string> | undefined;
  let titleIsHeading = false;
  for (const block of splitMarkdownBlocks(markdown)) {
    const key = textKey(block);
    const wordsOfBlock = splitWords(key);
    if (wordsOfBlock.length === 0) continue;
    for (const word of wordsOfBlock) words.push(word);
    blocks.set(key, wordsOfBlock.length);
    const isHeading = block.startsWith('#');
    if (title === undefined || (isHeading && !titleIsHeading)) {
      title = new Set(wordsOfBlock.filter((word) => word.length > 3));
      titleIsHeading = isHeading;
    }
  }
  return { title: title ?? new Set(), words, blocks };
});

function detectOtherLanguage(previous: TextSummary, next: TextSummary): Unreadable | undefined {
  const [before, after] = [detectLanguage(previous.words), detectLanguage(next.words)];
  if (before === undefined || after === undefined || before === after) return undefined;
  return { reason: 'other-language', detail: `was in ${before}, is in ${after}` };
}

function truncated(previous: TextSummary, next: TextSummary): Unreadable | undefined {
  const share = next.words.length / previous.words.length;
  const isFragment = share < MAX_FRAGMENT_SHARE && previous.words.length > MAX_FRAGMENT_WORDS;
  if (share >= MIN_REMAINING_SHARE || (!isFragment && sharedShare(previous, next) < MIN_LEFTOVER_SHARE))
    return undefined;
  return {
    reason: 'truncated',
    detail: `${next.words.length} of ${previous.words.length} words are left`,
  };
}

function detectOtherDocument(previous: TextSummary, next: TextSummary): Unreadable | undefined {
  if (next.words.length < MIN_WORDS_TO_JUDGE) return undefined;
  if (sharedShare(previous, next) >= MIN_COMMON_SHARE || !previous.title.isDisjointFrom(next.title)) return undefined;
  if (cosineSimilarity(previous.words, next.words) >= MIN_SIMILARITY) return undefined;
  const titles = `"${[...previous.title].join(' ')}" and "${[...next.title].join(' ')}"`;
  return { reason: 'other-document', detail: `no clause in common, and titles are ${titles}` };
}

/** How much of `next` stood in `previous`, block by block and weighed by words. */
function sharedShare(previous: TextSummary, next: TextSummary): number {
  let common = 0;
  let all = 0;
  for (const [key, words] of next.blocks) {
    all += words;
    if (previous.blocks.has(key)) common += words;
  }
  return all === 0 ? 1 : common / all;
}

/** From 0, no word in common, to 1, the same words as often. Short words are grammar and stand in every text. */
function cosineSimilarity(a: readonly string[], b: readonly string[]): number {
  const [countsA, countsB] = [wordCounts(a), wordCounts(b)];
  let product = 0;
  for (const [word, count] of countsA) product += count * (countsB.get(word) ?? 0);
  const lengths = vectorNorm(countsA) * vectorNorm(countsB);
  return lengths === 0 ? 1 : product / lengths;
}

function wordCounts(words: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const word of words) if (word.length >= 4) counts.set(word, (counts.get(word) ?? 0) + 1);
  return counts;
}

function vectorNorm(counts: ReadonlyMap<string, number>): number {
  let squares = 0;
  for (const count of counts.values()) squares += count * count;
  return Math.sqrt(squares);
}
