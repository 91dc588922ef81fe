/**
 * Splits a version into clauses: sentences, each with the headings above it and, in a list, the line that introduces the list.
 * Every clause is an exact substring of the Markdown. Runs in linear time.
 */
import type { Clause, Quote } from '../../domain/document.ts';
import { splitMarkdownBlocks } from '../text/markdown-blocks.ts';
import { plainText, textKey } from '../text/normalise-text.ts';
import { isDateLine } from './document-dates.ts';

/** A paragraph, list item or table row. Its text is an exact substring of the Markdown. */
export interface Passage {
  text: string;
  /** Headings above it, outermost first, without markup. */
  section: string[];
  /** The lines that introduce its list, outermost first, without markup; '' outside a list. */
  lead: string;
}

export function splitIntoClauses(markdown: string): Clause[] {
  return splitIntoPassages(markdown).flatMap(splitPassage);
}

/** In order. Headings are no passages, but the sections of those below them. */
export function splitIntoPassages(markdown: string): Passage[] {
  const headings: { level: number; words: string }[] = [];
  let leads: { indent: number; words: string }[] = [];
  const passages: Passage[] = [];
  for (const block of joinBrokenParagraphs(markdown).flatMap(splitHeadingFromText)) {
    const heading = parseHeading(block);
    if (heading !== undefined) {
      while ((headings.at(-1)?.level ?? 0) >= heading.level) headings.pop();
      headings.push(heading);
      leads = [];
      continue;
    }
    const indent = indentOf(block);
    leads = leads.filter((lead) => lead.indent < indent);
    const section = headings.map(({ words }) => words);
    const lead =
      leads
        .slice(-MAX_NESTED_LEADS)
        .map(({ words }) => words)
        .join(' ') || continuedLead(block, passages.at(-1));
    passages.push({ text: block.trim(), section, lead });
    if (isListIntroduction(block)) leads.push({ indent, words: plainText(block).slice(-MAX_LEAD_CHARS) });
  }
  return passages;
}

/** A line that only dates the document is no clause. */
export function splitPassage({ text, section, lead }: Passage): Clause[] {
  let cellLead = '';
  return splitSentences(text).flatMap((sentence) => {
    const key = textKey(sentence);
    if (key === '' || isDateLine(sentence)) return [];
    // A list inside a table cell is introduced in the cell.
    if (!BULLET.test(sentence))
      cellLead = isListIntroduction(sentence.replace(LINE_BREAKS, '')) ? plainText(sentence) : '';
    return [{ text: sentence, section, lead: BULLET.test(sentence) && cellLead !== '' ? cellLead : lead, key }];
  });
}

const BULLET = /^[*•–-] /;
const LINE_BREAKS = /(?:<br ?\/?>\s*)+$/;

/** Quotes the exact words, under the nearest heading. */
export function quoteClause(side: Quote['side'], { text, section }: Clause): Quote {
  return { side, section: section.at(-1) ?? '', text };
}

// ---- paragraphs broken in mid-phrase ------------------------------------------------------------

/** Splits a text into blocks and rejoins those that a recorder broke in mid-phrase, blank line included. */
function joinBrokenParagraphs(markdown: string): string[] {
  const paragraphs: string[] = [];
  let [start, end] = [0, 0];
  let isBroken = false;
  for (const block of splitMarkdownBlocks(markdown)) {
    const blockStart = markdown.indexOf(block, end);
    end = blockStart + block.length;
    if (isBroken && STARTS_MID_PHRASE.test(block)) {
      paragraphs[paragraphs.length - 1] = markdown.slice(start, end);
    } else {
      paragraphs.push(block);
      start = blockStart;
    }
    isBroken = endsMidPhrase(block);
  }
  return paragraphs;
}

