/**
 * The sanity gate, for a text and the one before it: is the new one the next version of the old one, and what may be concluded from
 * what it lacks? Like the gate for one text it errs on the side of reading.
 */
import { keepLast } from '../text/keep-last.ts';
import { sayKey } from '../text/normalise-text.ts';
import { blocksOf } from '../text/markdown-blocks.ts';
import { languageOf } from './detect-language.ts';
import { type Unreadable, wordsIn } from './detect-unreadable.ts';

/** Less than this share of the words left: a candidate for a broken capture. Real rewrites seldom halve a document. */
const COLLAPSED_SHARE = 0.5;
/** What is left is the old text, cut off, when this share of it stood there before. A short new document is new text. */
const LEFT_OVER_SHARE = 0.7;
/** Two texts with a smaller share of blocks in common are different documents, if title and vocabulary differ too. */
const COMMON_SHARE = 0.05;
/** Cosine of two texts' word counts. Documents rewritten from end to end stayed above 0.75, other documents below 0.65. */
const KINDRED = 0.7;
/** Fewer words than this cannot be told apart from a new short document. */
const FEWEST_WORDS_TO_JUDGE = 40;

/** A text this much longer than the one before it was not written in between: the one before was a fragment. */
const FRAGMENT_SHARE = 0.12;
/** Of this many words and fewer a fragment is suspected at all; a long text is no fragment. */
const LONGEST_FRAGMENT = 700;
/** A text this many times as long that kept the old one whole has other pages put beside it. */
const PAGES_ADDED = 2.5;
const KEPT_WHOLE = 0.9;
/** A text in which so little is said once is one passage over and over: a crawl that went in circles. */
const SAID_ONCE_SHARE = 0.3;
const FEWEST_WORDS_OF_A_LOOP = 1000;

/** Which of two texts is not the document; the other one may be. */
export type Broken = Unreadable & { side: 'old' | 'new' };

/**
 * Why two texts, though readable, are evidently not one document and its next version.
 * First match wins: a broken new text leaves the last good one standing, a broken old one makes the new text a new baseline.
 */
export function unreadableAfter(previousMarkdown: string, nextMarkdown: string): Broken | undefined {
  const previous = summaryOf(previousMarkdown);
  const next = summaryOf(nextMarkdown);
  const brokenNext = goesInCircles(next) ?? truncatedAfter(previous, next);
  if (brokenNext) return { side: 'new', ...brokenNext };
  const brokenPrevious = goesInCircles(previous) ?? fragmentBefore(previous, next) ?? pagesAdded(previous, next);
  return brokenPrevious && { side: 'old', ...brokenPrevious };
}

function truncatedAfter(previous: Summary, next: Summary): Unreadable | undefined {
  if (previous.words.length < FEWEST_WORDS_TO_JUDGE) return undefined;
  return otherLanguage(previous, next) ?? truncated(previous, next) ?? otherDocument(previous, next);
}

function goesInCircles({ words, blocks }: Summary): Unreadable | undefined {
  let saidOnce = 0;
  for (const count of blocks.values()) saidOnce += count;
  if (words.length < FEWEST_WORDS_OF_A_LOOP || saidOnce >= words.length * SAID_ONCE_SHARE) return undefined;
  return { reason: 'other-document', detail: `${words.length} words, of which ${saidOnce} are said once` };
}

function fragmentBefore(previous: Summary, next: Summary): Unreadable | undefined {
  const [before, after] = [previous.words.length, next.words.length];
  if (before > LONGEST_FRAGMENT || after < FEWEST_WORDS_TO_JUDGE || before >= after * FRAGMENT_SHARE) return undefined;
  return { reason: 'truncated', detail: `${before} words before, ${after} now` };
}

function pagesAdded(previous: Summary, next: Summary): Unreadable | undefined {
  const [before, after] = [previous.words.length, next.words.length];
  const grown = after > before * PAGES_ADDED && shareFrom(next, previous) >= KEPT_WHOLE;
  const other = before * LONGEST_GROWTH < after;
  if (before < FEWEST_WORDS_TO_JUDGE || !(grown || other)) return undefined;
  return { reason: 'other-document', detail: `${after} words where ${before} were: other pages are read beside it` };
}

