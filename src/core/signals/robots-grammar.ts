/** The grammar of robots.txt and of files written like one: directives, groups, paths (RFC 9309, 2.2). */
import type { SignalLine } from '../../domain/signal.ts';

/** A line `key: value`. */
export interface Directive {
  /** Lower case. */
  key: string;
  value: string;
  line: SignalLine;
}

/** RFC 9309, 2.5: crawlers must parse 500 KiB of a file and may ignore the rest. */
export const MAX_SIGNAL_CHARS = 500 * 1024;
/** Of a line that is quoted; rules are a tenth of it. */
const MAX_LINE_CHARS = 500;

/** Lines that are empty, hold only a comment or no colon are left out. Linear in the length of the text. */
export function parseDirectives(text: string): Directive[] {
  const directives: Directive[] = [];
  for (const [i, line] of splitLines(text).entries()) {
    const hash = line.indexOf('#');
    const content = hash === -1 ? line : line.slice(0, hash);
    const colon = content.indexOf(':');
    if (colon === -1) continue;
    directives.push({
      key: content.slice(0, colon).trim().toLowerCase(),
      value: content.slice(colon + 1).trim(),
      line: { number: i + 1, text: line.trim().slice(0, MAX_LINE_CHARS) },
    });
  }
  return directives;
}

/** Whether a text has anything but comments. */
export function hasContent(text: string): boolean {
  return splitLines(text).some((line) => !/^\s*(#|$)/.test(line));
}

const splitLines = (text: string): string[] =>
  text
    .slice(0, MAX_SIGNAL_CHARS)
    .replace(/^\ufeff/, '')
    .split(/\r\n|[\r\n]/);

/** The agents of a run of `User-agent` lines, and the rules below it. */
export interface RobotsGroup {
  agents: Directive[];
  rules: Directive[];
}

/** Directives that belong to a group; a `User-agent` line after one starts the next group. Others do not end a run of agents. */
const GROUP_KEYS: ReadonlySet<string> = new Set(['allow', 'disallow', 'content-signal', 'content-usage']);

/** `ungrouped` directives come before the first group, or belong to none anywhere. */
export function groupDirectives(directives: readonly Directive[]): { groups: RobotsGroup[]; ungrouped: Directive[] } {
  const groups: RobotsGroup[] = [];
  const ungrouped: Directive[] = [];
  for (const directive of directives) {
    const group = groups.at(-1);
    if (directive.key === 'user-agent') {
      if (group !== undefined && group.rules.length === 0) group.agents.push(directive);
      else groups.push({ agents: [directive], rules: [] });
    } else if (GROUP_KEYS.has(directive.key) && group !== undefined) group.rules.push(directive);
    else ungrouped.push(directive);
  }
  return { groups, ungrouped };
}

/** `Disallow:` without a value keeps nobody out; it is the shortest rule for the whole site. */
export const isWholeSitePath = (path: string): boolean => /^\/?\**$/.test(path);