/** A word in lower case. A single letter is a bullet, and a Roman numeral a list marker. */
const STARTS_MID_PHRASE = /^["'“‘(]?(?![ivxl]+[).])\p{Ll}{2}/u;
const ENDS_IN_MID_PHRASE = /[\p{L}\p{N}’'”")],?\s*$/u;
/** How an item ends in a list without markers. */
const ENDS_ITEM = /[;,] ?(?:and|or|und|oder|et|ou|y|o|e)\s*$/i;
/** A shorter line was meant to end where it does. */
const MIN_FULL_LINE_CHARS = 40;

function endsMidPhrase(block: string): boolean {
  const lastLine = block.slice(block.lastIndexOf('\n') + 1);
  if (lastLine.length < MIN_FULL_LINE_CHARS || /^\s*[#|]/.test(block)) return false;
  return ENDS_IN_MID_PHRASE.test(lastLine) && !ENDS_ITEM.test(lastLine);
}

// ---- headings and lists -------------------------------------------------------------------------

const ATX_HEADING = /^\s*(#{1,6})\s/;
const UNDERLINE = /\n\s*(=+|-{2,})\s*$/;
/** A paragraph that is all bold is a heading in all but name. */
const BOLD_LINE = /^\s*(?:\*\*|__)[^*\n]{1,120}(?:\*\*|__)[:.]?\s*$/;
const BOLD_LEVEL = 7;

/** Handwritten Markdown may lack the blank line below a heading. A heading of several lines has hard breaks. */
function splitHeadingFromText(block: string): string[] {
  const end = block.indexOf('\n');
  const isHeadingAndText = end > 0 && ATX_HEADING.test(block) && !/(?: {2}|\\)$/.test(block.slice(0, end));
  return isHeadingAndText ? [block.slice(0, end), block.slice(end + 1)] : [block];
}

/** A longer "heading" is a paragraph in large letters. */
const MAX_HEADING_WORDS = 14;
/** Every clause of a section carries its heading, so a hostile one must not be long. */
const MAX_HEADING_CHARS = 300;

function parseHeading(block: string): { level: number; words: string } | undefined {
  const heading = parseMarkedHeading(block);
  return heading && isShort(heading.words) ? heading : undefined;
}

const isShort = (words: string): boolean =>
  words.length <= MAX_HEADING_CHARS && words.split(' ').length <= MAX_HEADING_WORDS;

function parseMarkedHeading(block: string): { level: number; words: string } | undefined {
  const atx = ATX_HEADING.exec(block);
  const underlined = UNDERLINE.exec(block);
  if (atx) return { level: atx[1]?.length ?? 1, words: plainText(block) };
  if (underlined && !isTableRule(block)) {
    return { level: underlined[1]?.startsWith('=') ? 1 : 2, words: plainText(block.slice(0, underlined.index)) };
  }
  return BOLD_LINE.test(block) ? { level: BOLD_LEVEL, words: plainText(block) } : undefined;
}

const isTableRule = (block: string): boolean => block.trimStart().startsWith('|');

const LIST_ITEM = /^([ \t]*)(?:[*+-]|\d{1,9}[.)]|\(?(?:[a-z]|[ivx]{1,5}|\d{1,2})\\?\))(?=[ \t])/;
/** Left of every list. */
const PARAGRAPH = -1;
/** A single space may be chance; text that belongs to a list item is indented below the item's words. */
const MIN_INDENT = 2;

/** Lists further right belong to the line above that introduces them. */
function indentOf(block: string): number {
  const item = LIST_ITEM.exec(block);
  if (item) return widthOf(item[1] ?? '');
  const indent = widthOf(/^[ \t]*/.exec(block)?.[0] ?? '');
  return indent >= MIN_INDENT ? indent : PARAGRAPH;
}

/** An item such as `(viii) …` that no line with a colon introduces continues the list of the passage before it. */
function continuedLead(block: string, previous: Passage | undefined): string {
  if (previous === undefined || !ENUMERATED.test(block)) return '';
  return ENUMERATED.test(previous.text) ? previous.lead : plainText(previous.text).slice(-MAX_LEAD_CHARS);
}

const ENUMERATED = /^\s*(?:[*+-]\s+)?(?:\(?(?:[a-z]|[ivx]{1,5})\\?[).]|\(\d{1,2}\))\s/;

const widthOf = (space: string): number => space.replaceAll('\t', '    ').length;

/** Leads further out say nothing about an item any more. */
const MAX_NESTED_LEADS = 4;
const MAX_LEAD_CHARS = 600;
const COLON_AT_END = /[:：][*_\s]*$/;
const isListIntroduction = (block: string): boolean => COLON_AT_END.test(block);

// ---- sentences ----------------------------------------------------------------------------------

/** A full stop with closing marks and white space, or a hard line break, which table cells write as a tag. */
const SENTENCE_END =
  /(?<![.!?。！？])[.!?。！？]+["'”’»)\]*_]{0,4}(?:\[\d{1,3}\])?\s+|(?:(?<! ) {2,}|\\)\n\s*|(?:<br ?\/?>\s*)+|[。！？]+/g;
const STARTS_SENTENCE = /^["'“‘«¿¡([*_]{0,4}[\p{Lu}\p{N}\p{Lo}]/u;
/** After these a full stop ends no sentence. */
const ABBREVIATION =
  /(?:^|[\s("“])(?:e\.g|i\.e|etc|incl|inc|ltd|corp|llc|co|no|nos|vs|art|sec|para|approx|mr|mrs|ms|dr|prof|st|u\.s|u\.k|u\.s\.a|z\.b|d\.h|bzw|ggf|abs|nr|usw|vgl|p\.ej|p\. ej|núm|c\.d|n|pág|cf|p\. ex|\p{Lu}|\d{1,3}|[ivx]{1,4})\.$/iu;
const MAX_ABBREVIATION_CHARS = 12;

/** Longer sentences are split between words. */
const MAX_CLAUSE_CHARS = 4000;

function splitSentences(text: string): string[] {
  const sentences: string[] = [];
  let start = 0;
  const cutAt = (end: number) => {
    const sentence = text.slice(start, end).trim();
    if (sentence !== '') sentences.push(...splitOverlongSentence(sentence));
    start = end;
  };
  for (const match of text.matchAll(SENTENCE_END)) {
    const end = match.index + match[0].length;
    if (isHardBreak(match[0]) || endsSentence(text, match.index, end)) cutAt(end);
  }
  cutAt(text.length);
  return sentences;
}

const isHardBreak = (mark: string): boolean => /^(?: {2,}|\\)\n|^<br/.test(mark) || /^[。！？]/.test(mark);

function endsSentence(text: string, stop: number, end: number): boolean {
  if (!STARTS_SENTENCE.test(text.slice(end, end + 6))) return false;
  return text[stop] !== '.' || !ABBREVIATION.test(text.slice(Math.max(0, stop - MAX_ABBREVIATION_CHARS), stop + 1));
}

function splitOverlongSentence(sentence: string): string[] {
  const pieces: string[] = [];
  let rest = sentence;
  while (rest.length > MAX_CLAUSE_CHARS) {
    const space = rest.lastIndexOf(' ', MAX_CLAUSE_CHARS);
    const end = space > MAX_CLAUSE_CHARS / 2 ? space : MAX_CLAUSE_CHARS;
    pieces.push(rest.slice(0, end).trim());
    rest = rest.slice(end).trim();
  }
  return [...pieces, rest];
}
