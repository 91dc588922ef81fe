/** Text from a page as a reader sees it: without invisible characters and uneven white space. */

/**
 * Every run of white space becomes one space (no-break and other typographic spaces too). Control characters, soft hyphens,
 * zero-width and direction marks go; joiners stay where scripts need them, not beside Latin letters. So a search finds
 * "machine learning" however a page breaks or marks it.
 */
export function displayText(text: string): string {
  if (!NEEDS_NORMALIZING.test(text)) return text;
  const visible = stripInvisible(text);
  return UNEVEN_SPACE.test(visible) ? visible.replace(SPACES, ' ') : visible;
}

/** Like `displayText`, but keeps lines and the spaces inside them. */
export function displayLines(text: string): string[] {
  return text.split(/\r\n?|\n/).map((line) => stripInvisible(line).trimEnd());
}

function stripInvisible(text: string): string {
  return INVISIBLE.test(text) ? text.replace(ALL_INVISIBLE, '').replace(JOINER_IN_LATIN, '') : text;
}

const INVISIBLE = /[[\p{Cc}--\s]\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff]/v;
/** Matches one character at a time: repeating a class of this kind takes a stack frame for each character. */
const ALL_INVISIBLE =
  /[[\p{Cc}--\s]\u00ad\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff]/gv;
const JOINER_IN_LATIN = /(?<=[ -\u024f])[\u200c\u200d]+|(?<![\u200c\u200d])[\u200c\u200d]+(?=[ -\u024f])/g;
/** Most texts are printable ASCII between single spaces and need nothing. */
const NEEDS_NORMALIZING = /[^ -~]| {2}/;
const UNEVEN_SPACE = /[^\S ]| {2}/;
const SPACES = /\s+/g;
