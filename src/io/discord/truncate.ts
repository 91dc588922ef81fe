/** Cuts between words, with an ellipsis, to at most so many characters. */
export function truncateAtWord(text: string, maxLength: number): string {
  if (text.length <= maxLength) return text;
  const start = text.slice(0, maxLength - 2);
  return `${start.slice(0, Math.max(start.lastIndexOf(' '), maxLength / 2)).replace(/[\ud800-\udbff]$/, '')} …`;
}

/** What must not stand last where a text is cut: the first half of a character, or of an escaped one. */
export const INCOMPLETE_TRAILING_CHARACTER = /(?:[\ud800-\udbff]|(?<!\\)(?:\\\\)*\\)$/;

/** Shortens escaped text at a limit without splitting a character in two. */
export function truncateEscaped(words: string, maxLength: number): string {
  if (words.length <= maxLength) return words;
  return `${words.slice(0, maxLength - 1).replace(INCOMPLETE_TRAILING_CHARACTER, '')}…`;
}
