/** Parses what one signal source says to machines. */
import type { ParsedSignals, SignalKind, SignalStatement } from '../../domain/signal.ts';
import { sha256 } from '../text/sha256.ts';
import type { CrawlerRegistry } from './crawler-registry.ts';
import { parsePageSignals } from './page-signals.ts';
import { parseAiTxt, parseRobotsTxt } from './robots-txt.ts';
import { positionKey, subjectKey } from './signal-statement.ts';
import { parseTdmrep } from './tdmrep.ts';

const PARSERS: Readonly<
  Record<SignalKind, (text: string, crawlers: CrawlerRegistry) => SignalStatement[] | undefined>
> = {
  'robots.txt': parseRobotsTxt,
  'tdmrep.json': parseTdmrep,
  'ai.txt': parseAiTxt,
  page: parsePageSignals,
};

/** @returns nothing for a text of another kind, such as a web page instead of a robots.txt. An empty text says nothing. */
export function parseSignals(kind: SignalKind, text: string, crawlers: CrawlerRegistry): ParsedSignals | undefined {
  if (kind !== 'page' && startsAsMarkup(text)) return undefined;
  const parsed = text.trim() === '' ? [] : PARSERS[kind](text, crawlers);
  if (parsed === undefined) return undefined;
  const statements = keepStrictest(parsed);
  return { statements, identity: computeIdentity(statements) };
}

const startsAsMarkup = (text: string): boolean => /^\ufeff?\s*</.test(text);

/** Of contradicting statements the most restrictive holds (draft-ietf-aipref-vocab, 7.1). */
function keepStrictest(statements: readonly SignalStatement[]): SignalStatement[] {
  const strictest = new Map<string, SignalStatement>();
  for (const statement of statements) {
    const key = subjectKey(statement);
    const current = strictest.get(key);
    if (current === undefined || (current.ruling === 'allowed' && statement.ruling !== 'allowed'))
      strictest.set(key, statement);
  }
  return [...strictest.values()];
}

/** Ignores lines, order and casing: they are form, not content. */
function computeIdentity(statements: readonly SignalStatement[]): string {
  const keys = statements.map((statement) =>
    JSON.stringify([statement.format, statement.agent, statement.use, positionKey(statement)]),
  );
  return sha256(keys.sort().join('\n'));
}
