/** Shortens an entry's text to a summary. */

const MAX_SUMMARY_CHARS = 600;

/** Footers that blogs append to each entry. */
const SYNDICATION_FOOTERS: readonly (readonly [start: string, middle: string])[] = [
  ['The post ', ' appeared first on '],
  ['The post ', ' first appeared on '],
  ['Der Beitrag ', ' erschien zuerst auf '],
  ["L'article ", ' est apparu en premier sur '],
  ['L’article ', ' est apparu en premier sur '],
  ['La entrada ', ' se publicó primero en '],
  ['La entrada ', ' apareció primero en '],
  ["L'articolo ", ' proviene da '],
  ['L’articolo ', ' proviene da '],
  ['O post ', ' apareceu primeiro em '],
  ['O conteúdo ', ' apareceu primeiro em '],
];

export function toFeedSummary(plainText: string): string {
  return truncateAtWord(stripSyndicationFooter(plainText), MAX_SUMMARY_CHARS);
}

/** At most `maxChars` characters; the last is `…` if something was cut. */
export function truncateAtWord(text: string, maxChars: number): string {
  if (text.length <= maxChars) return text;
  const start = text.slice(0, maxChars - 1).replace(/[\ud800-\udbff]$/, '');
  const space = start.lastIndexOf(' ');
  // Scripts without spaces and very long words are cut anywhere.
  const cut = space > maxChars / 2 ? start.slice(0, space) : start;
  return `${cut.trimEnd().replace(/[,;:–-]$/, '')}…`;
}

function stripSyndicationFooter(text: string): string {
  for (const [start, middle] of SYNDICATION_FOOTERS) {
    const at = text.lastIndexOf(start);
    if (at >= 0 && text.indexOf(middle, at) > at) return text.slice(0, at).trimEnd();
  }
  return text;
}
