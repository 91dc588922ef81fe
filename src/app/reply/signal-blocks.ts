/** Signals as blocks and lines: what a site tells machines now, and what changed, with the lines quoted. */
import { ANY_AGENT } from '../../core/signals/crawler-registry.ts';
import { abridgeLines, positionKey, sortUniqueLines } from '../../core/signals/signal-statement.ts';
import { type Block, heading, list, type Span, text } from '../../domain/answer.ts';
import type { AiCrawler } from '../../domain/catalog.ts';
import type { SignalChange, SignalLine, SignalMove, SignalStatement } from '../../domain/signal.ts';
import type { SignalState } from '../ask/current-signals.ts';
import type { SignalChangeSummary } from '../ports/store.ts';
import { capitalize } from '../words/labels.ts';
import type { MessageKey, Translator } from '../words/translator.ts';
import { type SignalRule, signalMoveText, signalStateText } from './signal-text.ts';

/** Lines quoted of one side of a sentence. */
const MAX_LINES_QUOTED = 4;
/** Sentences of a change, the most significant first. */
const MAX_MOVES_IN_LIST = 3;

// ---- what a site says now

/** The signals section of `/stance`. */
export function signalStanceBlocks(
  states: readonly SignalState[],
  crawlers: readonly AiCrawler[],
  t: Translator,
): Block[] {
  const title = heading(t.text('signals.title'));
  if (states.length === 0) return [title, text(t.text('signals.not-read'))];
  const withStatements = states.filter(({ signals }) => signals.statements.length > 0);
  if (withStatements.length === 0) return [title, text(t.text('signals.nothing'))];
  const blocks = withStatements.flatMap((state) => stateBlocks(state, crawlers, t));
  return [title, ...blocks, text(t.text('signals.request'))];
}

function stateBlocks(
  { source, signals, lastSeen }: SignalState,
  crawlers: readonly AiCrawler[],
  t: Translator,
): Block[] {
  const link = source.kind === 'page' ? new URL(source.url).host : source.kind;
  const items = groupByRule(signals.statements).map((rule) => [
    `${t.text('colon', { words: capitalize(signalStateText(rule, crawlers, t)) })} `,
    ...quotedLines(rule.lines, MAX_LINES_QUOTED),
    ...licenseLink(rule.terms, t),
  ]);
  const values = { source: { link, url: source.url }, instant: { instant: lastSeen } };
  return [text(...t.line('signals.last-verified', values)), list(items)];
}

type QuotedRule = SignalRule & { lines: SignalLine[] };

/** Crawlers under the same rule share a sentence. */
function groupByRule(statements: readonly SignalStatement[]): QuotedRule[] {
  const groups = new Map<string, QuotedRule>();
  for (const { agent, lines, ...rule } of statements) {
    const key = JSON.stringify([rule.format, rule.use, positionKey(rule), agent === ANY_AGENT]);
    const group = groups.get(key);
    groups.set(key, {
      ...rule,
      agents: [...(group?.agents ?? []), agent],
      lines: sortUniqueLines([...(group?.lines ?? []), ...lines]),
    });
  }
  return [...groups.values()];
}

// ---- what changed

/** The first sentence of a change, and the number of others. */
export function signalChangeText(
  { moves }: Pick<SignalChangeSummary, 'moves'>,
  platform: string,
  crawlers: readonly AiCrawler[],
  t: Translator,
): string {
  const [first, ...others] = moves;
  if (first === undefined) return platform;
  return `${signalMoveText(first, platform, crawlers, t)}${others.length > 0 ? ` (+ ${others.length})` : ''}`;
}

/** The same as a line; in bold when the change is major. */
export function signalChangeLine(
  change: Pick<SignalChangeSummary, 'moves' | 'significance'>,
  platform: string,
  crawlers: readonly AiCrawler[],
  t: Translator,
): Span[] {
  const words = signalChangeText(change, platform, crawlers, t);
  return [change.significance === 'major' ? { bold: words } : words];
}

/** A change as an entry of a list, with its lines before and after. */
export function signalChangeBlocks(
  change: SignalChange,
  platform: string,
  crawlers: readonly AiCrawler[],
  t: Translator,
): Block[] {
  return [
    text(
      '🤖 ',
      { date: change.firstSeenNew },
      ` · ${change.kind} · `,
      ...signalChangeLine(change, platform, crawlers, t),
    ),
    ...change.moves.slice(0, MAX_MOVES_IN_LIST).flatMap((move) => beforeAfterBlocks(move, MAX_LINES_QUOTED, t)),
  ];
}

/** The lines of both sides, as far as there are any. */
export function beforeAfterBlocks({ before, after, to }: SignalMove, lineLimit: number, t: Translator): Block[] {
  const side = (label: MessageKey, lines: readonly SignalLine[], terms?: string): Span[][] =>
    lines.length === 0
      ? []
      : [[`${t.text('colon', { words: t.text(label) })} `, ...quotedLines(lines, lineLimit), ...licenseLink(terms, t)]];
  const isBoth = before.length > 0 && after.length > 0;
  const sides = [
    ...side(isBoth ? 'change.before' : 'change.gone', before),
    ...side(isBoth ? 'change.now' : 'change.new', after, to?.terms),
  ];
  return sides.length > 0 ? [list(sides)] : [];
}

// ---- quoting lines

/** Most lines are rules of a few words; longer ones are cut. */
const MAX_LINE_LENGTH = 160;
/** Characters that show nothing or reverse the direction of text. */
const INVISIBLE_CHARACTERS = /[\p{Cc}\p{Cf}\p{Cs}]/gu;

function quotedLines(lines: readonly SignalLine[], limit: number): Span[] {
  const shown = abridgeLines(lines, limit);
  return shown.flatMap((line, i): Span[] => {
    const isAfterGap = shown.length < lines.length && i === shown.length - 1;
    return [i === 0 ? '' : isAfterGap ? ' … ' : ' ', { code: visibleText(line) }];
  });
}

function visibleText({ text: raw }: SignalLine): string {
  const visible = raw.replace(INVISIBLE_CHARACTERS, ' ');
  return visible.length <= MAX_LINE_LENGTH ? visible : `${visible.slice(0, MAX_LINE_LENGTH - 1)}…`;
}

function licenseLink(terms: string | undefined, t: Translator): Span[] {
  const url = terms === undefined ? undefined : URL.parse(terms);
  if (!url || !/^https?:$/.test(url.protocol)) return [];
  return [' ', ...t.line('signals.terms', { link: { link: url.host, url: url.href } })];
}
