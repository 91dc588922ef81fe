/**
 * HTML text → tags and texts, as a browser splits it. It jumps from one bracket or quote to the next, so code, comments and long
 * attributes cost next to nothing. Linear in the length of the text, however hostile.
 */
import { decodeHTMLAttribute } from 'entities';

export type Attributes = Record<string, string>;

/** Receives the tokens in the order of the page. Names are in lower case; entities are decoded in attributes, but not in texts. */
export interface TokenHandler {
  /** Whether the next tag is in SVG or MathML, where no element is text-only and CDATA is text. */
  readonly isInForeignContent: boolean;
  text(text: string): void;
  onOpenTag(name: string, attributes: Attributes, isSelfClosing: boolean): void;
  onCloseTag(name: string): void;
}

/** Elements in which nothing but their own end tag is a tag. */
const TEXT_ONLY_TAGS: ReadonlySet<string> = new Set(
  'script style textarea title iframe xmp noembed noframes plaintext'.split(' '),
);

/** Drops comments and declarations. */
export function tokenizeHtml(html: string, handler: TokenHandler): void {
  const end = html.length;
  const noscript: Span = { start: 0, end: -1 };
  /** Where the text starts that the handler has not got yet. */
  let flushedTo = 0;
  let at = html.indexOf('<');
  while (at !== -1) {
    const next = html.charCodeAt(at + 1);
    const isClosing = next === SLASH && isLetter(html.charCodeAt(at + 2));
    if (!isClosing && !isLetter(next) && !startsComment(html, at + 1)) {
      at = html.indexOf('<', at + 1); // just a character
      continue;
    }
    if (at > flushedTo) handler.text(html.slice(flushedTo, at));
    if (isClosing) flushedTo = readClosingTag(html, at + 2, handler);
    else if (isLetter(next)) flushedTo = readOpeningTag(html, at + 1, handler, noscript);
    else flushedTo = readComment(html, at, handler);
    at = flushedTo < end ? html.indexOf('<', flushedTo) : -1;
  }
  if (flushedTo < end) handler.text(html.slice(flushedTo));
}

/** Empty where it ends before it starts. */
interface Span {
  start: number;
  end: number;
}

// ---- tags

/** Reads from `at` and returns where the rest starts, as all readers here do; a tag that never ends is the end of the page. */
function readOpeningTag(html: string, at: number, handler: TokenHandler, noscript: Span): number {
  // 1. Its name.
  let i = endOfName(html, at);
  const name = html.slice(at, i).toLowerCase();

  // 2. Its attributes; the first of each name counts.
  const attributes: Attributes = {};
  let closesItself = false;
  for (;;) {
    const c = html.charCodeAt(i);
    if (c === GREATER) break;
    if (c === SLASH) {
      i = afterSpace(html, i + 1);
      closesItself = html.charCodeAt(i) === GREATER;
    } else if (isSpace(c)) i++;
    else i = readAttribute(html, i, attributes);
    if (i >= html.length) return html.length;
  }

  // 3. Its content, where that is only text.
  const isTextOnly = TEXT_ONLY_TAGS.has(name) && !handler.isInForeignContent;
  handler.onOpenTag(name, attributes, closesItself);
  if (name === 'noscript') enterNoscript(html, i + 1, noscript);
  return isTextOnly ? readTextOnly(html, i + 1, name, handler, noscript) : i + 1;
}

function readAttribute(html: string, at: number, attributes: Attributes): number {
  let i = at + 1; // the first character belongs to the name, even an equals sign
  for (let c = html.charCodeAt(i); i < html.length && c !== EQUALS && !endsName(c); ) c = html.charCodeAt(++i);
  const name = html.slice(at, i).toLowerCase();
  let value = '';
  i = afterSpace(html, i);
  if (html.charCodeAt(i) === EQUALS) {
    i = afterSpace(html, i + 1);
    const quote = html.charCodeAt(i);
    const isQuoted = quote === DOUBLE_QUOTE || quote === SINGLE_QUOTE;
    const start = isQuoted ? i + 1 : i;
    i = isQuoted ? html.indexOf(quote === DOUBLE_QUOTE ? '"' : "'", start) : endOfUnquoted(html, start);
    if (i === -1) return html.length;
    value = html.slice(start, i);
    if (isQuoted) i++;
  }
  if (!Object.hasOwn(attributes, name)) attributes[name] = value.includes('&') ? decodeHTMLAttribute(value) : value;
  return i;
}

