/** Lines → running text, as if the page were as wide as the paragraph is long. */
import { type Line, SOFT_HYPHEN } from './assemble-lines.ts';

/** The words of a document and how it writes them: what tells a word cut at the end of a line from two words with a hyphen. */
export type Vocabulary = ReadonlySet<string>;

const WORD = /\p{L}+(?:['’-]\p{L}+)*/gu;

/** Words that stand whole in a line; what a hyphen at the end of a line cut in two is none. */
export function vocabularyOf(lines: readonly Line[]): Vocabulary {
  const words = new Set<string>();
  let cut = false;
  for (const { text } of lines) {
    const from = cut ? (/^\S+/.exec(text)?.[0].length ?? 0) : 0;
    cut = CUT_WORD.test(text);
    const to = cut ? text.length - (/\S+$/.exec(text)?.[0].length ?? 0) : text.length;
    for (const [word] of text.slice(from, Math.max(from, to)).matchAll(WORD)) words.add(word.toLowerCase());
  }
  return words;
}

/** One line of text. Words cut at the end of a line are whole again; hyphens that belong to a word stay. */
export function joinLines(lines: readonly Line[], vocabulary: Vocabulary): string {
  const pieces: string[] = [];
  for (const { text } of lines) {
    const before = pieces.pop();
    if (before === undefined) pieces.push(text);
    else pieces.push(...joined(before, text, vocabulary));
  }
  return pieces.join('').replaceAll(SOFT_HYPHEN, '');
}

/** At the end of a line: the word goes on in the next one. */
export const CUT_WORD = /(?:\p{L}[-‐]|\u00ad)$/u;
/** An address goes on where it was broken. */
const CUT_ADDRESS = /(?:^|\s)(?:https?:\/\/|www\.)\S*[/?=&_.-]$/i;
const CUT_AT_SLASH = /\p{L}\/$/u;
/** Scripts written without spaces. */
const NO_SPACE = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}、。，]/u;

/** The end of what was read and the line after it, with what belongs between them. */
function joined(before: string, after: string, vocabulary: Vocabulary): string[] {
  if (before.endsWith(SOFT_HYPHEN)) return [before.slice(0, -1), after];
  const tail = before.slice(-LONGEST_WORD);
  if (CUT_ADDRESS.test(tail) || CUT_AT_SLASH.test(tail)) return [before, after];
  if (CUT_WORD.test(tail)) return [isCut(tail, after, vocabulary) ? before.slice(0, -1) : before, after];
  const spaceless = NO_SPACE.test(tail.slice(-1)) && NO_SPACE.test(after.slice(0, 1));
  return spaceless ? [before, after] : [before, ' ', after];
}

const LONGEST_WORD = 300;

/** What English writes with a hyphen after it, and seldom begins a longer word with. */
const HYPHENATED = new Set(
  'anti click client cloud cross end full high left long low machine multi non opt peer quasi real right royalty self semi server short single third three two user well'.split(
    ' ',
  ),
);
const FEWEST_LETTERS_OF_A_PART = 3;

/** Whether the hyphen is there only because the line ended. First match counts. */
function isCut(before: string, after: string, vocabulary: Vocabulary): boolean {
  const left = /(\p{L}+(?:['’-]\p{L}+)*)[-‐]$/u.exec(before)?.[1]?.toLowerCase() ?? '';
  const right = /^\p{L}+/u.exec(after)?.[0] ?? '';
  // `Anglo-⏎American`, `COVID-⏎19`: nobody cuts a word before a capital or a digit, unless it is in capitals all through.
  if (right === '' || (/^\p{Lu}/u.test(right) && !/\p{Lu}{2}[-‐]$/u.test(before))) return false;
  const rest = right.toLowerCase();
  if (vocabulary.has(left + rest)) return true;
  if (vocabulary.has(`${left}-${rest}`) || left.includes('-')) return false;
  if (HYPHENATED.has(left)) return false;
  const areWords = [left, rest].every((part) => part.length >= FEWEST_LETTERS_OF_A_PART && vocabulary.has(part));
  return !areWords;
}
