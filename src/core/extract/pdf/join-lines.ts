/** Lines of a paragraph → one line, with words cut at line ends made whole. */
import { SOFT_HYPHEN, type TextLine } from './assemble-lines.ts';

/** The words of a document, in lower case: they tell a word cut at a line end from two words with a hyphen. */
export type Vocabulary = ReadonlySet<string>;

const WORD = /\p{L}+(?:['’-]\p{L}+)*/gu;

/** Leaves out words that may be cut by a hyphen at the end of a line. */
export function collectVocabulary(lines: readonly TextLine[]): Vocabulary {
  const words = new Set<string>();
  let isCut = false;
  for (const { text } of lines) {
    const from = isCut ? (/^\S+/.exec(text)?.[0].length ?? 0) : 0;
    isCut = ENDS_HYPHENATED.test(text);
    const to = isCut ? text.length - (/\S+$/.exec(text)?.[0].length ?? 0) : text.length;
    for (const [word] of text.slice(from, Math.max(from, to)).matchAll(WORD)) words.add(word.toLowerCase());
  }
  return words;
}

/** Hyphens that belong to a word stay. */
export function joinLines(lines: readonly TextLine[], vocabulary: Vocabulary): string {
  const pieces: string[] = [];
  for (const { text } of lines) {
    const before = pieces.pop();
    if (before === undefined) pieces.push(text);
    else pieces.push(...joinPair(before, text, vocabulary));
  }
  return pieces.join('').replaceAll(SOFT_HYPHEN, '');
}

/** The word may continue on the next line. */
export const ENDS_HYPHENATED = /(?:\p{L}[-‐]|\u00ad)$/u;
/** The URL continues on the next line. */
const ENDS_INSIDE_URL = /(?:^|\s)(?:https?:\/\/|www\.)\S*[/?=&_.-]$/i;
const ENDS_WITH_SLASH = /\p{L}\/$/u;
/** Scripts written without spaces. */
const SPACELESS_SCRIPT = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}、。，]/u;

/** A line and the one after it, with what belongs between them. */
function joinPair(before: string, after: string, vocabulary: Vocabulary): string[] {
  if (before.endsWith(SOFT_HYPHEN)) return [before.slice(0, -1), after];
  const tail = before.slice(-MAX_WORD_CHARS);
  if (ENDS_INSIDE_URL.test(tail) || ENDS_WITH_SLASH.test(tail)) return [before, after];
  if (ENDS_HYPHENATED.test(tail))
    return [isLineBreakHyphen(tail, after, vocabulary) ? before.slice(0, -1) : before, after];
  const isSpaceless = SPACELESS_SCRIPT.test(tail.slice(-1)) && SPACELESS_SCRIPT.test(after.slice(0, 1));
  return isSpaceless ? [before, after] : [before, ' ', after];
}

const MAX_WORD_CHARS = 300;

/** Parts that English usually writes with a hyphen after them, seldom as the start of a longer word. */
const HYPHENATED_PREFIXES = new Set(
  'anti click client cloud cross end full high left long low machine multi non opt peer quasi real right royalty self semi server short single third three two user well'.split(
    ' ',
  ),
);
const MIN_PART_LETTERS = 3;

/** Whether the hyphen is there only because the line ended. The first match counts. */
function isLineBreakHyphen(before: string, after: string, vocabulary: Vocabulary): boolean {
  const left = /(\p{L}+(?:['’-]\p{L}+)*)[-‐]$/u.exec(before)?.[1]?.toLowerCase() ?? '';
  const right = /^\p{L}+/u.exec(after)?.[0] ?? '';
  // `Anglo-⏎American`, `COVID-⏎19`: no word is cut before a capital or a digit, unless all of it is in capitals.
  if (right === '' || (/^\p{Lu}/u.test(right) && !/\p{Lu}{2}[-‐]$/u.test(before))) return false;
  const rest = right.toLowerCase();
  if (vocabulary.has(left + rest)) return true;
  if (vocabulary.has(`${left}-${rest}`) || left.includes('-')) return false;
  if (HYPHENATED_PREFIXES.has(left)) return false;
  const areWords = [left, rest].every((part) => part.length >= MIN_PART_LETTERS && vocabulary.has(part));
  return !areWords;
}