/**
 * Where scripts run, a `<noscript>` is text up to its end tag, so no element in it reaches further: frames there are often left
 * open. The search runs once per page: where one never ends, no later one does.
 */
function enterNoscript(html: string, at: number, noscript: Span): void {
  if (at < noscript.end) return;
  const end = endOfTextOnly(html, at, 'noscript', html.length);
  noscript.start = end === -1 ? html.length : at;
  noscript.end = end === -1 ? html.length : end;
}

/** Reads text up to, not including, the element's own end tag; without one, all the rest. */
function readTextOnly(html: string, at: number, name: string, handler: TokenHandler, noscript: Span): number {
  const limit = at >= noscript.start && at <= noscript.end ? noscript.end : html.length;
  const found = name === 'plaintext' ? -1 : endOfTextOnly(html, at, name, limit);
  const end = found === -1 ? limit : found;
  if (end > at) handler.text(html.slice(at, end));
  return end;
}

function endOfTextOnly(html: string, from: number, name: string, limit: number): number {
  for (let at = html.indexOf('</', from); at !== -1 && at < limit; at = html.indexOf('</', at + 2)) {
    const end = at + 2 + name.length;
    if (endsName(html.charCodeAt(end)) && html.slice(at + 2, end).toLowerCase() === name) return at;
  }
  return -1;
}

function readClosingTag(html: string, at: number, handler: TokenHandler): number {
  const end = endOfName(html, at);
  if (end >= html.length) return html.length;
  handler.onCloseTag(html.slice(at, end).toLowerCase());
  return after(html, '>', end);
}

// ---- comments

/** `<!`, `<?`, and `</` without a name. */
function startsComment(html: string, at: number): boolean {
  const c = html.charCodeAt(at);
  return c === EXCLAMATION || c === QUESTION || (c === SLASH && at + 1 < html.length);
}

const CDATA = '<![CDATA[';

/** Skips a comment or declaration that starts with the bracket at `at`. */
function readComment(html: string, at: number, handler: TokenHandler): number {
  if (html.startsWith('<!--', at)) {
    const start = at + 4;
    if (html.charCodeAt(start) === GREATER) return start + 1;
    if (html.startsWith('->', start)) return start + 2;
    return endOfComment(html, start);
  }
  if (!html.startsWith(CDATA, at)) return after(html, '>', at + 2);
  const end = html.indexOf(']]>', at + CDATA.length);
  if (end === -1) return html.length;
  if (handler.isInForeignContent) handler.text(html.slice(at + CDATA.length, end));
  return end + 3;
}

function endOfComment(html: string, from: number): number {
  for (let at = html.indexOf('--', from); at !== -1; at = html.indexOf('--', at + 1)) {
    if (html.charCodeAt(at + 2) === GREATER) return at + 3;
    if (html.startsWith('!>', at + 2)) return at + 4;
  }
  return html.length;
}

// ---- characters

const [SLASH, GREATER, EQUALS, EXCLAMATION, QUESTION, DOUBLE_QUOTE, SINGLE_QUOTE] = [47, 62, 61, 33, 63, 34, 39];

function isLetter(c: number): boolean {
  const lower = c | 0x20;
  return lower >= 97 && lower <= 122;
}

function isSpace(c: number): boolean {
  return c === 32 || (c >= 9 && c <= 13 && c !== 11);
}

function endsName(c: number): boolean {
  return c === GREATER || c === SLASH || isSpace(c);
}

function endOfName(html: string, from: number): number {
  let i = from;
  while (i < html.length && !endsName(html.charCodeAt(i))) i++;
  return i;
}

function endOfUnquoted(html: string, from: number): number {
  let i = from;
  for (let c = html.charCodeAt(i); i < html.length && c !== GREATER && !isSpace(c); ) c = html.charCodeAt(++i);
  return i;
}

function afterSpace(html: string, from: number): number {
  let i = from;
  while (isSpace(html.charCodeAt(i))) i++;
  return i;
}

function after(html: string, character: string, from: number): number {
  const found = html.indexOf(character, from);
  return found === -1 ? html.length : found + 1;
}