/** No document grows so much at once, kept or rewritten. */
const LONGEST_GROWTH = 6;

/** Of a document that lost this much, whatever it gained, another region's edition is likelier than a rewrite. */
const HALVED_SHARE = 0.6;
/** Of a document that lost this much and gained hardly anything, closed accordions are likelier than a rewrite. */
const SHRUNK_SHARE = 0.72;
const HARDLY_NEW = 0.04;

/** The text lost so much that what is missing from it may only be shown elsewhere: nothing is proved by its absence. */
export function isShrunk(previousMarkdown: string, nextMarkdown: string): boolean {
  if (nextMarkdown.length > previousMarkdown.length * (SHRUNK_SHARE + 0.1)) return false;
  const [previous, next] = [summaryOf(previousMarkdown), summaryOf(nextMarkdown)];
  const share = next.words.length / previous.words.length;
  return share < HALVED_SHARE || (share < SHRUNK_SHARE && shareFrom(previous, next) >= 1 - HARDLY_NEW);
}

interface Summary {
  title: Set<string>;
  words: string[];
  /** Blocks by what they say, with the number of their words. */
  blocks: Map<string, number>;
}

const summaryOf = keepLast((markdown): Summary => {
  const blocks = new Map<string, number>();
  const words: string[] = [];
  let title: Set<string> | undefined;
  let titleIsHeading = false;
  for (const block of blocksOf(markdown)) {
    const key = sayKey(block);
    const wordsOfBlock = wordsIn(key);
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

function otherLanguage(previous: Summary, next: Summary): Unreadable | undefined {
  const [before, after] = [languageOf(previous.words), languageOf(next.words)];
  if (before === undefined || after === undefined || before === after) return undefined;
  return { reason: 'other-language', detail: `was in ${before}, is in ${after}` };
}

function truncated(previous: Summary, next: Summary): Unreadable | undefined {
  const share = next.words.length / previous.words.length;
  const isFragment = share < FRAGMENT_SHARE && previous.words.length > LONGEST_FRAGMENT;
  if (share >= COLLAPSED_SHARE || (!isFragment && shareFrom(previous, next) < LEFT_OVER_SHARE)) return undefined;
  return {
    reason: 'truncated',
    detail: `${next.words.length} of ${previous.words.length} words are left`,
  };
}

function otherDocument(previous: Summary, next: Summary): Unreadable | undefined {
  if (next.words.length < FEWEST_WORDS_TO_JUDGE) return undefined;
  if (shareFrom(previous, next) >= COMMON_SHARE || !previous.title.isDisjointFrom(next.title)) return undefined;
  if (kinship(previous.words, next.words) >= KINDRED) return undefined;
  const titles = `"${[...previous.title].join(' ')}" and "${[...next.title].join(' ')}"`;
  return { reason: 'other-document', detail: `no clause in common, and titles are ${titles}` };
}

/** How much of `next` stood in `previous`, block by block and weighed by words. */
function shareFrom(previous: Summary, next: Summary): number {
  let common = 0;
  let all = 0;
  for (const [key, words] of next.blocks) {
    all += words;
    if (previous.blocks.has(key)) common += words;
  }
  return all === 0 ? 1 : common / all;
}

/** From 0, no word in common, to 1, the same words as often. Short words are grammar and stand in every text. */
function kinship(a: readonly string[], b: readonly string[]): number {
  const [countsA, countsB] = [countsOf(a), countsOf(b)];
  let product = 0;
  for (const [word, count] of countsA) product += count * (countsB.get(word) ?? 0);
  const lengths = lengthOf(countsA) * lengthOf(countsB);
  return lengths === 0 ? 1 : product / lengths;
}

function countsOf(words: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const word of words) if (word.length >= 4) counts.set(word, (counts.get(word) ?? 0) + 1);
  return counts;
}

function lengthOf(counts: ReadonlyMap<string, number>): number {
  let squares = 0;
  for (const count of counts.values()) squares += count * count;
  return Math.sqrt(squares);
}
