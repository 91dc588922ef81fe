/** How signals are shown: what a site says now, a recorded change, its line in a timeline, its alert. */
import { EVERYBODY } from '../../core/signals/crawler-registry.ts';
import { inOrder, someOf } from '../../core/signals/signal-lines.ts';
import { positionKey } from '../../core/signals/signal-position.ts';
import type { AiCrawler, Platform } from '../../domain/catalog.ts';
import type { SignalChange, SignalLine, SignalMove, SignalStatement } from '../../domain/signal.ts';
import type { Archive } from '../ask/read-model.ts';
import { type SignalState, signalStates } from '../ask/current-signals.ts';
import type { SignalChangeSummary } from '../ports/store.ts';
import type { MessageKey, Say } from '../words/translator.ts';
import { capital } from '../words/labels.ts';
import { type Answer, type Block, heading, list, type Span, text } from '../../domain/answer.ts';
import { moveWords, type SaidTo, stateWords } from './signal-text.ts';

/** Lines quoted of one side of one sentence. */
const QUOTED = 4;
const QUOTED_IN_ALERT = 8;
/** Sentences of one change, the weightiest first. */
const SENTENCES_IN_LIST = 3;
const SENTENCES_IN_ALERT = 6;
/** In one line, who runs a crawler and what for would be in the way. */
const NAMES_ALONE: readonly AiCrawler[] = [];

// ---- what a site says now

/** A part of `/stance`: what the platform's site tells machines, each with the lines that say it. */
export async function signalStanceBlocks(archive: Archive, platform: Platform, say: Say): Promise<Block[]> {
  const states = await signalStates(archive, platform);
  const title = heading(say.text('signals.title'));
  if (states.length === 0) return [title, text(say.text('signals.not-read'))];
  const telling = states.filter(({ reading }) => reading.statements.length > 0);
  if (telling.length === 0) return [title, text(say.text('signals.nothing'))];
  const blocks = telling.flatMap((state) => stateBlocks(state, archive.catalog.crawlers, say));
  return [title, ...blocks, text(say.text('signals.request'))];
}

function stateBlocks({ source, reading, lastSeen }: SignalState, known: readonly AiCrawler[], say: Say): Block[] {
  const link = source.kind === 'page' ? new URL(source.url).host : source.kind;
  const items = sentencesOf(reading.statements).map((said) => [
    `${say.text('colon', { words: capital(stateWords(said, known, say)) })} `,
    ...quoted(said.lines, QUOTED),
    ...termsOf(said.terms, say),
  ]);
  const values = { source: { link, url: source.url }, instant: { instant: lastSeen } };
  return [text(...say.line('signals.last-verified', values)), list(items)];
}

/** Crawlers that are told the same share a sentence. */
function sentencesOf(statements: readonly SignalStatement[]): (SaidTo & { lines: SignalLine[] })[] {
  const sentences = new Map<string, SaidTo & { lines: SignalLine[] }>();
  for (const { agent, lines, ...said } of statements) {
    const key = JSON.stringify([said.format, said.use, positionKey(said), agent === EVERYBODY]);
    const known = sentences.get(key);
    sentences.set(key, {
      ...said,
      agents: [...(known?.agents ?? []), agent],
      lines: inOrder([...(known?.lines ?? []), ...lines]),
    });
  }
  return [...sentences.values()];
}

// ---- what changed

/** The first sentence of a change, and how many there are besides. */
export function signalChangeWords(
  { moves }: Pick<SignalChangeSummary, 'moves'>,
  platform: string,
  known: readonly AiCrawler[],
  say: Say,
): string {
  const [first, ...more] = moves;
  if (first === undefined) return platform;
  return `${moveWords(first, platform, known, say)}${more.length > 0 ? ` (+ ${more.length})` : ''}`;
}

/** The same as a line, for timelines, lists and digests. */
export function signalChangeLine(
  change: Pick<SignalChangeSummary, 'moves' | 'significance'>,
  platform: string,
  known: readonly AiCrawler[],
  say: Say,
): Span[] {
  const words = signalChangeWords(change, platform, known, say);
  return [change.significance === 'major' ? { bold: words } : words];
}

