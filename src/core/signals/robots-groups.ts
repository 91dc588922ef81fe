/** The groups of a robots.txt (RFC 9309, 2.2): the agents that a run of `User-agent` lines names, and the rules below it. */
import type { Directive } from './robots-directives.ts';

export interface RobotsGroup {
  agents: Directive[];
  rules: Directive[];
}

export interface GroupedDirectives {
  groups: RobotsGroup[];
  /** What stands in no group, or belongs to none wherever it stands. */
  ungrouped: Directive[];
}

/** Records that belong to a group; a `User-agent` line after one begins the next group. Others do not end a run of agents. */
const GROUP_KEYS: ReadonlySet<string> = new Set(['allow', 'disallow', 'content-signal', 'content-usage']);

export function groupDirectives(directives: readonly Directive[]): GroupedDirectives {
  const groups: RobotsGroup[] = [];
  const loose: Directive[] = [];
  for (const directive of directives) {
    const open = groups.at(-1);
    if (directive.key === 'user-agent') {
      if (open !== undefined && open.rules.length === 0) open.agents.push(directive);
      else groups.push({ agents: [directive], rules: [] });
    } else if (GROUP_KEYS.has(directive.key) && open !== undefined) open.rules.push(directive);
    else loose.push(directive);
  }
  return { groups, ungrouped: loose };
}
