/** Reads what one source says to machines. */
import { createHash } from 'node:crypto';
import type { SignalKind, SignalReading, SignalStatement } from '../../domain/signal.ts';
import { readAiTxt } from './ai-txt.ts';
import type { Crawlers } from './crawler-registry.ts';
import { readPage } from './page-signals.ts';
import { positionKey } from './signal-position.ts';
import { readRobots } from './robots-txt.ts';
import { readTdmrep } from './tdmrep.ts';

const READERS: Readonly<Record<SignalKind, (text: string, crawlers: Crawlers) => SignalStatement[] | undefined>> = {
  'robots.txt': readRobots,
  'tdmrep.json': (text) => readTdmrep(text),
  'ai.txt': readAiTxt,
  page: readPage,
};

/** Nothing when the text is not what such a source holds, such as a web page in a robots.txt's place. An empty one says nothing. */
export function readSignals(kind: SignalKind, text: string, crawlers: Crawlers): SignalReading | undefined {
  const written = text.trim() === '' ? [] : startsAsMarkup(text, kind) ? undefined : READERS[kind](text, crawlers);
  if (written === undefined) return undefined;
  const statements = strictest(written);
  return { statements, identity: identityOf(statements) };
}

const startsAsMarkup = (text: string, kind: SignalKind): boolean => kind !== 'page' && /^\ufeff?\s*</.test(text);

/** What a statement is about: two with the same topic can contradict each other. */
export function aboutKey({ format, agent, use, parts }: SignalStatement): string {
  const isAccess = format === 'robots' || format === 'ai.txt';
  return JSON.stringify([format, agent, use, isAccess ? [] : (parts ?? [])]);
}

/** Of statements about the same thing the most restrictive holds (as draft-ietf-aipref-vocab, 7.1, has it). */
function strictest(statements: readonly SignalStatement[]): SignalStatement[] {
  const held = new Map<string, SignalStatement>();
  for (const statement of statements) {
    const key = aboutKey(statement);
    const known = held.get(key);
    if (known === undefined || (known.ruling === 'allowed' && statement.ruling !== 'allowed')) held.set(key, statement);
  }
  return [...held.values()];
}

/** Lines, their order and their casing are how it looks, not what it says. */
function identityOf(statements: readonly SignalStatement[]): string {
  const says = statements.map(({ lines: _how, ...said }) =>
    JSON.stringify([said.format, said.agent, said.use, positionKey(said)]),
  );
  return createHash('sha256').update(says.sort().join('\n')).digest('hex');
}
