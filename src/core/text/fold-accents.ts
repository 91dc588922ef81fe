/** Folds Latin letters to plain ones for searching: `é` to `e`, `ß` to `ss`, `ø` to `o`. Other alphabets keep their marks. */
const LATIN_MARKS = /(\p{Script=Latin})\p{M}+/gu;
/** Letters that Unicode does not decompose, and people type without their mark. */
const LETTERS: Readonly<Record<string, string>> = { ß: 'ss', ø: 'o', ł: 'l', đ: 'd', æ: 'ae', œ: 'oe', ı: 'i' };

/** @param words in lower case. */
export function foldAccents(words: string): string {
  return words
    .normalize('NFD')
    .replace(LATIN_MARKS, '$1')
    .normalize('NFC')
    .replace(/[ßøłđæœı]/g, (letter) => LETTERS[letter] ?? letter);
}
