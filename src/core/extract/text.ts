/** Characters on their way from a page into Markdown. */

/**
 * Text as it is shown: runs of white space are one space (no-break and other typographic spaces too), and what shows nothing is
 * gone: control characters, soft hyphens, zero-width and direction marks. Joiners stay where scripts need them, not between
 * Latin letters. So "machine learning" is found however a page breaks or marks it.
 */
export function displayText(text: string): string {
  if (!NEEDS_NORMALIZING.test(text)) return text;
  const shown = stripInvisible(text);
  return UNEVEN_SPACE.test(shown) ? shown.replace(SPACES, ' ') : shown;
}

/** Like `displayText`, line by line and with the spaces as they are. */
export function displayLines(text: string): string[] {
  return text.split(/\r\n?|\n/).map((line) => stripInvisible(line).trimEnd());
}

function stripInvisible(text: string): string {
  return INVISIBLE.test(text) ? text.replace(ALL_INVISIBLE, '').replace(JOINER_IN_LATIN, '') : text;
}

const INVISIBLE = /[[\p{Cc}--\s]\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff]/v;
/** One at a time: repeating a class of this kind takes a step of stack for each character. */
const ALL_INVISIBLE =
  /[[\p{Cc}--\s]\u00ad\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff]/gv;
const JOINER_IN_LATIN = /(?<=[ -\u024f])[\u200c\u200d]+|(?<![\u200c\u200d])[\u200c\u200d]+(?=[ -\u024f])/g;
/** Most texts are printable ASCII between single spaces, and are as they look. */
const NEEDS_NORMALIZING = /[^ -~]| {2}/;
const UNEVEN_SPACE = /[^\S ]| {2}/;
const SPACES = /\s+/g;

/** Where text stands decides what in it would be read as markup. */
export interface InlineContext {
  inLink: boolean;
  inCell: boolean;
}

/** Puts a backslash before what Markdown would take for markup, and before nothing else. */
export function escapeInline(text: string, place: InlineContext): string {
  if (!MARKUP_CHARACTER.test(text)) return text;
  return text.replace(ALL_MARKUP_CHARACTERS, (mark, at: number) =>
    isMarkup(mark, text, at, place) ? `\\${mark}` : mark,
  );
}

const MARKUP_CHARACTER = /[\\`*_[\]<&~|]/;
const ALL_MARKUP_CHARACTERS = /[\\`*_[\]<&~|]/g;

function isMarkup(mark: string, text: string, at: number, { inLink, inCell }: InlineContext): boolean {
  const before = text[at - 1] ?? ' ';
  const after = text[at + 1] ?? ' ';
  switch (mark) {
    case '\\':
      return /[!-/:-@[-`{-~]/.test(after);
    case '*':
      return before !== ' ' || after !== ' ';
    case '_':
      return !(WORD.test(before) && WORD.test(after));
    case '[':
      return inLink;
    case ']':
      return inLink || after === '(';
    case '<':
      return /[a-z/!?]/i.test(after);
    case '&':
      return ENTITY.test(text.slice(at, at + 12));
    case '~':
      return after === '~';
    case '|':
      return inCell;
    default:
      return true;
  }
}

const WORD = /[\p{L}\p{N}]/u;
const ENTITY = /^&(?:#\d{1,7}|#x[\da-f]{1,6}|[a-z]{2,8});/i;

/** Puts a backslash before what at the start of a line would be read as a list, heading, quote or rule. */
export function escapeLineStart(line: string): string {
  const number = /^(\d{1,9})([.)])(?= |$)/.exec(line);
  if (number) return `${number[1]}\\${line.slice(number[1]?.length)}`;
  return /^(?:[-+*:](?: |$)|#{1,6}(?: |$)|>|={2,}$|-{2,}$)/.test(line) ? `\\${line}` : line;
}
