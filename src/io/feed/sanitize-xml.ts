/**
 * Repairs a feed for a strict XML parser, and refuses what is too deep or too long to parse. rss-parser (xml2js on sax) fails on `&nbsp;`,
 * a bare `&` and control characters, loses the order of text and elements in XHTML, and has no limits. One pass in linear time.
 */
import { parseFeedDate } from './parse-feed-date.ts';

type SanitizedXml = { status: 'ok'; xml: string; omittedCount: number } | { status: 'refused'; detail: string };

const MAX_XML_DEPTH = 100;

export function sanitizeFeedXml(body: string): SanitizedXml {
  const text = body.replace(INVALID_XML_CHARACTERS, '');
  const xml: string[] = [];
  const entries: EntrySpan[] = [];
  let entry: { from: number; depth: number } | undefined;
  let depth = 0;
  const neverClosed = new Set<string>();
  let offset = 0;
  while (offset < text.length) {
    const tag = text.indexOf('<', offset);
    if (tag < 0) {
      xml.push(escapeUnknownEntities(text.slice(offset)));
      break;
    }
    xml.push(escapeUnknownEntities(text.slice(offset, tag)));
    const end = endOfMarkup(text, tag);
    if (end === undefined) return { status: 'refused', detail: 'not well-formed XML: it breaks off inside a tag' };
    const markup = text.slice(tag, end);
    offset = end;

    const { name, kind } = readTag(markup);
    if (kind === 'open' && ENTRY_TAG.test(name)) entry ??= { from: xml.length, depth };
    if (kind === 'open' && ++depth > MAX_XML_DEPTH) {
      return { status: 'refused', detail: `its elements are nested deeper than ${MAX_XML_DEPTH}` };
    }
    if (kind === 'close') depth--;
    xml.push(kind === 'section' ? markup : escapeUnknownEntities(markup));
    if (kind === 'close' && entry !== undefined && depth <= entry.depth) {
      entries.push({ from: entry.from, to: xml.length });
      entry = undefined;
    }
    if (kind === 'open' && !neverClosed.has(name) && containsMarkup(text, end, name, markup)) {
      const close = text.indexOf(`</${name}`, end);
      if (close < 0) neverClosed.add(name);
      else {
        xml.push(escapeXml(text.slice(end, close)));
        offset = close;
      }
    }
  }
  return { status: 'ok', ...keepNewestEntries(xml, entries) };
}

/** XML allows no control characters but tab and line ends. A byte order mark goes too. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters to remove
const INVALID_XML_CHARACTERS = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff\ufeff]+/g;
const ENTRY_TAG = /^(?:\w{1,20}:)?(?:item|entry)$/;
const XHTML = /\stype\s{0,9}=\s{0,9}["'](?:xhtml|application\/xhtml\+xml)["']/;

/** Outlets put HTML into these without escaping it. */
const TEXT_TAGS = /^(?:\w{1,20}:)?(?:title|description|summary)$/;

/** Whether an element holds XHTML or text with tags. As escaped text it keeps its order. */
function containsMarkup(text: string, end: number, name: string, markup: string): boolean {
  if (XHTML.test(markup)) return true;
  const next = text.indexOf('<', end);
  return TEXT_TAGS.test(name) && next >= 0 && !text.startsWith('</', next) && !text.startsWith('<!', next);
}

/** A `<` inside these opens no element. */
const OPAQUE_SECTIONS = [
  { open: '<![CDATA[', close: ']]>' },
  { open: '<!--', close: '-->' },
  { open: '<?', close: '?>' },
];

function endOfMarkup(text: string, tag: number): number | undefined {
  const section = OPAQUE_SECTIONS.find(({ open }) => text.startsWith(open, tag));
  const close = section?.close ?? '>';
  const from = text.startsWith('<!DOCTYPE', tag) ? endOfInternalSubset(text, tag) : tag;
  const end = section === undefined ? endOfTag(text, from) : text.indexOf(close, tag + section.open.length);
  return end < 0 ? undefined : end + close.length;
}

const MAX_DOCTYPE_NAME_CHARS = 1000;

/** A DOCTYPE may define entities between brackets. They are not expanded: references to them stay text. */
function endOfInternalSubset(text: string, doctype: number): number {
  const start = text.slice(doctype, doctype + MAX_DOCTYPE_NAME_CHARS);
  const bracket = start.indexOf('[');
  const end = start.indexOf('>');
  if (bracket < 0 || (end >= 0 && end < bracket)) return doctype;
  const close = text.indexOf(']', doctype + bracket);
  return close < 0 ? text.length : close;
}

/** A `>` between quotation marks ends no tag. */
function endOfTag(text: string, tag: number): number {
  for (let i = tag; i < text.length; i++) {
    const character = text[i];
    if (character === '>') return i;
    if (character === '"' || character === "'") {
      i = text.indexOf(character, i + 1);
      if (i < 0) return -1;
    }
  }
  return -1;
}

function readTag(markup: string): { name: string; kind: 'open' | 'close' | 'empty' | 'section' } {
  const name = /^<\/?([^\s/>!?]{1,100})/.exec(markup)?.[1] ?? '';
  if (name === '') return { name, kind: 'section' };
  if (markup.endsWith('/>')) return { name, kind: 'empty' };
  return { name, kind: markup.startsWith('</') ? 'close' : 'open' };
}

// ---- limit of entries ----------------------------------------------------------------------------

/** Per poll; no feed publishes as many between two polls. */
const MAX_ENTRIES = 500;
/** The position of an entry among the pieces. */
interface EntrySpan {
  from: number;
  to: number;
}

/** Keeps the newest entries by date; those without a date count as oldest and keep their order. */
function keepNewestEntries(
  xml: readonly string[],
  entries: readonly EntrySpan[],
): { xml: string; omittedCount: number } {
  const omittedCount = entries.length - MAX_ENTRIES;
  if (omittedCount <= 0) return { xml: xml.join(''), omittedCount: 0 };
  const dated = entries.map((entry) => ({ ...entry, date: entryDate(xml.slice(entry.from, entry.to).join('')) }));
  const older = dated.toSorted((a, b) => (a.date === b.date ? 0 : a.date > b.date ? -1 : 1)).slice(MAX_ENTRIES);
  const kept = [...xml];
  for (const { from, to } of older) kept.fill('', from, to);
  return { xml: kept.join(''), omittedCount };
}

const DATE = /<(?:\w{1,20}:)?(?:pubDate|published|date|issued|updated|modified)(?:\s[^<>]{0,100})?>([^<]{1,100})</;

const entryDate = (entry: string): string => parseFeedDate(DATE.exec(entry)?.[1] ?? '') ?? '';

// ---- escaping -----------------------------------------------------------------------------------

const OTHER_ENTITY = /&(?!(?:amp|lt|gt|quot|apos);)/g;

/** `&nbsp;`, `&#8217;` and `&` become text, which is decoded later with the HTML around them. */
const escapeUnknownEntities = (text: string): string => text.replace(OTHER_ENTITY, '&amp;');

const escapeXml = (markup: string): string =>
  markup.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
