/** Turns a title or summary into plain text on one line: markup removed, entities decoded, mojibake repaired. */
import { Parser } from 'htmlparser2';

/** No teaser is longer. */
const MAX_MARKUP_CHARS = 20_000;
/** Outlets escape text twice: `&amp;amp;`. */
const MAX_DECODE_PASSES = 3;
const CHARACTER_REFERENCE = /&(?:#\d{1,7}|#x[\da-f]{1,6}|[a-z]{2,8}\d{0,2});/i;
const TAG = /<\/?[a-z][^<>]{0,2000}>/i;
const INVISIBLE = /[\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff]+/g;
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what it removes
const SPACES = /[\s\u0000-\u001f\u007f-\u009f]+/g;

export function toPlainText(markup: string): string {
  let text = markup.slice(0, MAX_MARKUP_CHARS);
  for (let round = 0; round < MAX_DECODE_PASSES && (CHARACTER_REFERENCE.test(text) || TAG.test(text)); round++)
    text = stripMarkup(text);
  return repairMojibake(text).replace(INVISIBLE, '').replace(SPACES, ' ').trim();
}

const NON_TEXT_TAGS = new Set(['script', 'style', 'template', 'iframe', 'noscript']);
/** Tags that do not separate words. */
const INLINE_TAGS = new Set([
  'a',
  'abbr',
  'b',
  'cite',
  'code',
  'em',
  'font',
  'i',
  'mark',
  'q',
  's',
  'small',
  'span',
  'strong',
  'sub',
  'sup',
  'u',
]);

function stripMarkup(markup: string): string {
  let text = '';
  let hiddenDepth = 0;
  const parser = new Parser({
    onopentagname(name) {
      if (NON_TEXT_TAGS.has(name)) hiddenDepth++;
      else if (!INLINE_TAGS.has(name)) text += ' ';
    },
    onclosetag(name) {
      if (NON_TEXT_TAGS.has(name)) hiddenDepth--;
      else if (!INLINE_TAGS.has(name)) text += ' ';
    },
    ontext(part) {
      if (hiddenDepth === 0) text += part;
    },
  });
  parser.end(markup);
  return text;
}

/** `Ã©` for `é`, `â€™` for `’`: two or three bytes of UTF-8, each shown as a character of Windows-1252. */
const MOJIBAKE =
  /[\u00c2-\u00c5][\u0080-\u00bf\u0152-\u0192\u02c6\u02dc\u2013-\u203a\u20ac\u2122]|\u00e2[\u20ac\u201a][\u0080-\u00bf\u0152-\u0192\u02c6\u02dc\u2013-\u203a\u20ac\u2122]/g;

function repairMojibake(text: string): string {
  return text.replace(MOJIBAKE, (mangled) => {
    const bytes = [...mangled].map(windows1252Byte);
    if (bytes.some((byte) => byte === undefined)) return mangled;
    const [lead = 0, second = 0, third] = bytes as number[];
    if (third === undefined) return String.fromCodePoint(((lead & 0x1f) << 6) | (second & 0x3f));
    return String.fromCodePoint(((lead & 0x0f) << 12) | ((second & 0x3f) << 6) | (third & 0x3f));
  });
}

/** Windows-1252 for the bytes 0x80 to 0x9f; a space where a byte has no character. */
const WINDOWS_1252 = '€ ‚ƒ„…†‡ˆ‰Š‹Œ Ž  ‘’“”•–—˜™š›œ žŸ';

function windows1252Byte(character: string): number | undefined {
  const code = character.charCodeAt(0);
  if (code <= 0xff) return code;
  const index = WINDOWS_1252.indexOf(character);
  return index < 0 ? undefined : 0x80 + index;
}
