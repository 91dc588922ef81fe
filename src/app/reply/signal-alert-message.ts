/** Writes the message of an alert about signals. */
import { type Answer, type Block, text } from '../../domain/answer.ts';
import type { AiCrawler, Platform } from '../../domain/catalog.ts';
import type { SignalChange } from '../../domain/signal.ts';
import type { Translator } from '../words/translator.ts';
import { beforeAfterBlocks } from './signal-blocks.ts';
import { signalMoveText } from './signal-text.ts';

/** Lines quoted of one side of a sentence. */
const MAX_LINES_QUOTED = 8;
/** Sentences of a change, the most significant first. */
const MAX_MOVES = 6;
/** In the title, a crawler's operator and purpose would be in the way. */
const NO_CRAWLER_DETAILS: readonly AiCrawler[] = [];

export function signalAlertMessage(
  change: SignalChange,
  platform: Platform | undefined,
  crawlers: readonly AiCrawler[],
  t: Translator,
): Answer {
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
        .slice(0, MAX_MOVES)
        .flatMap((move) => [
          text({ bold: `${signalMoveText(move, name, crawlers, t)}.` }),
          ...beforeAfterBlocks(move, MAX_LINES_QUOTED, t),
        ]),
      ...moreBlock(change.moves.length - MAX_MOVES, t),
      ...withdrawnBlock(change, t),
      text(
        ...t.line('signals.window', { old: { instant: change.lastSeenOld }, new: { instant: change.firstSeenNew } }),
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

function withdrawnBlock({ withdrawn, kind }: SignalChange, t: Translator): Block[] {
  if (!withdrawn) return [];
  return [text(t.text('signals.withdrawn', { file: kind, rules: kind === 'robots.txt' ? 'robots' : 'none' }))];
}
