/**
 * Reads an ai.txt as Spawning made them: the grammar of robots.txt, about what data sets may be trained on. Other files of
 * that name (several conventions want it) hold no groups and say nothing here.
 */
import type { SignalStatement } from '../../domain/signal.ts';
import { accessStatements } from './robots-access.ts';
import type { Crawlers } from './crawler-registry.ts';
import { directivesOf } from './robots-directives.ts';
import { groupsOf } from './robots-groups.ts';

/** Nothing when it is no such file. */
export function readAiTxt(text: string, crawlers: Crawlers): SignalStatement[] | undefined {
  const { groups } = groupsOf(directivesOf(text));
  if (groups.length === 0 && text.trim() !== '') return undefined;
  return accessStatements(groups, crawlers, 'ai.txt');
}
