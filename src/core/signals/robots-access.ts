/**
 * Derives from the groups of a robots.txt which AI crawlers may come in, and whether everybody may. The rules of RFC 9309, 2.2.2:
 *  - of the rules for the whole site (`/`, `*`, `/*`) the longest wins; of two equally long ones, `Allow`
 *  - all groups that name an agent count together; an agent that none names follows the group of `*`
 * Paths that everybody is kept out of say nothing about AI: of an agent's paths only the others count.
 */
import type { SignalLine, SignalStatement } from '../../domain/signal.ts';
import { ANY_AGENT, type CrawlerRegistry } from './crawler-registry.ts';
import { type Directive, isWholeSitePath, type RobotsGroup } from './robots-grammar.ts';

/** Per statement; a file may name thousands. */
const MAX_PATHS_KEPT = 50;

interface AccessRules {
  /** The winning rule for the whole site. */
  siteRule?: Directive;
  disallowed: Map<string, SignalLine>;
  allowed: Map<string, SignalLine>;
}

/** All groups of one agent together. */
interface AgentAccess extends AccessRules {
  /** The first line that names the agent. */
  agentLine: SignalLine;
}

/** `ai.txt` is about training alone. */
type AccessFormat = 'robots' | 'ai.txt';

export function deriveAccessStatements(
  groups: readonly RobotsGroup[],
  crawlers: CrawlerRegistry,
  format: AccessFormat,
): SignalStatement[] {
  const byAgent = new Map<string, AgentAccess>();
  for (const { agents, rules } of groups) {
    const groupRules = classifyRules(rules);
    for (const [agent, agentLine] of findCrawlers(agents, crawlers)) {
      const access = byAgent.get(agent) ?? { agentLine, disallowed: new Map(), allowed: new Map() };
      byAgent.set(agent, access);
      mergeRules(access, groupRules);
    }
  }
  const everybody = byAgent.get(ANY_AGENT);
  return [...byAgent].flatMap(([agent, access]) => {
    const use = format === 'ai.txt' ? ('train' as const) : crawlers.useOf(agent);
    return deriveRuling(agent, access, everybody, format).map((ruling) => ({ format, agent, use, ...ruling }));
  });
}

function deriveRuling(
  agent: string,
  { agentLine, siteRule, disallowed, allowed }: AgentAccess,
  everybody: AgentAccess | undefined,
  format: AccessFormat,
): Pick<SignalStatement, 'ruling' | 'parts' | 'except' | 'lines'>[] {
  if (siteRule?.key === 'disallow' && siteRule.value !== '') {
    const except = limitPaths([...allowed]);
    return [
      {
        ruling: 'forbidden',
        ...(except.paths.length > 0 && { except: except.paths }),
        lines: [agentLine, siteRule.line, ...except.lines],
      },
    ];
  }
  // A robots.txt keeps everybody out of its search pages and carts; in an ai.txt such a line is about AI.
  const isAboutAi = agent !== ANY_AGENT || format === 'ai.txt';
  if (!isAboutAi) return [];
  const parts = limitPaths([...disallowed].filter(([path]) => agent === ANY_AGENT || !everybody?.disallowed.has(path)));
  if (parts.paths.length > 0) return [{ ruling: 'forbidden', parts: parts.paths, lines: [agentLine, ...parts.lines] }];
  return [{ ruling: 'allowed', lines: siteRule ? [agentLine, siteRule.line] : [agentLine] }];
}

function limitPaths(rules: readonly [path: string, line: SignalLine][]): { paths: string[]; lines: SignalLine[] } {
  const kept = rules.slice(0, MAX_PATHS_KEPT);
  return { paths: kept.map(([path]) => path).sort(), lines: kept.map(([, line]) => line) };
}

/** Each crawler once, with the first line that names it. */
function findCrawlers(agents: readonly Directive[], crawlers: CrawlerRegistry): Map<string, SignalLine> {
  const found = new Map<string, SignalLine>();
  for (const { value, line } of agents) {
    const agent = crawlers.canonicalName(value);
    if (agent !== undefined && !found.has(agent)) found.set(agent, line);
  }
  return found;
}

function classifyRules(rules: readonly Directive[]): AccessRules {
  const classified: AccessRules = { disallowed: new Map(), allowed: new Map() };
  for (const rule of rules) {
    if (rule.key !== 'allow' && rule.key !== 'disallow') continue;
    if (isWholeSitePath(rule.value)) classified.siteRule = strongerRule(classified.siteRule, rule);
    else if (rule.key === 'disallow') classified.disallowed.set(rule.value, rule.line);
    else if (rule.value !== HOME_PAGE) classified.allowed.set(rule.value, rule.line);
  }
  return classified;
}

/** The home page alone is no exception worth reporting. */
const HOME_PAGE = '/$';

function mergeRules(access: AgentAccess, { siteRule, disallowed, allowed }: AccessRules): void {
  if (siteRule !== undefined) access.siteRule = strongerRule(access.siteRule, siteRule);
  for (const [path, line] of disallowed) access.disallowed.set(path, line);
  for (const [path, line] of allowed) access.allowed.set(path, line);
}

function strongerRule(current: Directive | undefined, next: Directive): Directive {
  if (current === undefined || next.value.length > current.value.length) return next;
  return next.value.length === current.value.length && next.key === 'allow' ? next : current;
}
