/** Letters without their marks, for finding: `é` is `e`, `ß` is `ss`, `ø` is `o`. Other alphabets keep theirs. */
const LATIN_MARKS = /(\p{Script=Latin})\p{M}+/gu;
/** Letters that are no letter with a mark to Unicode, but are typed as one. */
const LETTERS: Readonly<Record<string, string>> = { ß: 'ss', ø: 'o', ł: 'l', đ: 'd', æ: 'ae', œ: 'oe', ı: 'i' };

/** @param words in lower case. */
export function foldAccents(words: string): string {
  return words
    .normalize('NFD')
    .replace(LATIN_MARKS, '$1')
    .normalize('NFC')
    .replace(/[ßøłđæœı]/g, (letter) => LETTERS[letter] ?? letter);
}
