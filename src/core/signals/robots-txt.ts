/** Parses robots.txt (RFC 9309) and ai.txt, which has the same grammar, for what they say about AI. */
import type { SignalStatement } from '../../domain/signal.ts';
import { ANY_AGENT, type CrawlerRegistry } from './crawler-registry.ts';
import { deriveAccessStatements } from './robots-access.ts';
import { type Directive, groupDirectives, hasContent, parseDirectives, type RobotsGroup } from './robots-grammar.ts';
import { parsePreferences } from './usage-preferences.ts';

/** @returns nothing for a text without a line of a robots.txt. */
export function parseRobotsTxt(text: string, crawlers: CrawlerRegistry): SignalStatement[] | undefined {
  const directives = parseDirectives(text);
  if (!directives.some(({ key }) => KNOWN_DIRECTIVES.test(key)) && hasContent(text)) return undefined;
  const { groups, ungrouped } = groupDirectives(directives);
  return [
    ...deriveAccessStatements(groups, crawlers, 'robots'),
    ...groups.flatMap((group) => groupPreferences(group, crawlers)),
    ...ungrouped.flatMap(preferenceStatements),
    ...ungrouped.flatMap(licenceStatement),
  ];
}

/**
 * Spawning's ai.txt, about what data sets may be trained on.
 * @returns nothing for the other files of that name, which hold no groups.
 */
export function parseAiTxt(text: string, crawlers: CrawlerRegistry): SignalStatement[] | undefined {
  const { groups } = groupDirectives(parseDirectives(text));
  if (groups.length === 0 && text.trim() !== '') return undefined;
  return deriveAccessStatements(groups, crawlers, 'ai.txt');
}

/** Whether or not they are about AI. */
const KNOWN_DIRECTIVES =
  /^(user-agent|allow|disallow|sitemap|crawl-delay|host|clean-param|license|content-(signal|usage))$/;

/** Per group; nobody states more. */
const MAX_PREFERENCES = 50;

function groupPreferences({ agents, rules }: RobotsGroup, crawlers: CrawlerRegistry): SignalStatement[] {
  const preferences = rules.flatMap(preferenceStatements).slice(0, MAX_PREFERENCES);
  if (preferences.length === 0) return [];
  const names = new Set(agents.flatMap(({ value }) => crawlers.canonicalName(value) ?? []));
  return [...names].flatMap((agent) => preferences.map((preference) => ({ ...preference, agent })));
}

function preferenceStatements({ key, value, line }: Directive): SignalStatement[] {
  if (key !== 'content-signal' && key !== 'content-usage') return [];
  return parsePreferences(value, key).map(({ use, ruling, path }) => ({
    format: key,
    agent: ANY_AGENT,
    use,
    ruling,
    ...(path !== undefined && { parts: [path] }),
    lines: [line],
  }));
}

/** RSL: the licence is for every crawler, wherever in the file the line is. */
function licenceStatement({ key, value, line }: Directive): SignalStatement[] {
  if (key !== 'license' || !URL.canParse(value)) return [];
  return [{ format: 'rsl', agent: ANY_AGENT, use: 'all', ruling: 'licensed', terms: value, lines: [line] }];
}
