/** Signals in the members' words: who is spoken to, and what is said to them. */
import { EVERYBODY } from '../../core/signals/crawler-registry.ts';
import { positionKey } from '../../core/signals/signal-position.ts';
import type { AiCrawler } from '../../domain/catalog.ts';
import type { SignalFormat, SignalMove, SignalPosition, SignalUse } from '../../domain/signal.ts';
import type { Say } from '../words/translator.ts';

/** Called by their names in one sentence; the others are counted. */
const CRAWLERS_NAMED = 6;
const PARTS_NAMED = 3;

/** What every sentence about a position needs to know. */
export interface SaidTo extends SignalPosition {
  format: SignalFormat;
  agents: readonly string[];
  use: SignalUse;
}

/**
 * One sentence: what changed, without a full stop.
 * @param known who runs a crawler and what for is said of those that are in here; of others the name alone.
 */
export function moveWords(
  move: Omit<SignalMove, 'before' | 'after'>,
  platform: string,
  known: readonly AiCrawler[],
  say: Say,
): string {
  const { format, agents, use, from, to } = move;
  const position = to ?? from;
  if (position === undefined) throw new Error('a move from nothing to nothing');
  if (from !== undefined && to !== undefined && isSameButForTerms(from, to)) {
    return say.text('signals.other-terms', { platform });
  }
  const said = { ...position, format, agents, use };
  return say.text(`signals.${to === undefined ? 'gone' : 'now'}.${verbOf(said)}`, {
    platform,
    ...values(said, known, say),
  });
}

/** What a site says now, as the rest of a sentence that begins with the site. */
export function stateWords(said: SaidTo, known: readonly AiCrawler[], say: Say): string {
  return say.text(`signals.states.${verbOf(said)}`, values(said, known, say));
}

function verbOf({ format, ruling }: SaidTo) {
  const isAccess = format === 'robots';
  switch (ruling) {
    case 'forbidden':
      return isAccess ? 'keeps-out' : 'forbids';
    case 'allowed':
      return isAccess ? 'lets-in' : 'allows';
    case 'reserved':
      return 'reserves';
    case 'licensed':
      return 'licenses';
  }
}

function values({ agents, use, parts, except }: SaidTo, known: readonly AiCrawler[], say: Say) {
  return {
    crawlers: crawlerWords(agents, known, say),
    use: say.text(`signals.use.${use}`),
    extent: parts ? 'part' : except ? 'except' : 'site',
    parts: someOf(parts ?? except ?? [], PARTS_NAMED, say),
    who: agents.includes(EVERYBODY) ? 'everybody' : 'some',
  };
}

function crawlerWords(agents: readonly string[], known: readonly AiCrawler[], say: Say): string {
  if (agents.includes(EVERYBODY)) return say.text('signals.everybody');
  const byName = new Map(known.map((crawler) => [crawler.name, crawler]));
  const names = agents.map((name) => {
    const crawler = byName.get(name);
    return crawler ? `${name} (${crawler.operator}, ${say.text(`signals.purpose.${crawler.purpose}`)})` : name;
  });
  return someOf(names, CRAWLERS_NAMED, say);
}

/** "a, b and 7 more". */
function someOf(words: readonly string[], most: number, say: Say): string {
  const left = words.length - most;
  return say.all(left > 0 ? [...words.slice(0, most), say.text('signals.more', { count: left })] : words);
}

const isSameButForTerms = (from: SignalPosition, to: SignalPosition): boolean =>
  positionKey({ ...from, terms: undefined }) === positionKey({ ...to, terms: undefined });
