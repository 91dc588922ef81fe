/**
 * Who may come in by a robots.txt, of the AI crawlers and of everybody. Rules, as crawlers read them (RFC 9309, 2.2.2):
 *  - of the rules for every path (`/`, `*`, `/*`) the longest counts, and `Allow` where two are as long
 *  - all groups that name an agent count together; an agent that none names follows the group of `*`
 * Paths that everybody is kept out of say nothing about AI: an agent's own paths count where they are others.
 */
import type { SignalFormat, SignalLine, SignalStatement } from '../../domain/signal.ts';
import { type Crawlers, EVERYBODY } from './crawler-registry.ts';
import type { Directive } from './robots-directives.ts';
import type { Group } from './robots-groups.ts';

/** Paths and lines kept of a statement; a file may name thousands. */
const MOST_KEPT = 50;

/** What the groups of one agent come to. */
interface Access {
  /** The line that names the agent first. */
  named: SignalLine;
  /** The rule for every path that counts. */
  whole?: Directive;
  /** Paths it is kept out of, and paths it may come to. */
  kept: Map<string, SignalLine>;
  open: Map<string, SignalLine>;
}

/** @param format `robots`, or `ai.txt`, which has the same grammar and is about training alone. */
export function accessStatements(
  groups: readonly Group[],
  crawlers: Crawlers,
  format: Extract<SignalFormat, 'robots' | 'ai.txt'>,
): SignalStatement[] {
  const byAgent = new Map<string, Access>();
  for (const { agents, rules } of groups) {
    const own = ownRules(rules);
    for (const [agent, named] of agentsIn(agents, crawlers)) {
      const known = byAgent.get(agent) ?? { named, kept: new Map(), open: new Map() };
      byAgent.set(agent, known);
      addTo(known, own);
    }
  }
  const everybody = byAgent.get(EVERYBODY);
  return [...byAgent].flatMap(([agent, access]) => {
    const use = format === 'ai.txt' ? ('train' as const) : crawlers.useOf(agent);
    return statementOf(agent, access, everybody, format).map((one) => ({ format, agent, use, ...one }));
  });
}

type Said = Pick<SignalStatement, 'ruling' | 'parts' | 'except' | 'lines'>;

function statementOf(agent: string, access: Access, everybody: Access | undefined, format: SignalFormat): Said[] {
  const { named, whole, kept, open } = access;
  if (whole !== undefined && isKeptOut(whole)) {
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
  const isAboutAi = agent !== EVERYBODY || format === 'ai.txt';
  if (!isAboutAi) return [];
  const own = pathsOf([...kept].filter(([path]) => agent === EVERYBODY || !everybody?.kept.has(path)));
  if (own.paths.length > 0) return [{ ruling: 'forbidden', parts: own.paths, lines: [named, ...own.lines] }];
  return [{ ruling: 'allowed', lines: whole ? [named, whole.line] : [named] }];
}

function pathsOf(rules: readonly [path: string, line: SignalLine][]): { paths: string[]; lines: SignalLine[] } {
  const some = rules.slice(0, MOST_KEPT);
  return { paths: some.map(([path]) => path).sort(), lines: some.map(([, line]) => line) };
}

/** Each crawler once, with the line that names it first. */
function agentsIn(agents: readonly Directive[], crawlers: Crawlers): Map<string, SignalLine> {
  const found = new Map<string, SignalLine>();
  for (const { value, line } of agents) {
    const agent = crawlers.named(value);
    if (agent !== undefined && !found.has(agent)) found.set(agent, line);
  }
  return found;
}

type Rules = Pick<Access, 'whole' | 'kept' | 'open'>;

function ownRules(rules: readonly Directive[]): Rules {
  const own: Rules = { kept: new Map(), open: new Map() };
  for (const rule of rules) {
    if (rule.key !== 'allow' && rule.key !== 'disallow') continue;
    if (isForEveryPath(rule.value)) own.whole = stronger(own.whole, rule);
    else if (rule.key === 'disallow') own.kept.set(rule.value, rule.line);
    else if (rule.value !== HOME_PAGE) own.open.set(rule.value, rule.line);
  }
  return own;
}

/** The home page alone, which says what the site is, is no part of it worth a word. */
const HOME_PAGE = '/$';

function addTo(access: Access, { whole, kept, open }: Rules): void {
  if (whole !== undefined) access.whole = stronger(access.whole, whole);
  for (const [path, line] of kept) access.kept.set(path, line);
  for (const [path, line] of open) access.open.set(path, line);
}

/** `Disallow:` with nothing behind it keeps nobody out; it is the shortest rule for every path. */
export const isForEveryPath = (path: string): boolean => /^\/?\**$/.test(path);

const isKeptOut = ({ key, value }: Directive): boolean => key === 'disallow' && value !== '';

function stronger(one: Directive | undefined, other: Directive): Directive {
  if (one === undefined || other.value.length > one.value.length) return other;
  return other.value.length === one.value.length && other.key === 'allow' ? other : one;
}
