/**
 * Reads `/.well-known/tdmrep.json` (TDM Reservation Protocol): rules of a path, whether the right to mine text and data is
 * reserved there, and perhaps where its policy stands. A rule alone, without the list around it, is read as well.
 */
import type { SignalStatement } from '../../domain/signal.ts';
import { ANY_AGENT } from './crawler-registry.ts';
import { isWholeSitePath } from './robots-access.ts';

/** Rules read; a site has a handful. */
const MAX_RULES = 200;
const MAX_QUOTE_CHARS = 500;

/** Nothing when it is no such file. Only rules whose reservation is 1 or 0 say something. */
export function parseTdmrep(text: string): SignalStatement[] | undefined {
  const rules = parseRules(text.replace(/^\ufeff/, ''));
  return rules?.flatMap(({ rule, source }) => {
    const position = parseReservation(rule['tdm-reservation'], rule['tdm-policy']);
    const location = typeof rule.location === 'string' ? rule.location : '/';
    if (position === undefined) return [];
    const parts = isWholeSitePath(location) ? {} : { parts: [location] };
    const lines = [{ text: source.slice(0, MAX_QUOTE_CHARS) }];
    return [{ format: 'tdmrep' as const, agent: ANY_AGENT, use: 'all' as const, ...position, ...parts, lines }];
  });
}

/** What a reservation and its policy say, in a file, a header or a tag. */
export function parseReservation(
  value: unknown,
  policy: unknown,
): Pick<SignalStatement, 'ruling' | 'terms'> | undefined {
  const written = String(value).trim();
  if (written === '0') return { ruling: 'allowed' };
  if (written !== '1') return undefined;
  return { ruling: 'reserved', ...(typeof policy === 'string' && URL.canParse(policy) && { terms: policy }) };
}

type Rule = Record<string, unknown>;

function parseRules(text: string): { rule: Rule; source: string }[] | undefined {
  let written: unknown;
  try {
    written = JSON.parse(text);
  } catch {
    return undefined;
  }
  if (isRule(written)) return [{ rule: written, source: text.trim() }];
  if (!Array.isArray(written)) return undefined;
  const sources = splitJsonObjects(text);
  return written
    .filter(isRule)
    .slice(0, MAX_RULES)
    .map((rule, i) => ({ rule, source: sources[i] ?? '' }));
}

const isRule = (value: unknown): value is Rule => typeof value === 'object' && value !== null && !Array.isArray(value);

/** The objects of a JSON list, as they are written. */
function splitJsonObjects(json: string): string[] {
  const found: string[] = [];
  let depth = 0;
  let start = 0;
  for (const { 0: piece, index } of json.matchAll(/"(?:[^"\\]|\\.)*"|[[\]{}]/g)) {
    if (piece === '{' && depth === 1) start = index;
    if (piece === '{' || piece === '[') depth++;
    if (piece === '}' || piece === ']') depth--;
    if (piece === '}' && depth === 1) found.push(json.slice(start, index + 1));
    if (found.length === MAX_RULES) break;
  }
  return found;
}
