/** How signals are shown: what a site says now, a recorded change, its line in a timeline, its alert. */
import { ANY_AGENT } from '../../core/signals/crawler-registry.ts';
import { abridgeLines, sortUniqueLines } from '../../core/signals/signal-lines.ts';
import { positionKey } from '../../core/signals/signal-position.ts';
import { type Answer, type Block, heading, list, type Span, text } from '../../domain/answer.ts';
import type { AiCrawler, Platform } from '../../domain/catalog.ts';
import type { SignalChange, SignalLine, SignalMove, SignalStatement } from '../../domain/signal.ts';
import { currentSignals, type SignalState } from '../ask/current-signals.ts';
import type { ReadModel } from '../ask/read-model.ts';
import type { SignalChangeSummary } from '../ports/store.ts';
import { capitalize } from '../words/labels.ts';
import type { MessageKey, Translator } from '../words/translator.ts';
import { type SignalRule, signalMoveText, signalStateText } from './signal-text.ts';

/** Lines quoted of one side of one sentence. */
const MAX_LINES_QUOTED = 4;
const MAX_LINES_QUOTED_IN_ALERT = 8;
/** Sentences of one change, the weightiest first. */
const MAX_MOVES_IN_LIST = 3;
const MAX_MOVES_IN_ALERT = 6;
/** In one line, who runs a crawler and what for would be in the way. */
const NO_CRAWLER_DETAILS: readonly AiCrawler[] = [];

// ---- what a site says now

/** A part of `/stance`: what the platform's site tells machines, each with the lines that say it. */
export async function signalStanceBlocks(readModel: ReadModel, platform: Platform, t: Translator): Promise<Block[]> {
  const states = await currentSignals(readModel, platform);
  const title = heading(t.text('signals.title'));
  if (states.length === 0) return [title, text(t.text('signals.not-read'))];
  const telling = states.filter(({ signals: reading }) => reading.statements.length > 0);
  if (telling.length === 0) return [title, text(t.text('signals.nothing'))];
  const blocks = telling.flatMap((state) => stateBlocks(state, readModel.catalog.crawlers, t));
  return [title, ...blocks, text(t.text('signals.request'))];
}

function stateBlocks(
  { source, signals: reading, lastSeen }: SignalState,
  known: readonly AiCrawler[],
  t: Translator,
): Block[] {
  const link = source.kind === 'page' ? new URL(source.url).host : source.kind;
  const items = sentencesOf(reading.statements).map((said) => [
    `${t.text('colon', { words: capitalize(signalStateText(said, known, t)) })} `,
    ...quoted(said.lines, MAX_LINES_QUOTED),
    ...licenseLink(said.terms, t),
  ]);
  const values = { source: { link, url: source.url }, instant: { instant: lastSeen } };
  return [text(...t.line('signals.last-verified', values)), list(items)];
}

/** Crawlers that are told the same share a sentence. */
function sentencesOf(statements: readonly SignalStatement[]): (SignalRule & { lines: SignalLine[] })[] {
  const sentences = new Map<string, SignalRule & { lines: SignalLine[] }>();
  for (const { agent, lines, ...said } of statements) {
    const key = JSON.stringify([said.format, said.use, positionKey(said), agent === ANY_AGENT]);
    const known = sentences.get(key);
    sentences.set(key, {
      ...said,
      agents: [...(known?.agents ?? []), agent],
      lines: sortUniqueLines([...(known?.lines ?? []), ...lines]),
    });
  }
  return [...sentences.values()];
}

// ---- what changed

/** The first sentence of a change, and how many there are besides. */
export function signalChangeText(
  { moves }: Pick<SignalChangeSummary, 'moves'>,
  platform: string,
  known: readonly AiCrawler[],
  t: Translator,
): string {
  const [first, ...more] = moves;
  if (first === undefined) return platform;
  return `${signalMoveText(first, platform, known, t)}${more.length > 0 ? ` (+ ${more.length})` : ''}`;
}

/** The same as a line, for timelines, lists and digests. */
export function signalChangeLine(
  change: Pick<SignalChangeSummary, 'moves' | 'significance'>,
  platform: string,
  known: readonly AiCrawler[],
  t: Translator,
): Span[] {
  const words = signalChangeText(change, platform, known, t);
  return [change.significance === 'major' ? { bold: words } : words];
}

