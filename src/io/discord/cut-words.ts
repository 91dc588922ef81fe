/** Cuts between words, with an ellipsis, to at most so many characters. */
export function cutWords(text: string, most: number): string {
  if (text.length <= most) return text;
  const start = text.slice(0, most - 2);
  return `${start.slice(0, Math.max(start.lastIndexOf(' '), most / 2)).replace(/[\ud800-\udbff]$/, '')} …`;
}
