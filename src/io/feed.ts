/**
 * Feeds, read with rss-parser: RSS 0.9 to 2.0, RDF and Atom. It finds the entries; their fields are read here, as they were
 * written. Left to itself, rss-parser gives up a whole Atom feed for one bad date or one link without attributes, and its
 * regular expressions for HTML take time quadratic in the length of an entry.
 */
import { createHash } from 'node:crypto';
import Parser from 'rss-parser';
import type { FeedParseResult, ParseFeed } from '../app/ports/feed.ts';
import { toPlainText } from '../core/news/plain-text.ts';
import type { Feed } from '../domain/catalog.ts';
import type { NewsItem } from '../domain/news.ts';
import { describeParseError, detectNonXml } from './feed/feed-errors.ts';
import { parseFeedDate } from './feed/parse-feed-date.ts';
import { sanitizeFeedXml } from './feed/sanitize-xml.ts';
import { toFeedSummary, truncateAtWord } from './feed/summary.ts';
import { attributeOf, firstText, type XmlNode } from './feed/xml-node.ts';

/** Reads a feed as its server sent it. Whatever it is, the answer is a value; entries that say nothing are left out. */
export const parseFeed: ParseFeed = async (body, feed): Promise<FeedParseResult> => {
  const other = detectNonXml(body);
  if (other !== undefined) return { status: 'not-a-feed', detail: other };
  const sanitized = sanitizeFeedXml(body);
  if (sanitized.status === 'refused') return { status: 'not-a-feed', detail: sanitized.detail };
  let parsed: ParsedFeed;
  try {
    parsed = await parserFor(sanitized.xml).parseString(sanitized.xml);
  } catch (error) {
    return { status: 'not-a-feed', detail: describeParseError(error) };
  }
  const language = firstLanguageTag([
    attributeOf(parsed, 'xml:lang'),
    firstText(parsed.languages),
    rootLanguage(sanitized.xml),
  ]);
  const items = parsed.items.flatMap((entry) => parseEntry(entry, { ...feed, language: language ?? feed.language }));
  const { omittedCount: leftOut } = sanitized;
  return { status: 'ok', items: dedupeById(items), ...(leftOut > 0 && { omittedCount: leftOut }) };
};

// ---- what rss-parser is asked for ---------------------------------------------------------------

const FIELDS = {
  titles: ['title'],
  links: ['link'],
  ids: ['guid', 'id'],
  summaries: ['description', 'summary'],
  contents: ['content:encoded', 'content'],
  dates: ['published', 'pubDate', 'dc:date', 'issued', 'updated', 'modified', 'dcterms:issued', 'date'],
  languages: ['dc:language', 'language'],
} as const;
type Field = keyof typeof FIELDS;

type Entry = Partial<Record<Field, XmlNode[]>> & { $?: unknown; 'rdf:about'?: string };
interface ParsedFeed {
  $?: unknown;
  languages?: XmlNode[];
  items: Entry[];
}

/** The fields come under our own names, so that rss-parser hands them over untouched. */
const FIELD_BY_TAG = new Map<string, string>(
  Object.entries(FIELDS).flatMap(([field, names]) => names.map((name): [string, string] => [name, field])),
);

function parserFor(xml: string): Parser<ParsedFeed, Entry> {
  const prefix = /<(\w{1,20}:)(?:feed|rss)[\s>]/.exec(xml.slice(0, MAX_ROOT_OFFSET_CHARS))?.[1];
  const nameOf = (written: string) => {
    const name = prefix !== undefined && written.startsWith(prefix) ? written.slice(prefix.length) : written;
    return FIELD_BY_TAG.get(name) ?? name;
  };
  const asArray = (name: string): [string, string, { keepArray: boolean }] => [name, name, { keepArray: true }];
  return new Parser({
    defaultRSS: 2,
    xml2js: { tagNameProcessors: [nameOf] },
    customFields: {
      // The types of rss-parser know one of the three forms that it takes.
      feed: [asArray('$'), asArray('languages')] as never,
      item: [asArray('$'), ...Object.keys(FIELDS).map(asArray)] as never,
    },
  });
}