/** A change among others, with its lines before and after. */
export function signalChangeBlocks(
  change: SignalChange,
  platform: string,
  known: readonly AiCrawler[],
  t: Translator,
): Block[] {
  const day = { date: change.firstSeenNew.slice(0, 10) };
  return [
    text('🤖 ', day, ` · ${change.kind} · `, ...signalChangeLine(change, platform, known, t)),
    ...change.moves.slice(0, MAX_MOVES_IN_LIST).flatMap((move) => beforeAfterBlocks(move, MAX_LINES_QUOTED, t)),
  ];
}

/** The message of an alert. */
export function signalAlertMessage(
  change: SignalChange,
  platform: Platform | undefined,
  readModel: ReadModel,
  t: Translator,
): Answer {
  const known = readModel.catalog.crawlers;
  const name = platform?.name ?? change.platform;
  const [first] = change.moves;
  return {
    title: first ? signalMoveText(first, name, NO_CRAWLER_DETAILS, t) : name,
    url: change.url,
    tone: change.direction,
    blocks: [
      text(
        ...t.line('alert.about', {
          topics: change.topics.map((topic) => t.text(`topic.${topic}`)).join(', '),
          direction: t.text(`direction.${change.direction}`),
        }),
      ),
      ...change.moves
        .slice(0, MAX_MOVES_IN_ALERT)
        .flatMap((move) => [
          text({ bold: `${signalMoveText(move, name, known, t)}.` }),
          ...beforeAfterBlocks(move, MAX_LINES_QUOTED_IN_ALERT, t),
        ]),
      ...moreBlock(change.moves.length - MAX_MOVES_IN_ALERT, t),
      ...(change.withdrawn ? [text(t.text('signals.withdrawn', withdrawn(change)))] : []),
      text(
        ...t.line('signals.window', {
          old: { instant: change.lastSeenOld },
          new: { instant: change.firstSeenNew },
        }),
        ...(change.returns ? [' ', t.text('signals.flapping')] : []),
      ),
    ],
    footer: t.text('signals.alert-footer'),
    buttons: [
      { label: t.text('signals.read-source'), url: change.url },
      { label: t.text('button.stance'), call: { command: 'stance', args: change.platform } },
      { label: t.text('button.timeline'), call: { command: 'timeline', args: change.platform } },
    ],
  };
}

const moreBlock = (count: number, t: Translator): Block[] =>
  count > 0 ? [text(t.text('signals.more-changes', { count }))] : [];

const withdrawn = ({ kind }: SignalChange) => ({ file: kind, rules: kind === 'robots.txt' ? 'robots' : 'none' });

/** The lines on both sides, each side where there is one. */
function beforeAfterBlocks({ before, after, to }: SignalMove, most: number, t: Translator): Block[] {
  const side = (label: MessageKey, lines: readonly SignalLine[], terms?: string): Span[][] =>
    lines.length === 0
      ? []
      : [[`${t.text('colon', { words: t.text(label) })} `, ...quoted(lines, most), ...licenseLink(terms, t)]];
  const isBoth = before.length > 0 && after.length > 0;
  const sides = [
    ...side(isBoth ? 'change.before' : 'change.gone', before),
    ...side(isBoth ? 'change.now' : 'change.new', after, to?.terms),
  ];
  return sides.length > 0 ? [list(sides)] : [];
}

/** Lines are rules of a few words; of a longer one this much is shown. */
const MAX_LINE_LENGTH = 160;
/** What would be seen by nobody, or turn the order of what is. */
const INVISIBLE_CHARACTERS = /[\p{Cc}\p{Cf}\p{Cs}]/gu;

function quoted(lines: readonly SignalLine[], most: number): Span[] {
  const shown = abridgeLines(lines, most);
  return shown.flatMap((line, i): Span[] => {
    const isAfterGap = shown.length < lines.length && i === shown.length - 1;
    return [i === 0 ? '' : isAfterGap ? ' … ' : ' ', { code: shownText(line) }];
  });
}

function shownText({ text: written }: SignalLine): string {
  const seen = written.replace(INVISIBLE_CHARACTERS, ' ');
  return seen.length <= MAX_LINE_LENGTH ? seen : `${seen.slice(0, MAX_LINE_LENGTH - 1)}…`;
}

function licenseLink(terms: string | undefined, t: Translator): Span[] {
  const url = terms === undefined ? undefined : URL.parse(terms);
  if (!url || !/^https?:$/.test(url.protocol)) return [];
  return [' ', ...t.line('signals.terms', { link: { link: url.host, url: url.href } })];
}
