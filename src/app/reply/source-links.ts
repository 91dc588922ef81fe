/** Where a fact comes from, as the names of its sites. */

import type { Span } from '../../domain/answer.ts';
import type { Translator } from '../words/translator.ts';

/** The first few sources as links after a line; the rest would drown it. */
export function sourceLinks(urls: readonly string[], t: Translator, most = 3): Span[] {
  if (urls.length === 0) return [];
  const shown = urls.slice(0, most);
  const hosts = shown.map(hostOf);
  const links = shown.map((url, i) => ({ link: nameOf(hosts, i), url }));
  return [` ${t.text('sources', { count: links.length })} `, ...separated(links)];
}

/** The second page of one site is told apart by its number. */
function nameOf(hosts: readonly string[], i: number): string {
  const host = hosts[i] ?? '';
  const nth = hosts.slice(0, i + 1).filter((one) => one === host).length;
  return nth === 1 ? host : `${host} (${nth})`;
}

const hostOf = (url: string): string => URL.parse(url)?.hostname.replace(/^www\./, '') ?? url;

const separated = (spans: Span[]): Span[] => spans.flatMap((span, i) => (i === 0 ? [span] : [', ', span]));
