/** A short list of crawlers, one for each purpose and one of two words. */
import { createCrawlerRegistry } from '../../../src/core/signals/crawler-registry.ts';
import { parseSignals } from '../../../src/core/signals/parse-signals.ts';
import type { AiCrawler } from '../../../src/domain/catalog.ts';
import type { ParsedSignals, SignalKind, SignalStatement } from '../../../src/domain/signal.ts';

export const CRAWLERS: AiCrawler[] = [
  { name: 'GPTBot', operator: 'OpenAI', purpose: 'training' },
  { name: 'ClaudeBot', operator: 'Anthropic', purpose: 'training' },
  { name: 'CCBot', operator: 'Common Crawl', purpose: 'dataset' },
  { name: 'OAI-SearchBot', operator: 'OpenAI', purpose: 'search' },
  { name: 'ChatGPT-User', operator: 'OpenAI', purpose: 'user-triggered' },
  { name: 'Kangaroo Bot', operator: 'Kangaroo LLM', purpose: 'training' },
];

export const crawlers = createCrawlerRegistry(CRAWLERS);

export function read(kind: SignalKind, text: string): ParsedSignals {
  const reading = parseSignals(kind, text, crawlers);
  if (reading === undefined) throw new Error(`that is no ${kind}`);
  return reading;
}

export const robots = (...lines: string[]): ParsedSignals => read('robots.txt', lines.join('\n'));

/** A statement in one line: who, what for, how it is ruled, where, and the terms. */
export function told({ format, agent, use, ruling, parts, except, terms }: SignalStatement): string {
  const where = parts ? `in ${parts.join(' ')}` : except && `but ${except.join(' ')}`;
  return [`${format}: ${agent} ${use} ${ruling}`, where, terms].filter(Boolean).join(' ');
}

export const toldBy = ({ statements }: ParsedSignals): string[] => statements.map(told);
