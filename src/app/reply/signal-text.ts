/** Signals in the members' words: who is spoken to, and what is said to them. */
import { ANY_AGENT } from '../../core/signals/crawler-registry.ts';
import { positionKey } from '../../core/signals/signal-position.ts';
import type { AiCrawler } from '../../domain/catalog.ts';
import type { SignalFormat, SignalMove, SignalPosition, SignalUse } from '../../domain/signal.ts';
import type { Translator } from '../words/translator.ts';

/** Called by their names in one sentence; the others are counted. */
const MAX_CRAWLERS_NAMED = 6;
const MAX_PATHS_NAMED = 3;

/** What every sentence about a position needs to know. */
export interface SignalRule extends SignalPosition {
  format: SignalFormat;
  agents: readonly string[];
  use: SignalUse;
}

/**
 * One sentence: what changed, without a full stop.
 * @param known who runs a crawler and what for is said of those that are in here; of others the name alone.
 */
export function signalMoveText(
  move: Omit<SignalMove, 'before' | 'after'>,
  platform: string,
  known: readonly AiCrawler[],
  t: Translator,
): string {
  const { format, agents, use, from, to } = move;
  const position = to ?? from;
  if (position === undefined) throw new Error('a move from nothing to nothing');
  if (from !== undefined && to !== undefined && differsOnlyInTerms(from, to)) {
    return t.text('signals.other-terms', { platform });
  }
  const said = { ...position, format, agents, use };
  return t.text(`signals.${to === undefined ? 'gone' : 'now'}.${rulingKey(said)}`, {
    platform,
    ...values(said, known, t),
  });
}

/** What a site says now, as the rest of a sentence that begins with the site. */
export function signalStateText(said: SignalRule, known: readonly AiCrawler[], t: Translator): string {
  return t.text(`signals.states.${rulingKey(said)}`, values(said, known, t));
}

function rulingKey({ format, ruling }: SignalRule) {
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

function values({ agents, use, parts, except }: SignalRule, known: readonly AiCrawler[], t: Translator) {
  return {
    crawlers: crawlerNames(agents, known, t),
    use: t.text(`signals.use.${use}`),
    extent: parts ? 'part' : except ? 'except' : 'site',
    parts: joinFirst(parts ?? except ?? [], MAX_PATHS_NAMED, t),
    who: agents.includes(ANY_AGENT) ? 'everybody' : 'some',
  };
}

function crawlerNames(agents: readonly string[], known: readonly AiCrawler[], t: Translator): string {
  if (agents.includes(ANY_AGENT)) return t.text('signals.everybody');
  const byName = new Map(known.map((crawler) => [crawler.name, crawler]));
  const names = agents.map((name) => {
    const crawler = byName.get(name);
    return crawler ? `${name} (${crawler.operator}, ${t.text(`signals.purpose.${crawler.purpose}`)})` : name;
  });
  return joinFirst(names, MAX_CRAWLERS_NAMED, t);
}

/** "a, b and 7 more". */
function joinFirst(words: readonly string[], most: number, t: Translator): string {
  const left = words.length - most;
  return t.joinList(left > 0 ? [...words.slice(0, most), t.text('signals.more', { count: left })] : words);
}

const differsOnlyInTerms = (from: SignalPosition, to: SignalPosition): boolean =>
  positionKey({ ...from, terms: undefined }) === positionKey({ ...to, terms: undefined });
