/** A short list of crawlers and parsers bound to it. */
import { createCrawlerRegistry } from '../../../src/core/signals/crawler-registry.ts';
import { parseSignals } from '../../../src/core/signals/parse-signals.ts';
import type { AiCrawler } from '../../../src/domain/catalog.ts';
import type { ParsedSignals, SignalKind } from '../../../src/domain/signal.ts';

export const CRAWLERS: AiCrawler[] = [
  { name: 'GPTBot', operator: 'OpenAI', purpose: 'training' },
  { name: 'ClaudeBot', operator: 'Anthropic', purpose: 'training' },
  { name: 'CCBot', operator: 'Common Crawl', purpose: 'dataset' },
  { name: 'OAI-SearchBot', operator: 'OpenAI', purpose: 'search' },
  { name: 'ChatGPT-User', operator: 'OpenAI', purpose: 'user-triggered' },
  { name: 'Kangaroo Bot', operator: 'Kangaroo LLM', purpose: 'training' },
];

export const crawlers = createCrawlerRegistry(CRAWLERS);

/** @throws Error for a text that is no such source. */
export function read(kind: SignalKind, text: string): ParsedSignals {
  const signals = parseSignals(kind, text, crawlers);
  if (signals === undefined) throw new Error(`not a ${kind}`);
  return signals;
}

export const robots = (...lines: string[]): ParsedSignals => read('robots.txt', lines.join('\n'));

/** One line per statement: format, agent, use, ruling, where, terms. */
export const summarise = ({ statements }: ParsedSignals): string[] =>
  statements.map(({ format, agent, use, ruling, parts, except, terms }) => {
    const where = parts ? `in ${parts.join(' ')}` : except && `but ${except.join(' ')}`;
    return [`${format}: ${agent} ${use} ${ruling}`, where, terms].filter(Boolean).join(' ');
  });
