/**
 * Reduces Markdown to what it says: `plainText` for display, `textKey` for identity. Fragments with the same key say the same,
 * whatever their markup, numbering, typography and tracking links. Both run in linear time, because pages may be hostile.
 */

/** The words of a fragment without markup, on one line. */
export function plainText(markdown: string): string {
  // 1. Markup at the start of lines: quote marks, list markers, heading marks, rules.
  const lines = markdown.includes('\n')
    ? markdown.split('\n').map(withoutLineMarkup).join('\n')
    : withoutLineMarkup(markdown);
  // 2. Markup between the words: links, emphasis, escapes, entities.
  const words = withoutInlineMarkup(lines);
  // 3. Invisible characters and uneven white space.
  if (!NEEDS_WHITESPACE_CLEANUP.test(words)) return words.trim();
  const visible = words.replace(INVISIBLE, '');
  return (UNEVEN_SPACE.test(visible) ? visible.replace(SPACES, ' ') : visible).trim();
}

/** Keeps digits, but folds numbering at the start and relative dates. */
export function textKey(markdown: string): string {
  const words = withoutNumbering(plainText(markdown));
  const key = (NON_ASCII.test(words) ? foldTypography(words) : words).toLowerCase().replace(DOTTED_AI, 'ai');
  return withoutTrailingMarks(foldSpacing(foldQuotes(foldRelativeDates(foldAddresses(key))))).trim();
}

// ---- characters ---------------------------------------------------------------------------------

/** Soft hyphen, zero-width characters and joiners, bidirectional marks, byte-order mark. */
const INVISIBLE = /[\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff]+/g;
const SPACES = /[\s\u0085]+/g;
const SPACES_IN_ROWS = / {2,}/g;
/** Most texts are printable ASCII with single spaces. */
const NEEDS_WHITESPACE_CLEANUP = /[^ -~]| {2}/;
const UNEVEN_SPACE = /[^\S ]| {2}|\u0085/;
/** Most texts are ASCII, for which ASCII-only patterns are several times as fast. */
export const NON_ASCII = /[^\0-\x7f]/;

/** Matches "a.i.", but not in a numbering such as "8.a.i.". */
const DOTTED_AI = /(?<![\p{L}\p{N}.])a\.i\.?(?![\p{L}\p{N}])/gu;

// ---- line markup --------------------------------------------------------------------------------

const LINE_MARK = /^[ \t]*(?:>|[*+-](?=[ \t]|$)|\d{1,3}[.)](?=[ \t])|:(?=[ \t]))[ \t]*/;
const HEADING_MARK = /^[ \t]*#{1,6}(?:[ \t]+|$)/;
/** Fences, rules, heading underlines and table separators. */
const WORDLESS = /^(?:[-=*_|: \t]+|[ \t]*(?:```[^`]*|~~~[^~]*))$/;
const STARTS_WITH_LETTER = /^[a-z]/i;
/** No document nests quotes and lists deeper. */
const MAX_LINE_MARKS = 8;

function withoutLineMarkup(line: string): string {
  if (STARTS_WITH_LETTER.test(line)) return line;
  if (WORDLESS.test(line)) return '';
  let rest = line;
  for (let i = 0; i < MAX_LINE_MARKS; i++) {
    const mark = LINE_MARK.exec(rest);
    if (mark === null || startsWithDate(rest)) break;
    rest = rest.slice(mark[0].length);
  }
  return rest.replace(HEADING_MARK, '');
}

// ---- inline markup ------------------------------------------------------------------------------

const SPECIAL = /[\\[\]!*_~`|&<]/g;
const ESCAPABLE = /[!-/:-@[-`{-~]/;
const ENTITY = /&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z]{2,8}));/iy;
const AUTOLINK = /<((?:https?:|mailto:)[^<>\s]{1,2000})>/iy;
const INLINE_TAG =
  /<\/?(?:a|abbr|b|br|code|del|div|em|font|hr|i|img|ins|li|ol|p|s|small|span|strong|sub|sup|table|tbody|td|th|thead|tr|u|ul)(?:[\s/][^<>]{0,2000})?>/iy;
const WORD_CHARACTER = /[\p{L}\p{N}]/u;

/** One pass from special character to special character. */
function withoutInlineMarkup(text: string): string {
  const pieces: string[] = [];
  /** Indexes in `pieces` of brackets that may yet open a link. */
  const brackets: number[] = [];
  let end = 0;
  SPECIAL.lastIndex = 0;
  while (SPECIAL.test(text)) {
    const at = SPECIAL.lastIndex - 1;
    if (at > end) pieces.push(text.slice(end, at));
    end = readSpecial(text, at, pieces, brackets);
    SPECIAL.lastIndex = end;
  }
  if (end === 0) return text;
  pieces.push(text.slice(end));
  return pieces.join('');
}

