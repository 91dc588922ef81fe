/** Splits running text into words for counting. */
import { NON_ASCII } from './normalise-text.ts';

/** In scripts without spaces every character counts as a word. */
export function segmentWords(text: string): string[] {
  return text.match(NON_ASCII.test(text) ? WORD : ASCII_WORD) ?? [];
}

const WORD = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]|[\p{L}\p{N}]+(?:'[\p{L}]+)?/gu;
const ASCII_WORD = /[a-z\d]+(?:'[a-z]+)?/gi;
