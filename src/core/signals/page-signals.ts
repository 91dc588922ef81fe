/**
 * Reads what a page says to machines in its headers and in the tags of its head: `noai` (X-Robots-Tag, robots tags),
 * `tdm-reservation` and `tdm-policy`, Content-Signal, Content-Usage, and the licence of RSL.
 *
 * What is kept of a page is the lines that say something, so that they can be quoted and read again.
 */
import type { SignalLine, SignalRuling, SignalStatement } from '../../domain/signal.ts';
import { type Crawlers, EVERYBODY } from './crawler-registry.ts';
import { headTags } from './head-tags.ts';
import { preferencesIn } from './usage-preferences.ts';
import { reservation } from './tdmrep.ts';

/** The headers that can say something, in lower case. */
export const SIGNAL_HEADERS = [
  'x-robots-tag',
  'tdm-reservation',
  'tdm-policy',
  'content-signal',
  'content-usage',
  'link',
] as const;

/** A header's or tag's name and value, and how it is written. */
interface Said {
  name: string;
  value: string;
  line: SignalLine;
}

const LONGEST_LINE = 2000;

/** The lines of a page that say something to machines; empty where none does. */
export function pageText(headers: Readonly<Record<string, readonly string[]>>, html: string): string {
  const written = SIGNAL_HEADERS.flatMap((name) =>
    (headers[name] ?? []).map((value) => `${name}: ${onOneLine(value)}`),
  );
  const tags = headTags(html).map(({ source }) => onOneLine(source));
  return [...written, ...tags].filter((line) => saidIn(line).some(isTelling)).join('\n');
}

/** @param text as `pageText` keeps it. */
export function readPage(text: string, crawlers: Crawlers): SignalStatement[] {
  const said = text.split('\n').flatMap(saidIn);
  const policy = said.find(({ name }) => name === 'tdm-policy');
  return said.flatMap((one) => statementsOf(one, policy, crawlers));
}

const onOneLine = (text: string): string => text.replace(/\s+/g, ' ').trim().slice(0, LONGEST_LINE);

/** A stored line, whether it is a header or a tag. */
function saidIn(line: string): Said[] {
  if (!line.startsWith('<')) {
    const colon = line.indexOf(':');
    return [{ name: line.slice(0, colon), value: line.slice(colon + 1).trim(), line: { text: line } }];
  }
  return headTags(line).map(({ name, attributes }) => {
    const rsl = { name: 'rsl', line: { text: line } };
    if (name === 'script') return { ...rsl, value: attributes.type ?? '' };
    if (name === 'link') return { ...rsl, value: isLicence(attributes) ? `${RSL} ${attributes.href ?? ''}` : '' };
    return { name: (attributes.name ?? '').toLowerCase(), value: attributes.content ?? '', line: { text: line } };
  });
}

const RSL = 'application/rsl+xml';

const isLicence = ({ rel = '', type = '' }: Readonly<Record<string, string>>): boolean =>
  type.toLowerCase() === RSL && rel.toLowerCase().split(/\s+/).includes('license');

/** A policy says nothing alone, and is kept beside the reservation it belongs to. */
const isTelling = (said: Said): boolean =>
  said.name === 'tdm-policy' || statementsOf(said, undefined, ANYBODY).length > 0;

const ANYBODY: Crawlers = { named: (agent) => agent, useOf: () => 'all' };

function statementsOf({ name, value, line }: Said, policy: Said | undefined, crawlers: Crawlers): SignalStatement[] {
  const lines = [line];
  switch (name) {
    case 'tdm-reservation': {
      const position = reservation(value, policy?.value);
      const named = position?.terms !== undefined && policy !== undefined ? [line, policy.line] : lines;
      return position ? [{ format: 'tdmrep', agent: EVERYBODY, use: 'all', ...position, lines: named }] : [];
    }
    case 'content-signal':
    case 'content-usage':
      return preferencesIn(value, name).map(({ use, ruling }) => ({
        format: name,
        agent: EVERYBODY,
        use,
        ruling,
        lines,
      }));
    case 'link':
      return linkedLicences(value).map((terms) => licence(lines, terms));
    case 'rsl':
      if (!value.startsWith(RSL)) return [];
      return [licence(lines, value.slice(RSL.length).trim() || undefined)];
    case 'x-robots-tag': {
      const { agent, tokens } = taggedAgent(value);
      return noAi(agent, tokens, lines, crawlers);
    }
    default:
      return noAi(name === 'robots' ? EVERYBODY : name, value, lines, crawlers);
  }
}

function licence(lines: SignalLine[], terms: string | undefined): SignalStatement {
  const ruling: SignalRuling = 'licensed';
  return { format: 'rsl', agent: EVERYBODY, use: 'all', ruling, ...(terms !== undefined && { terms }), lines };
}

/** `Link: <address>; rel="license"; type="application/rsl+xml"`, several in one header. */
function linkedLicences(value: string): string[] {
  return [...value.matchAll(/<([^<>]*)>([^<]*)/g)].flatMap(([, address = '', parameters = '']) => {
    const said = parameters.toLowerCase();
    return said.includes(RSL) && /\brel\s*=\s*"?[^";]*\blicense\b/.test(said) ? [address] : [];
  });
}

/** `GPTBot: noai` is for one agent, `noai` for all; `unavailable_after: …` is no agent. */
function taggedAgent(value: string): { agent: string; tokens: string } {
  const [, agent, tokens] = /^([\w.-]+)\s*:(.*)$/s.exec(value) ?? [];
  if (agent === undefined || tokens === undefined || /^(unavailable_after|max-)/i.test(agent)) {
    return { agent: EVERYBODY, tokens: value };
  }
  return { agent, tokens };
}

/** `noimageai` is about pictures alone. */
function noAi(written: string, tokens: string, lines: SignalLine[], crawlers: Crawlers): SignalStatement[] {
  const agent = written === '' ? undefined : crawlers.named(written);
  if (agent === undefined) return [];
  const said = new Set(tokens.toLowerCase().split(/[\s,]+/));
  const statement = { format: 'noai' as const, agent, use: 'train' as const, ruling: 'forbidden' as const, lines };
  if (said.has('noai')) return [statement];
  return said.has('noimageai') ? [{ ...statement, parts: ['images'] }] : [];
}
