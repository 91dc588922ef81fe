/** `/status`: how the watch is going, and what is failing. */
import { getWatchHealth } from '../src/app/ask/watch-health.ts';
import type { DeliveryProgress } from '../src/app/ports/delivery-progress.ts';
import type { SourceStatus, StoreFaultSummary, StoreProblems } from '../src/app/ports/store.ts';
import type { Command } from '../src/app/reply/command.ts';
import type { MessageKey, Translator } from '../src/app/words/translator.ts';
import { type Block, heading, list, type Span, text } from '../src/domain/answer.ts';

export const status = {
  data: { name: 'status', description: 'How the watch is going: what was read, what is in trouble', contexts: [0, 1] },
  async execute(_request, { readModel, t }) {
    const health = await getWatchHealth(readModel);
    const lastPoll = health.lastPollAt
      ? t.line('status.last-look', { instant: { instant: health.lastPollAt } })
      : t.line('status.no-look');
    return {
      title: t.text('status.title'),
      tone: health.failingSources.length > 0 || health.storeProblems ? 'trouble' : 'neutral',
      blocks: [
        list([
          [
            t.text('status.sources', {
              documents: health.documents,
              read: health.documentsRead,
              feeds: health.feeds,
            }),
            ' ',
            ...lastPoll,
          ],
          ...deliveryLines(health.delivery, t),
        ]),
        ...storeBlocks(health.storeProblems, t),
        ...sourceBlocks(health.failingSources, t),
      ],
      ephemeral: true,
      call: { command: 'status', args: '' },
    };
  },
  optionsFromArgs: () => ({}),
} satisfies Command;

function deliveryLines(
  { due, later, suspended, fanOut, remainingPauseSeconds }: DeliveryProgress,
  t: Translator,
): Span[][] {
  const { done = 0, left = 0, secondsLeft = 0 } = fanOut ?? {};
  const isDelivering = left > 0;
  return [
    isDelivering
      ? [t.text('status.delivering', { done, all: done + left, minutes: Math.ceil(secondsLeft / 60) })]
      : [t.text('status.outbox', { count: due + later })],
    ...(suspended > 0 ? [[t.text('status.suspended', { count: suspended })]] : []),
    ...(remainingPauseSeconds > 0 ? [[t.text('status.paused', { seconds: remainingPauseSeconds })]] : []),
  ];
}

/** The log names the others. */
const MAX_KEYS_LISTED = 5;

function storeBlocks(problems: StoreProblems | undefined, t: Translator): Block[] {
  if (problems === undefined) return [];
  const { reading, writing, unreadable } = problems;
  const faultLine = (key: MessageKey, { fault, since, times }: StoreFaultSummary) =>
    t.line(key, { instant: { instant: since }, times, why: t.text(`store-fault.${fault}`) });
  return [
    heading(t.text('status.store')),
    list([
      ...(writing ? [faultLine('status.store-writing', writing)] : []),
      ...(reading ? [faultLine('status.store-reading', reading)] : []),
      ...(unreadable.length > 0 ? [unreadableLine(unreadable, t)] : []),
    ]),
  ];
}

function unreadableLine(keys: readonly string[], t: Translator): Span[] {
  const listed = keys.slice(0, MAX_KEYS_LISTED).flatMap((key): Span[] => [' ', { code: key }]);
  const ellipsis = keys.length > MAX_KEYS_LISTED ? [' …'] : [];
  return [t.text('status.store-unreadable', { count: keys.length }), ...listed, ...ellipsis];
}

function sourceBlocks(failing: SourceStatus[], t: Translator): Block[] {
  if (failing.length === 0) return [text(t.text('status.well'))];
  return [heading(t.text('status.trouble')), list(failing.map((source) => sourceLine(source, t)))];
}

function sourceLine({ id, problem, lastGood }: SourceStatus, t: Translator): Span[] {
  if (problem === undefined) return [id];
  return [
    { bold: id },
    ' ',
    ...t.line('status.since', { detail: problem.detail, instant: { instant: problem.since }, times: problem.times }),
    ' ',
    ...(lastGood ? t.line('status.last-good', { instant: { instant: lastGood } }) : t.line('status.never-read')),
  ];
}
