/**
 * Parses what a page says to machines in its headers and in the tags of its head: `noai` (X-Robots-Tag, robots tags),
 * `tdm-reservation` and `tdm-policy`, Content-Signal, Content-Usage, and the licence of RSL.
 * Only the lines with signals are kept of a page, to be quoted and parsed again.
 */
import type { SignalLine, SignalStatement } from '../../domain/signal.ts';
import { ANY_AGENT, type CrawlerRegistry } from './crawler-registry.ts';
import { parseHeadTags } from './head-tags.ts';
import { parseReservation } from './tdmrep.ts';
import { parsePreferences } from './usage-preferences.ts';

/** In lower case. */
export const SIGNAL_HEADERS = [
  'x-robots-tag',
  'tdm-reservation',
  'tdm-policy',
  'content-signal',
  'content-usage',
  'link',
] as const;

/** A header or tag. */
interface HeadEntry {
  name: string;
  value: string;
  line: SignalLine;
}

const MAX_LINE_CHARS = 2000;

/** The headers and tags with signals, one a line; empty where there are none. */
export function extractSignalLines(headers: Readonly<Record<string, readonly string[]>>, html: string): string {
  const headerLines = SIGNAL_HEADERS.flatMap((name) =>
    (headers[name] ?? []).map((value) => `${name}: ${onOneLine(value)}`),
  );
  const tags = parseHeadTags(html).map(({ source }) => onOneLine(source));
  return [...headerLines, ...tags].filter((line) => parseLine(line).some(isSignal)).join('\n');
}

/** @param text as `extractSignalLines` returns it. */
export function parsePageSignals(text: string, crawlers: CrawlerRegistry): SignalStatement[] {
  const entries = text.split('\n').flatMap(parseLine);
  const policy = entries.find(({ name }) => name === 'tdm-policy');
  return entries.flatMap((entry) => toStatements(entry, policy, crawlers));
}

const onOneLine = (text: string): string => text.replace(/\s+/g, ' ').trim().slice(0, MAX_LINE_CHARS);

/** A stored line is a header or a tag. */
function parseLine(line: string): HeadEntry[] {
  if (!line.startsWith('<')) {
    const colon = line.indexOf(':');
    return [{ name: line.slice(0, colon), value: line.slice(colon + 1).trim(), line: { text: line } }];
  }
  return parseHeadTags(line).map(({ name, attributes }) => {
    const rsl = { name: 'rsl', line: { text: line } };
    if (name === 'script') return { ...rsl, value: attributes.type ?? '' };
    if (name === 'link') return { ...rsl, value: isLicence(attributes) ? `${RSL} ${attributes.href ?? ''}` : '' };
    return { name: (attributes.name ?? '').toLowerCase(), value: attributes.content ?? '', line: { text: line } };
  });
}

const RSL = 'application/rsl+xml';

const isLicence = ({ rel = '', type = '' }: Readonly<Record<string, string>>): boolean =>
  type.toLowerCase() === RSL && rel.toLowerCase().split(/\s+/).includes('license');

/** A policy says nothing alone, but is kept for the reservation it belongs to. */
const isSignal = (entry: HeadEntry): boolean =>
  entry.name === 'tdm-policy' || toStatements(entry, undefined, ACCEPT_ANY_CRAWLER).length > 0;

const ACCEPT_ANY_CRAWLER: CrawlerRegistry = { canonicalName: (agent) => agent, useOf: () => 'all' };

function toStatements(
  { name, value, line }: HeadEntry,
  policy: HeadEntry | undefined,
  crawlers: CrawlerRegistry,
): SignalStatement[] {
  const lines = [line];
  switch (name) {
    case 'tdm-reservation': {
      const position = parseReservation(value, policy?.value);
      const quoted = position?.terms !== undefined && policy !== undefined ? [line, policy.line] : lines;
      return position ? [{ format: 'tdmrep', agent: ANY_AGENT, use: 'all', ...position, lines: quoted }] : [];
    }
    case 'content-signal':
    case 'content-usage':
      return parsePreferences(value, name).map(({ use, ruling }) => ({
        format: name,
        agent: ANY_AGENT,
        use,
        ruling,
        lines,
      }));
    case 'link':
      return parseLinkedLicences(value).map((terms) => toLicence(lines, terms));
    case 'rsl':
      if (!value.startsWith(RSL)) return [];
      return [toLicence(lines, value.slice(RSL.length).trim() || undefined)];
    case 'x-robots-tag': {
      const { agent, tokens } = parseRobotsTag(value);
      return parseNoAi(agent, tokens, lines, crawlers);
    }
    default:
      return parseNoAi(name === 'robots' ? ANY_AGENT : name, value, lines, crawlers);
  }
}

function toLicence(lines: SignalLine[], terms: string | undefined): SignalStatement {
  return {
    format: 'rsl',
    agent: ANY_AGENT,
    use: 'all',
    ruling: 'licensed',
    ...(terms !== undefined && { terms }),
    lines,
  };
}

/** `Link: <address>; rel="license"; type="application/rsl+xml"`, perhaps several in one header. */
function parseLinkedLicences(value: string): string[] {
  return [...value.matchAll(/<([^<>]*)>([^<]*)/g)].flatMap(([, address = '', parameters = '']) => {
    const lower = parameters.toLowerCase();
    return lower.includes(RSL) && /\brel\s*=\s*"?[^";]*\blicense\b/.test(lower) ? [address] : [];
  });
}

/** `GPTBot: noai` is for one agent, `noai` for all; `unavailable_after: …` is no agent. */
function parseRobotsTag(value: string): { agent: string; tokens: string } {
  const [, agent, tokens] = /^([\w.-]+)\s*:(.*)$/s.exec(value) ?? [];
  if (agent === undefined || tokens === undefined || /^(unavailable_after|max-)/i.test(agent)) {
    return { agent: ANY_AGENT, tokens: value };
  }
  return { agent, tokens };
}

/** `noimageai` is about pictures alone. */
function parseNoAi(name: string, value: string, lines: SignalLine[], crawlers: CrawlerRegistry): SignalStatement[] {
  const agent = name === '' ? undefined : crawlers.canonicalName(name);
  if (agent === undefined) return [];
  const tokens = new Set(value.toLowerCase().split(/[\s,]+/));
  const statement = { format: 'noai' as const, agent, use: 'train' as const, ruling: 'forbidden' as const, lines };
  if (tokens.has('noai')) return [statement];
  return tokens.has('noimageai') ? [{ ...statement, parts: ['images'] }] : [];
}
