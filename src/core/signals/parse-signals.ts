/** Reads what one source says to machines. */
import { createHash } from 'node:crypto';
import type { ParsedSignals, SignalKind, SignalStatement } from '../../domain/signal.ts';
import { parseAiTxt } from './ai-txt.ts';
import type { CrawlerRegistry } from './crawler-registry.ts';
import { parsePageSignals } from './page-signals.ts';
import { parseRobots } from './robots-txt.ts';
import { positionKey } from './signal-position.ts';
import { parseTdmrep } from './tdmrep.ts';

const PARSERS: Readonly<
  Record<SignalKind, (text: string, crawlers: CrawlerRegistry) => SignalStatement[] | undefined>
> = {
  'robots.txt': parseRobots,
  'tdmrep.json': (text) => parseTdmrep(text),
  'ai.txt': parseAiTxt,
  page: parsePageSignals,
};

/** Nothing when the text is not what such a source holds, such as a web page in a robots.txt's place. An empty one says nothing. */
export function parseSignals(kind: SignalKind, text: string, crawlers: CrawlerRegistry): ParsedSignals | undefined {
  const written = text.trim() === '' ? [] : startsAsMarkup(text, kind) ? undefined : PARSERS[kind](text, crawlers);
  if (written === undefined) return undefined;
  const statements = keepStrictest(written);
  return { statements, identity: computeIdentity(statements) };
}

const startsAsMarkup = (text: string, kind: SignalKind): boolean => kind !== 'page' && /^\ufeff?\s*</.test(text);

/** What a statement is about: two with the same topic can contradict each other. */
export function subjectKey({ format, agent, use, parts }: SignalStatement): string {
  const isAccess = format === 'robots' || format === 'ai.txt';
  return JSON.stringify([format, agent, use, isAccess ? [] : (parts ?? [])]);
}

/** Of statements about the same thing the most restrictive holds (as draft-ietf-aipref-vocab, 7.1, has it). */
function keepStrictest(statements: readonly SignalStatement[]): SignalStatement[] {
  const held = new Map<string, SignalStatement>();
  for (const statement of statements) {
    const key = subjectKey(statement);
    const known = held.get(key);
    if (known === undefined || (known.ruling === 'allowed' && statement.ruling !== 'allowed')) held.set(key, statement);
  }
  return [...held.values()];
}

/** Lines, their order and their casing are how it looks, not what it says. */
function computeIdentity(statements: readonly SignalStatement[]): string {
  const says = statements.map(({ lines: _how, ...said }) =>
    JSON.stringify([said.format, said.agent, said.use, positionKey(said)]),
  );
  return createHash('sha256').update(says.sort().join('\n')).digest('hex');
}