// ---- from entry to item -------------------------------------------------------------------------

/** A guid may be any text; as a key in the store it is bounded. */
const MAX_ID_CHARS = 300;
const MAX_TITLE_CHARS = 300;
const MAX_FALLBACK_TITLE_CHARS = 100;

function parseEntry(entry: Entry, feed: Feed): NewsItem[] {
  const summary = toFeedSummary(toPlainText(firstText(entry.summaries) || firstText(entry.contents)));
  const title =
    truncateAtWord(toPlainText(firstText(entry.titles)), MAX_TITLE_CHARS) ||
    truncateAtWord(summary, MAX_FALLBACK_TITLE_CHARS);
  if (title === '') return [];
  const link = linkOf(entry, feed.url);
  const date = firstDefined((entry.dates ?? []).map((node) => parseFeedDate(firstText([node]))));
  const id = toPlainText(firstText(entry.ids)) || entry['rdf:about'] || link;
  return [
    {
      id: id === '' ? hashOf([title, date ?? '']) : id.length > MAX_ID_CHARS ? hashOf([id]) : id,
      title,
      link,
      summary,
      date,
      language: firstLanguageTag([attributeOf(entry, 'xml:lang'), firstText(entry.languages)]) ?? feed.language,
      outlet: feed.title,
      official: feed.official,
      platform: feed.platform,
    },
  ];
}

/** The page of the entry. Where no link leads to the web, a guid that is an address; else ''. */
function linkOf({ links = [], ids = [] }: Entry, feedUrl: string): string {
  const isPage = (link: XmlNode) => ['', 'alternate'].includes(attributeOf(link, 'rel'));
  const written = [...links.filter(isPage), ...links.filter((link) => !isPage(link))].map(
    (link) => attributeOf(link, 'href') || firstText([link]),
  );
  const permalinks = ids.filter((id) => attributeOf(id, 'isPermaLink') !== 'false').map((id) => firstText([id]));
  return (
    firstDefined(written.map((address) => parseHttpUrl(address, feedUrl))) ??
    firstDefined(permalinks.map((address) => parseHttpUrl(address))) ??
    ''
  );
}

const MAX_URL_CHARS = 2000;

function parseHttpUrl(written: string, base?: string): string | undefined {
  const address = toPlainText(written);
  if (address === '' || address.length > MAX_URL_CHARS || !URL.canParse(address, base)) return undefined;
  const url = new URL(address, base);
  if (url.protocol !== 'http:' && url.protocol !== 'https:') return undefined;
  url.username = '';
  url.password = '';
  return url.href;
}

function dedupeById(items: readonly NewsItem[]): NewsItem[] {
  const byId = new Map<string, NewsItem>();
  for (const item of items) if (!byId.has(item.id)) byId.set(item.id, item);
  return [...byId.values()];
}

const hashOf = (parts: readonly string[]): string => createHash('sha256').update(JSON.stringify(parts)).digest('hex');

// ---- language -----------------------------------------------------------------------------------

const MAX_ROOT_OFFSET_CHARS = 5000;

/** The first that is a language tag, in its canonical form. */
function firstLanguageTag(written: readonly string[]): string | undefined {
  for (const tag of written) {
    const candidate = tag.trim().replaceAll('_', '-');
    if (!/^[a-z]{2,3}(?:-[a-z\d]{1,8}){0,3}$/i.test(candidate)) continue;
    try {
      return Intl.getCanonicalLocales(candidate)[0];
    } catch {
      // No tag after all: the next one.
    }
  }
  return undefined;
}

/** rss-parser keeps no attribute of the root. */
function rootLanguage(xml: string): string {
  const root = /<(?:\w{1,20}:)?(?:rss|feed|RDF)\s[^>]{0,3000}>/.exec(xml.slice(0, MAX_ROOT_OFFSET_CHARS))?.[0] ?? '';
  return /\sxml:lang\s?=\s?["']([\w-]{2,20})["']/.exec(root)?.[1] ?? '';
}

function firstDefined<T>(values: readonly (T | undefined)[]): T | undefined {
  return values.find((value) => value !== undefined);
}