/** Appends to `pieces` what the special character at `at` stands for. @returns where to continue. */
function readSpecial(text: string, at: number, pieces: string[], brackets: number[]): number {
  const next = text[at + 1] ?? '';
  switch (text[at]) {
    case '\\':
      if (ESCAPABLE.test(next)) {
        pieces.push(next);
        return at + 2;
      }
      pieces.push('\\');
      return at + 1;
    case '!':
      if (next !== '[') {
        pieces.push('!');
        return at + 1;
      }
      brackets.push(pieces.push('![') - 1);
      return at + 2;
    case '[':
      brackets.push(pieces.push('[') - 1);
      return at + 1;
    case ']':
      return readClosingBracket(text, at, pieces, brackets);
    case '*':
      if (standsAlone(text, at)) pieces.push('*');
      return at + 1;
    case '_':
      if (standsAlone(text, at) || isInsideWord(text, at)) pieces.push('_');
      return at + 1;
    case '~':
      if (next === '~') return at + 2;
      pieces.push('~');
      return at + 1;
    case '|':
      pieces.push(' ');
      return at + 1;
    case '&':
      return readEntity(text, at, pieces);
    case '<':
      return readAngle(text, at, pieces);
    default: // a backtick
      return at + 1;
  }
}

/** Drops a link's target and brackets and keeps its text; of an image, the alternative text. */
function readClosingBracket(text: string, at: number, pieces: string[], brackets: number[]): number {
  const opening = brackets.pop();
  const end = text[at + 1] === '(' && opening !== undefined ? endOfTarget(text, at + 2) : -1;
  if (opening === undefined || end === -1) {
    pieces.push(']');
    return at + 1;
  }
  pieces[opening] = '';
  return end + 1;
}

const MAX_LINK_TARGET_CHARS = 4000;
/** Parentheses inside a target; bounds how often a character is scanned. */
const MAX_LINK_TARGET_PARENTHESES = 4;

/** The index of the `)` that closes a link target; -1 where none does. */
function endOfTarget(text: string, from: number): number {
  let open = 1;
  const limit = Math.min(text.length, from + MAX_LINK_TARGET_CHARS);
  for (let i = from; i < limit && open <= MAX_LINK_TARGET_PARENTHESES; i++) {
    const c = text[i];
    if (c === '\\') i++;
    else if (c === '(') open++;
    else if (c === ')' && --open === 0) return i;
  }
  return -1;
}

function readEntity(text: string, at: number, pieces: string[]): number {
  ENTITY.lastIndex = at;
  const entity = ENTITY.exec(text);
  const character = entity && characterOf(entity);
  pieces.push(character ?? '&');
  return entity && character !== undefined ? ENTITY.lastIndex : at + 1;
}

function readAngle(text: string, at: number, pieces: string[]): number {
  AUTOLINK.lastIndex = at;
  const link = AUTOLINK.exec(text);
  if (link) {
    pieces.push(link[1] ?? '');
    return AUTOLINK.lastIndex;
  }
  INLINE_TAG.lastIndex = at;
  if (INLINE_TAG.test(text)) {
    pieces.push(' ');
    return INLINE_TAG.lastIndex;
  }
  pieces.push('<');
  return at + 1;
}

function standsAlone(text: string, at: number): boolean {
  return isSpace(text[at - 1] ?? ' ') && isSpace(text[at + 1] ?? ' ');
}

function isSpace(character: string): boolean {
  return character === ' ' || ((character < '!' || character > '~') && /\s/.test(character));
}

function isInsideWord(text: string, at: number): boolean {
  return WORD_CHARACTER.test(text[at - 1] ?? '') && WORD_CHARACTER.test(text[at + 1] ?? '');
}

const ENTITIES: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  ndash: '–',
  mdash: '—',
  lsquo: '‘',
  rsquo: '’',
  ldquo: '“',
  rdquo: '”',
  hellip: '…',
  copy: '©',
  reg: '®',
  trade: '™',
};

function characterOf([, decimal, hexadecimal, name]: RegExpExecArray): string | undefined {
  if (name !== undefined) return ENTITIES[name.toLowerCase()];
  const code = decimal !== undefined ? Number(decimal) : Number.parseInt(hexadecimal ?? '', 16);
  return code > 0 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff) ? String.fromCodePoint(code) : undefined;
}

// ---- folds --------------------------------------------------------------------------------------

const NAMED_SECTION = '(?:section|article|clause|artikel|artículo|articolo|artigo|abschnitt)';
const NUMBERINGS = [
  `(?:(?:${NAMED_SECTION}|§+) ?)?\\(?(?:\\d{1,3}(?:\\.\\d{1,3}){0,5}|[a-z]|[ivxl]{1,6})(?:\\.\\)|[.):])`,
  `${NAMED_SECTION} (?:\\d{1,3}|[ivxl]{1,6}) ?[-–—]`,
  '§+ ?\\d{1,3}[a-z]?',
  '[•·◦▪■●○‣–—-]',
];
/** Numbering is no part of what a clause says. It needs words after it: a lone `2.5` is a value. */
const NUMBERING = new RegExp(`^(?:${NUMBERINGS.join('|')}) +(?=\\S)`, 'i');
/** `2.5 Licence` is numbered, `2.5 million` is not: a bare number needs a capitalised word after it. */
const BARE_NUMBERING = /^\d{1,3}(?:\.\d{1,3}){1,5} +(?=\p{Lu}\p{Ll}|\p{Lu}{4})/u;
/** `(a) (i)`, `1. a)`. */
const MAX_NUMBERINGS = 3;

