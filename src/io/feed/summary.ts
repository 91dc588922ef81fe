/** A teaser for people: one line of plain text, cut between words. */

const LONGEST_SUMMARY = 600;

/** What blogs put under each entry: `The post … appeared first on …`. */
const FOOTERS: readonly (readonly [start: string, middle: string])[] = [
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

export function summaryOf(plain: string): string {
  return cutBetweenWords(withoutFooter(plain), LONGEST_SUMMARY);
}

/** At most `most` characters, the last of them `…` where something was left out. */
export function cutBetweenWords(text: string, most: number): string {
  if (text.length <= most) return text;
  const start = text.slice(0, most - 1).replace(/[\ud800-\udbff]$/, '');
  const space = start.lastIndexOf(' ');
  // Scripts without spaces, or one endless word.
  const cut = space > most / 2 ? start.slice(0, space) : start;
  return `${cut.trimEnd().replace(/[,;:–-]$/, '')}…`;
}

function withoutFooter(text: string): string {
  for (const [start, middle] of FOOTERS) {
    const at = text.lastIndexOf(start);
    if (at >= 0 && text.indexOf(middle, at) > at) return text.slice(0, at).trimEnd();
  }
  return text;
}
