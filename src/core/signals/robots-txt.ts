/** Reads a robots.txt (RFC 9309) for what it says about AI: who may come in, what for, and on which terms. */
import type { SignalStatement } from '../../domain/signal.ts';
import { ANY_AGENT, type CrawlerRegistry } from './crawler-registry.ts';
import { deriveAccessStatements } from './robots-access.ts';
import { type Directive, hasContent, parseDirectives } from './robots-directives.ts';
import { groupDirectives, type RobotsGroup } from './robots-groups.ts';
import { type PreferenceFormat, parsePreferences } from './usage-preferences.ts';

/** Nothing when it is no robots.txt: there is text in it, and no line of it is one of a robots.txt. */
export function parseRobots(text: string, crawlers: CrawlerRegistry): SignalStatement[] | undefined {
  const directives = parseDirectives(text);
  if (!isRobots(directives) && hasContent(text)) return undefined;
  const { groups, ungrouped: loose } = groupDirectives(directives);
  return [
    ...deriveAccessStatements(groups, crawlers, 'robots'),
    ...groups.flatMap((group) => groupPreferences(group, crawlers)),
    ...loose.flatMap(preferenceStatements),
    ...loose.flatMap(licenceStatement),
  ];
}

/** Lines that robots.txt files have, ours to read or not. */
const KNOWN_DIRECTIVES =
  /^(user-agent|allow|disallow|sitemap|crawl-delay|host|clean-param|license|content-(signal|usage))$/;

export const isRobots = (directives: readonly Directive[]): boolean =>
  directives.some(({ key }) => KNOWN_DIRECTIVES.test(key));

/** Preferences read of one group; nobody states more. */
const MAX_PREFERENCES = 50;

function groupPreferences({ agents, rules }: RobotsGroup, crawlers: CrawlerRegistry): SignalStatement[] {
  const preferences = rules.flatMap(preferenceStatements).slice(0, MAX_PREFERENCES);
  if (preferences.length === 0) return [];
  const named = new Set(agents.flatMap(({ value }) => crawlers.canonicalName(value) ?? []));
  return [...named].flatMap((agent) => preferences.map((one) => ({ ...one, agent })));
}

function preferenceStatements({ key, value, line }: Directive): SignalStatement[] {
  if (key !== 'content-signal' && key !== 'content-usage') return [];
  const format: PreferenceFormat = key;
  return parsePreferences(value, format).map(({ use, ruling, path }) => ({
    format,
    agent: ANY_AGENT,
    use,
    ruling,
    ...(path !== undefined && { parts: [path] }),
    lines: [line],
  }));
}

/** RSL: the licence is for every crawler, wherever in the file the line stands. */
function licenceStatement({ key, value, line }: Directive): SignalStatement[] {
  if (key !== 'license' || !URL.canParse(value)) return [];
  return [{ format: 'rsl', agent: ANY_AGENT, use: 'all', ruling: 'licensed', terms: value, lines: [line] }];
}
