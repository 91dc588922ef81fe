/** Shortens texts to a number of characters, with an ellipsis. */

/** Cuts between words. */
export function truncateAtWord(text: string, maxLength: number): string {
  if (text.length <= maxLength) return text;
  const start = text.slice(0, maxLength - 2);
  return `${start.slice(0, Math.max(start.lastIndexOf(' '), maxLength / 2)).replace(/[\ud800-\udbff]$/, '')} …`;
}

/** The first half of a surrogate pair or of an escape sequence, left over at a cut. */
export const INCOMPLETE_TRAILING_CHARACTER = /(?:[\ud800-\udbff]|(?<!\\)(?:\\\\)*\\)$/;

/** Cuts escaped text between characters. */
export function truncateEscaped(text: string, maxLength: number): string {
  if (text.length <= maxLength) return text;
  return `${text.slice(0, maxLength - 1).replace(INCOMPLETE_TRAILING_CHARACTER, '')}…`;
}
