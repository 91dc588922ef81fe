/** Links to the sources of a fact, named by their sites. */
import type { Span } from '../../domain/answer.ts';
import type { Translator } from '../words/translator.ts';

/** The first sources as links, to follow a line. */
export function sourceLinks(urls: readonly string[], t: Translator, limit = 3): Span[] {
  if (urls.length === 0) return [];
  const shown = urls.slice(0, limit);
  const hosts = shown.map(hostOf);
  const links = shown.map((url, i) => ({ link: linkName(hosts, i), url }));
  return [` ${t.text('sources', { count: links.length })} `, ...separated(links)];
}

/** Further pages of one site are numbered. */
function linkName(hosts: readonly string[], i: number): string {
  const host = hosts[i] ?? '';
  const nth = hosts.slice(0, i + 1).filter((other) => other === host).length;
  return nth === 1 ? host : `${host} (${nth})`;
}

const hostOf = (url: string): string => URL.parse(url)?.hostname.replace(/^www\./, '') ?? url;

const separated = (spans: Span[]): Span[] => spans.flatMap((span, i) => (i === 0 ? [span] : [', ', span]));
