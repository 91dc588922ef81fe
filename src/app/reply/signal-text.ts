/** Signals in plain sentences: which crawlers are addressed, and what they are asked. */
import { ANY_AGENT } from '../../core/signals/crawler-registry.ts';
import { positionKey } from '../../core/signals/signal-statement.ts';
import type { AiCrawler } from '../../domain/catalog.ts';
import type { SignalFormat, SignalMove, SignalPosition, SignalUse } from '../../domain/signal.ts';
import type { Translator } from '../words/translator.ts';

/** Others are counted. */
const MAX_CRAWLERS_NAMED = 6;
const MAX_PATHS_NAMED = 3;

/** What a sentence about a position says. */
export interface SignalRule extends SignalPosition {
  format: SignalFormat;
  agents: readonly string[];
  use: SignalUse;
}

/**
 * One sentence that says what changed, without a full stop.
 * @param crawlers named with their operator and purpose; others by name alone.
 */
export function signalMoveText(
  move: Omit<SignalMove, 'before' | 'after'>,
  platform: string,
  crawlers: readonly AiCrawler[],
  t: Translator,
): string {
  const { format, agents, use, from, to } = move;
  const position = to ?? from;
  if (position === undefined) throw new Error('a signal move needs a position before or after');
  if (from !== undefined && to !== undefined && differsOnlyInTerms(from, to)) {
    return t.text('signals.other-terms', { platform });
  }
  const rule = { ...position, format, agents, use };
  return t.text(`signals.${to === undefined ? 'gone' : 'now'}.${rulingKey(rule)}`, {
    platform,
    ...messageValues(rule, crawlers, t),
  });
}

/** What a site says now, as the predicate of a sentence whose subject is the site. */
export function signalStateText(rule: SignalRule, crawlers: readonly AiCrawler[], t: Translator): string {
  return t.text(`signals.states.${rulingKey(rule)}`, messageValues(rule, crawlers, t));
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

function messageValues({ agents, use, parts, except }: SignalRule, crawlers: readonly AiCrawler[], t: Translator) {
  return {
    crawlers: crawlerNames(agents, crawlers, t),
    use: t.text(`signals.use.${use}`),
    extent: parts ? 'part' : except ? 'except' : 'site',
    parts: joinFirst(parts ?? except ?? [], MAX_PATHS_NAMED, t),
    who: agents.includes(ANY_AGENT) ? 'everybody' : 'some',
  };
}

function crawlerNames(agents: readonly string[], crawlers: readonly AiCrawler[], t: Translator): string {
  if (agents.includes(ANY_AGENT)) return t.text('signals.everybody');
  const byName = new Map(crawlers.map((crawler) => [crawler.name, crawler]));
  const names = agents.map((name) => {
    const crawler = byName.get(name);
    return crawler ? `${name} (${crawler.operator}, ${t.text(`signals.purpose.${crawler.purpose}`)})` : name;
  });
  return joinFirst(names, MAX_CRAWLERS_NAMED, t);
}

/** "a, b and 7 more". */
function joinFirst(words: readonly string[], limit: number, t: Translator): string {
  const remaining = words.length - limit;
  return t.joinList(remaining > 0 ? [...words.slice(0, limit), t.text('signals.more', { count: remaining })] : words);
}

const differsOnlyInTerms = (from: SignalPosition, to: SignalPosition): boolean =>
  positionKey({ ...from, terms: undefined }) === positionKey({ ...to, terms: undefined });
