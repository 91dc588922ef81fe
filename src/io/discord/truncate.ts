/** Cuts between words, with an ellipsis, to at most so many characters. */
export function cutWords(text: string, most: number): string {
  if (text.length <= most) return text;
  const start = text.slice(0, most - 2);
  return `${start.slice(0, Math.max(start.lastIndexOf(' '), most / 2)).replace(/[\ud800-\udbff]$/, '')} …`;
}

/** What must not stand last where a text is cut: the first half of a character, or of an escaped one. */
export const HALF_A_CHARACTER = /(?:[\ud800-\udbff]|(?<!\\)(?:\\\\)*\\)$/;

/** Shortens escaped text at a limit without splitting a character in two. */
export function cutEscaped(words: string, most: number): string {
  if (words.length <= most) return words;
  return `${words.slice(0, most - 1).replace(HALF_A_CHARACTER, '')}…`;
}
