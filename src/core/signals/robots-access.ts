/**
 * Who may come in by a robots.txt, of the AI crawlers and of everybody. Rules, as crawlers read them (RFC 9309, 2.2.2):
 *  - of the rules for every path (`/`, `*`, `/*`) the longest counts, and `Allow` where two are as long
 *  - all groups that name an agent count together; an agent that none names follows the group of `*`
 * Paths that everybody is kept out of say nothing about AI: an agent's own paths count where they are others.
 */
import type { SignalFormat, SignalLine, SignalStatement } from '../../domain/signal.ts';
import { ANY_AGENT, type CrawlerRegistry } from './crawler-registry.ts';
import type { Directive } from './robots-directives.ts';
import type { RobotsGroup } from './robots-groups.ts';

/** Paths and lines kept of a statement; a file may name thousands. */
const MAX_PATHS_KEPT = 50;

/** What the groups of one agent come to. */
interface AgentAccess {
  /** The line that names the agent first. */
  agentLine: SignalLine;
  /** The rule for every path that counts. */
  siteRule?: Directive;
  /** Paths it is kept out of, and paths it may come to. */
  disallowed: Map<string, SignalLine>;
  allowed: Map<string, SignalLine>;
}

/** @param format `robots`, or `ai.txt`, which has the same grammar and is about training alone. */
export function deriveAccessStatements(
  groups: readonly RobotsGroup[],
  crawlers: CrawlerRegistry,
  format: Extract<SignalFormat, 'robots' | 'ai.txt'>,
): SignalStatement[] {
  const byAgent = new Map<string, AgentAccess>();
  for (const { agents, rules } of groups) {
    const own = classifyRules(rules);
    for (const [agent, named] of agentsIn(agents, crawlers)) {
      const known = byAgent.get(agent) ?? { agentLine: named, disallowed: new Map(), allowed: new Map() };
      byAgent.set(agent, known);
      mergeRules(known, own);
    }
  }
  const everybody = byAgent.get(ANY_AGENT);
  return [...byAgent].flatMap(([agent, access]) => {
    const use = format === 'ai.txt' ? ('train' as const) : crawlers.useOf(agent);
    return statementOf(agent, access, everybody, format).map((one) => ({ format, agent, use, ...one }));
  });
}

type Said = Pick<SignalStatement, 'ruling' | 'parts' | 'except' | 'lines'>;

function statementOf(
  agent: string,
  access: AgentAccess,
  everybody: AgentAccess | undefined,
  format: SignalFormat,
): Said[] {
  const { agentLine: named, siteRule: whole, disallowed: kept, allowed: open } = access;
  if (whole !== undefined && disallows(whole)) {
    const left = pathsOf([...open]);
    return [
      {
        ruling: 'forbidden',
        ...(left.paths.length > 0 && { except: left.paths }),
        lines: [named, whole.line, ...left.lines],
      },
    ];
  }
  // A robots.txt tells everybody to keep out of its search pages and carts; in an ai.txt such a line is about AI.
  const isAboutAi = agent !== ANY_AGENT || format === 'ai.txt';
  if (!isAboutAi) return [];
  const own = pathsOf([...kept].filter(([path]) => agent === ANY_AGENT || !everybody?.disallowed.has(path)));
  if (own.paths.length > 0) return [{ ruling: 'forbidden', parts: own.paths, lines: [named, ...own.lines] }];
  return [{ ruling: 'allowed', lines: whole ? [named, whole.line] : [named] }];
}

function pathsOf(rules: readonly [path: string, line: SignalLine][]): { paths: string[]; lines: SignalLine[] } {
  const some = rules.slice(0, MAX_PATHS_KEPT);
  return { paths: some.map(([path]) => path).sort(), lines: some.map(([, line]) => line) };
}

/** Each crawler once, with the line that names it first. */
function agentsIn(agents: readonly Directive[], crawlers: CrawlerRegistry): Map<string, SignalLine> {
  const found = new Map<string, SignalLine>();
  for (const { value, line } of agents) {
    const agent = crawlers.canonicalName(value);
    if (agent !== undefined && !found.has(agent)) found.set(agent, line);
  }
  return found;
}

type AccessRules = Pick<AgentAccess, 'siteRule' | 'disallowed' | 'allowed'>;

function classifyRules(rules: readonly Directive[]): AccessRules {
  const own: AccessRules = { disallowed: new Map(), allowed: new Map() };
  for (const rule of rules) {
    if (rule.key !== 'allow' && rule.key !== 'disallow') continue;
    if (isWholeSitePath(rule.value)) own.siteRule = strongerRule(own.siteRule, rule);
    else if (rule.key === 'disallow') own.disallowed.set(rule.value, rule.line);
    else if (rule.value !== HOME_PAGE) own.allowed.set(rule.value, rule.line);
  }
  return own;
}

/** The home page alone, which says what the site is, is no part of it worth a word. */
const HOME_PAGE = '/$';

function mergeRules(access: AgentAccess, { siteRule: whole, disallowed: kept, allowed: open }: AccessRules): void {
  if (whole !== undefined) access.siteRule = strongerRule(access.siteRule, whole);
  for (const [path, line] of kept) access.disallowed.set(path, line);
  for (const [path, line] of open) access.allowed.set(path, line);
}

/** `Disallow:` with nothing behind it keeps nobody out; it is the shortest rule for every path. */
export const isWholeSitePath = (path: string): boolean => /^\/?\**$/.test(path);

const disallows = ({ key, value }: Directive): boolean => key === 'disallow' && value !== '';

function strongerRule(one: Directive | undefined, other: Directive): Directive {
  if (one === undefined || other.value.length > one.value.length) return other;
  return other.value.length === one.value.length && other.key === 'allow' ? other : one;
}