function withoutNumbering(text: string): string {
  let rest = text;
  for (let i = 0; i < MAX_NUMBERINGS && !startsWithDate(rest); i++) {
    const numbering = NUMBERING.exec(rest) ?? BARE_NUMBERING.exec(rest);
    if (numbering === null) break;
    rest = rest.slice(numbering[0].length);
  }
  return rest;
}

/** `25. Mai 2024` is a date, not a numbering, in languages that write the day with a full stop. */
const DAY_WITH_STOP =
  /^[ \t]*\d{1,2}\. (?:jan|feb|mär|mar|apr|mai|maj|jun|jul|aug|sep|okt|oct|nov|dez|dec|des)[\p{L}]{0,7}\.? \d/iu;

function startsWithDate(text: string): boolean {
  return DAY_WITH_STOP.test(text);
}

const TYPOGRAPHY: readonly [RegExp, string][] = [
  [/[‘’‚‛′`´ʼ]/g, "'"],
  [/[“”„‟″«»‹›]/g, '"'],
  [/[‐‑‒–—―−]/g, '-'],
];

function foldTypography(text: string): string {
  const folded = TYPOGRAPHY.reduce((rest, [pattern, mark]) => rest.replace(pattern, mark), text);
  return folded.normalize('NFKC').replace(SPACES_IN_ROWS, ' ');
}

const ADDRESS = /(?<![\p{L}\p{N}_.+-])[\p{L}\p{N}_.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,5}/gu;
const PROTECTED_ADDRESS = /\[ ?email[ -]protected ?\]/g;

/** One capture has mail addresses in clear, the next protects them by a script. */
function foldAddresses(text: string): string {
  const folded = text.includes(']') ? text.replace(PROTECTED_ADDRESS, ' @ ') : text;
  return folded.includes('@') ? folded.replace(ADDRESS, ' @ ').replace(SPACES_IN_ROWS, ' ') : folded;
}

const AMOUNT_AGO = '(?:about |over |almost |more than |less than )?(?:\\d{1,3}|an?|one|two|three|several|a few) ?';

/** Dates that change by themselves. */
const RELATIVE_DATES: readonly [RegExp, string][] = [
  [
    new RegExp(`\\b${AMOUNT_AGO}(?:seconds?|secs?|minutes?|mins?|hours?|days?|weeks?|months?|years?) ago\\b`, 'g'),
    ' ago ',
  ],
  [/\bvor (?:\d{1,3}|einem|einer|zwei|drei) (?:sekunde|minute|stunde|tag|woche|monat|jahr)(?:en|n|e)?\b/g, ' ago '],
  [/\bil y a (?:\d{1,3}|une?|deux|trois) (?:secondes?|minutes?|heures?|jours?|semaines?|mois|ans?)\b/g, ' ago '],
  [
    /\bhace (?:\d{1,3}|una?|dos|tres) (?:segundos?|minutos?|horas?|días?|semanas?|mes(?:es)?|años?)(?![\p{L}])/gu,
    ' ago ',
  ],
  [
    /\b(updated|modified|revised|published|posted|edited)(?: on)?:? (?:today|yesterday|just now|(?:earlier )?(?:this|last) (?:week|month|year))\b/g,
    '$1 ago ',
  ],
];
/** One cheap test for all of them: hardly any text has one. */
const MAY_BE_RELATIVE = /\b(?:ago|vor|il y a|hace|today|yesterday|just now|(?:this|last) (?:week|month|year))\b/;

function foldRelativeDates(text: string): string {
  if (!MAY_BE_RELATIVE.test(text)) return text;
  return RELATIVE_DATES.reduce((folded, [date, ago]) => folded.replace(date, ago), text).replace(SPACES_IN_ROWS, ' ');
}

/** Quotation marks, but no apostrophe inside a word. */
const QUOTES = /"|(?<![\p{L}\p{N}])'|'(?![\p{L}\p{N}])/gu;

function foldQuotes(text: string): string {
  if (!text.includes('"') && !text.includes("'")) return text;
  return text.replace(QUOTES, '').replace(SPACES_IN_ROWS, ' ');
}

const DASHES = /-{2,} ?| -+ ?|-+ /g;
/** Spaces at punctuation depend on where a tag ends. Before a number they are kept. */
const SPACES_AT_MARKS = / (?=[,;:.!?)\]])|(?<=[,;:.!?()[\]]) (?!\d)/g;

function foldSpacing(text: string): string {
  const folded = text.includes('-') ? text.replace(DASHES, '-') : text;
  return folded.replace(SPACES_AT_MARKS, '');
}

function withoutTrailingMarks(key: string): string {
  let end = key.length;
  while (end > 0 && '.:;,- '.includes(key.charAt(end - 1))) end--;
  return key.slice(0, end);
}
