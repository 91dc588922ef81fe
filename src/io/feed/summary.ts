/** A teaser for people: one line of plain text, cut between words. */

const MAX_SUMMARY_CHARS = 600;

/** What blogs put under each entry: `The post … appeared first on …`. */
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

export function toFeedSummary(plain: string): string {
  return truncateAtWord(stripSyndicationFooter(plain), MAX_SUMMARY_CHARS);
}

/** At most `most` characters, the last of them `…` where something was left out. */
export function truncateAtWord(text: string, maxChars: number): string {
  if (text.length <= maxChars) return text;
  const start = text.slice(0, maxChars - 1).replace(/[\ud800-\udbff]$/, '');
  const space = start.lastIndexOf(' ');
  // Scripts without spaces, or one endless word.
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
