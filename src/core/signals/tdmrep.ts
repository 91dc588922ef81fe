/**
 * Parses `/.well-known/tdmrep.json` (TDM Reservation Protocol): rules that reserve the right to mine text and data below a path, or
 * do not, perhaps with the address of a policy. A single rule without the list around it is accepted.
 */
import type { SignalStatement } from '../../domain/signal.ts';
import { ANY_AGENT } from './crawler-registry.ts';
import { isWholeSitePath } from './robots-grammar.ts';

/** A site has a handful. */
const MAX_RULES = 200;
const MAX_QUOTE_CHARS = 500;

/** @returns nothing for another kind of file. Rules whose reservation is neither 1 nor 0 are left out. */
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

/** The position that a reservation and its policy state, in a file, a header or a tag. */
export function parseReservation(
  value: unknown,
  policy: unknown,
): Pick<SignalStatement, 'ruling' | 'terms'> | undefined {
  const reservation = String(value).trim();
  if (reservation === '0') return { ruling: 'allowed' };
  if (reservation !== '1') return undefined;
  return { ruling: 'reserved', ...(typeof policy === 'string' && URL.canParse(policy) && { terms: policy }) };
}

type Rule = Record<string, unknown>;

function parseRules(text: string): { rule: Rule; source: string }[] | undefined {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return undefined;
  }
  if (isRule(json)) return [{ rule: json, source: text.trim() }];
  if (!Array.isArray(json)) return undefined;
  const sources = splitJsonObjects(text);
  return json
    .filter(isRule)
    .slice(0, MAX_RULES)
    .map((rule, i) => ({ rule, source: sources[i] ?? '' }));
}

const isRule = (value: unknown): value is Rule => typeof value === 'object' && value !== null && !Array.isArray(value);

/** The objects of a JSON list, each in its exact words. */
function splitJsonObjects(json: string): string[] {
  const objects: string[] = [];
  let depth = 0;
  let start = 0;
  for (const { 0: token, index } of json.matchAll(/"(?:[^"\\]|\\.)*"|[[\]{}]/g)) {
    if (token === '{' && depth === 1) start = index;
    if (token === '{' || token === '[') depth++;
    if (token === '}' || token === ']') depth--;
    if (token === '}' && depth === 1) objects.push(json.slice(start, index + 1));
    if (objects.length === MAX_RULES) break;
  }
  return objects;
}
