/**
 * Reads an ai.txt as Spawning made them: the grammar of robots.txt, about what data sets may be trained on. Other files of
 * that name (several conventions want it) hold no groups and say nothing here.
 */
import type { SignalStatement } from '../../domain/signal.ts';
import type { CrawlerRegistry } from './crawler-registry.ts';
import { deriveAccessStatements } from './robots-access.ts';
import { parseDirectives } from './robots-directives.ts';
import { groupDirectives } from './robots-groups.ts';

/** Nothing when it is no such file. */
export function parseAiTxt(text: string, crawlers: CrawlerRegistry): SignalStatement[] | undefined {
  const { groups } = groupDirectives(parseDirectives(text));
  if (groups.length === 0 && text.trim() !== '') return undefined;
  return deriveAccessStatements(groups, crawlers, 'ai.txt');
}