/** A change among others, with its lines before and after. */
export function signalChangeBlocks(
  change: SignalChange,
  platform: string,
  known: readonly AiCrawler[],
  say: Say,
): Block[] {
  const day = { date: change.firstSeenNew.slice(0, 10) };
  return [
    text('🤖 ', day, ` · ${change.kind} · `, ...signalChangeLine(change, platform, known, say)),
    ...change.moves.slice(0, SENTENCES_IN_LIST).flatMap((move) => sidesOf(move, QUOTED, say)),
  ];
}

/** The message of an alert. */
export function signalAlert(change: SignalChange, platform: Platform | undefined, archive: Archive, say: Say): Answer {
  const known = archive.catalog.crawlers;
  const name = platform?.name ?? change.platform;
  const [first] = change.moves;
  return {
    title: first ? moveWords(first, name, NAMES_ALONE, say) : name,
    url: change.url,
    tone: change.direction,
    blocks: [
      text(
        ...say.line('alert.about', {
          topics: change.topics.map((topic) => say.text(`topic.${topic}`)).join(', '),
          direction: say.text(`direction.${change.direction}`),
        }),
      ),
      ...change.moves
        .slice(0, SENTENCES_IN_ALERT)
        .flatMap((move) => [
          text({ bold: `${moveWords(move, name, known, say)}.` }),
          ...sidesOf(move, QUOTED_IN_ALERT, say),
        ]),
      ...moreBlock(change.moves.length - SENTENCES_IN_ALERT, say),
      ...(change.withdrawn ? [text(say.text('signals.withdrawn', withdrawn(change)))] : []),
      text(
        ...say.line('signals.window', {
          old: { instant: change.lastSeenOld },
          new: { instant: change.firstSeenNew },
        }),
        ...(change.returns ? [' ', say.text('signals.flapping')] : []),
      ),
    ],
    footer: say.text('signals.alert-footer'),
    buttons: [
      { label: say.text('signals.read-source'), url: change.url },
      { label: say.text('button.stance'), ask: { command: 'stance', about: change.platform } },
      { label: say.text('button.timeline'), ask: { command: 'timeline', about: change.platform } },
    ],
  };
}

const moreBlock = (count: number, say: Say): Block[] =>
  count > 0 ? [text(say.text('signals.more-changes', { count }))] : [];

const withdrawn = ({ kind }: SignalChange) => ({ file: kind, rules: kind === 'robots.txt' ? 'robots' : 'none' });

/** The lines on both sides, each side where there is one. */
function sidesOf({ before, after, to }: SignalMove, most: number, say: Say): Block[] {
  const side = (label: MessageKey, lines: readonly SignalLine[], terms?: string): Span[][] =>
    lines.length === 0
      ? []
      : [[`${say.text('colon', { words: say.text(label) })} `, ...quoted(lines, most), ...termsOf(terms, say)]];
  const isBoth = before.length > 0 && after.length > 0;
  const sides = [
    ...side(isBoth ? 'change.before' : 'change.gone', before),
    ...side(isBoth ? 'change.now' : 'change.new', after, to?.terms),
  ];
  return sides.length > 0 ? [list(sides)] : [];
}

/** Lines are rules of a few words; of a longer one this much is shown. */
const LONGEST_SHOWN = 160;
/** What would be seen by nobody, or turn the order of what is. */
const UNSEEN = /[\p{Cc}\p{Cf}\p{Cs}]/gu;

function quoted(lines: readonly SignalLine[], most: number): Span[] {
  const shown = someOf(lines, most);
  return shown.flatMap((line, i): Span[] => {
    const isAfterGap = shown.length < lines.length && i === shown.length - 1;
    return [i === 0 ? '' : isAfterGap ? ' … ' : ' ', { code: shownText(line) }];
  });
}

function shownText({ text: written }: SignalLine): string {
  const seen = written.replace(UNSEEN, ' ');
  return seen.length <= LONGEST_SHOWN ? seen : `${seen.slice(0, LONGEST_SHOWN - 1)}…`;
}

function termsOf(terms: string | undefined, say: Say): Span[] {
  const url = terms === undefined ? undefined : URL.parse(terms);
  if (!url || !/^https?:$/.test(url.protocol)) return [];
  return [' ', ...say.line('signals.terms', { link: { link: url.host, url: url.href } })];
}
