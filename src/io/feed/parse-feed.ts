/**
 * Hides rss-parser: parses RSS 0.9 to 2.0, RDF and Atom. The library finds the entries; their raw fields are parsed here, because it
 * rejects a whole Atom feed for one bad date or one link without attributes, and its regular expressions for HTML take time quadratic
 * in the length of an entry.
 */
import Parser from 'rss-parser';
import type { FeedParseResult, ParseFeed } from '../../app/ports/feed.ts';
import { toPlainText } from '../../core/news/plain-text.ts';
import { sha256 } from '../../core/text/sha256.ts';
import type { Feed } from '../../domain/catalog.ts';
import type { NewsItem } from '../../domain/news.ts';
import { describeParseError, detectNonXml } from './feed-errors.ts';
import { parseFeedDate } from './parse-feed-date.ts';
import { sanitizeFeedXml } from './sanitize-xml.ts';
import { toFeedSummary, truncateAtWord } from './summary.ts';
import { attributeOf, firstText, type XmlNode } from './xml-node.ts';

/** Never rejects for what a server sent. Entries without title and summary are left out. */
export const parseFeed: ParseFeed = async (body, feed): Promise<FeedParseResult> => {
  const nonXml = detectNonXml(body);
  if (nonXml !== undefined) return { status: 'not-a-feed', detail: nonXml };
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
  const { omittedCount } = sanitized;
  return { status: 'ok', items: dedupeById(items), ...(omittedCount > 0 && { omittedCount }) };
};

// ---- rss-parser set-up --------------------------------------------------------------------------

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

/** Tags are renamed to our field names, so that rss-parser passes them on untouched. */
const FIELD_BY_TAG = new Map<string, string>(
  Object.entries(FIELDS).flatMap(([field, names]) => names.map((name): [string, string] => [name, field])),
);

function parserFor(xml: string): Parser<ParsedFeed, Entry> {
  const prefix = /<(\w{1,20}:)(?:feed|rss)[\s>]/.exec(xml.slice(0, MAX_ROOT_OFFSET_CHARS))?.[1];
  const fieldName = (tag: string) => {
    const name = prefix !== undefined && tag.startsWith(prefix) ? tag.slice(prefix.length) : tag;
    return FIELD_BY_TAG.get(name) ?? name;
  };
  const asArray = (name: string): [string, string, { keepArray: boolean }] => [name, name, { keepArray: true }];
  return new Parser({
    defaultRSS: 2,
    xml2js: { tagNameProcessors: [fieldName] },
    customFields: {
      // The types of rss-parser know only one of the three forms that it accepts.
      feed: [asArray('$'), asArray('languages')] as never,
      item: [asArray('$'), ...Object.keys(FIELDS).map(asArray)] as never,
    },
  });
}

// ---- from entry to item -------------------------------------------------------------------------

/** A guid may be any text; as a key in the store it is limited. */
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

/** The page of the entry; without a web link, a guid that is an address; else ''. */
function linkOf({ links = [], ids = [] }: Entry, feedUrl: string): string {
  const isPage = (link: XmlNode) => ['', 'alternate'].includes(attributeOf(link, 'rel'));
  const addresses = [...links.filter(isPage), ...links.filter((link) => !isPage(link))].map(
    (link) => attributeOf(link, 'href') || firstText([link]),
  );
  const permalinks = ids.filter((id) => attributeOf(id, 'isPermaLink') !== 'false').map((id) => firstText([id]));
  return (
    firstDefined(addresses.map((address) => parseHttpUrl(address, feedUrl))) ??
    firstDefined(permalinks.map((address) => parseHttpUrl(address))) ??
    ''
  );
}

const MAX_URL_CHARS = 2000;

function parseHttpUrl(markup: string, base?: string): string | undefined {
  const address = toPlainText(markup);
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

const hashOf = (parts: readonly string[]): string => sha256(JSON.stringify(parts));

// ---- language -----------------------------------------------------------------------------------

const MAX_ROOT_OFFSET_CHARS = 5000;

/** The first valid language tag, in canonical form. */
function firstLanguageTag(tags: readonly string[]): string | undefined {
  for (const tag of tags) {
    const candidate = tag.trim().replaceAll('_', '-');
    if (!/^[a-z]{2,3}(?:-[a-z\d]{1,8}){0,3}$/i.test(candidate)) continue;
    try {
      return Intl.getCanonicalLocales(candidate)[0];
    } catch {
      // Not a tag after all; try the next one.
    }
  }
  return undefined;
}

/** rss-parser drops the attributes of the root. */
function rootLanguage(xml: string): string {
  const root = /<(?:\w{1,20}:)?(?:rss|feed|RDF)\s[^>]{0,3000}>/.exec(xml.slice(0, MAX_ROOT_OFFSET_CHARS))?.[0] ?? '';
  return /\sxml:lang\s?=\s?["']([\w-]{2,20})["']/.exec(root)?.[1] ?? '';
}

function firstDefined<T>(values: readonly (T | undefined)[]): T | undefined {
  return values.find((value) => value !== undefined);
}
