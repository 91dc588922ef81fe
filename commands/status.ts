import { getWatchHealth } from '../src/app/ask/read-model.ts';
import type { DeliveryProgress } from '../src/app/deliver/delivery-progress.ts';
import type { SourceStatus, StoreFaultSummary, StoreProblems } from '../src/app/ports/store.ts';
import type { Command } from '../src/app/reply/command.ts';
import type { Translator } from '../src/app/words/translator.ts';
import { type Block, heading, list, type Span, text } from '../src/domain/answer.ts';

export const status = {
  data: { name: 'status', description: 'How the watch is going: what was read, what is in trouble', contexts: [0, 1] },
  async execute(_request, { readModel: archive, t: say }) {
    const health = await getWatchHealth(archive);
    const lastPollAt = health.lastLook
      ? say.line('status.last-look', { instant: { instant: health.lastLook } })
      : say.line('status.no-look');
    return {
      title: say.text('status.title'),
      tone: health.failingSources.length > 0 || health.store ? 'trouble' : 'neutral',
      blocks: [
        list([
          [
            say.text('status.sources', {
              documents: health.documents,
              read: health.documentsRead,
              feeds: health.feeds,
            }),
            ' ',
            ...lastPollAt,
          ],
          ...deliveryLines(health.delivery, say),
        ]),
        ...storeBlocks(health.store, say),
        ...troubleBlocks(health.failingSources, say),
      ],
      ephemeral: true,
      call: { command: 'status', args: '' },
    };
  },
  optionsFromArgs: () => ({}),
} satisfies Command;

function deliveryLines(
  { due, later, suspended, fanOut, remainingPauseSeconds: pausedSeconds }: DeliveryProgress,
  t: Translator,
): Span[][] {
  const { done = 0, left = 0, secondsLeft = 0 } = fanOut ?? {};
  const going = left > 0;
  return [
    going
      ? [t.text('status.delivering', { done, all: done + left, minutes: Math.ceil(secondsLeft / 60) })]
      : [t.text('status.outbox', { count: due + later })],
    ...(suspended > 0 ? [[t.text('status.suspended', { count: suspended })]] : []),
    ...(pausedSeconds > 0 ? [[t.text('status.paused', { seconds: pausedSeconds })]] : []),
  ];
}

/** Keys that are named; the log has the others. */
const MAX_KEYS_LISTED = 5;

function storeBlocks(trouble: StoreProblems | undefined, t: Translator): Block[] {
  if (trouble === undefined) return [];
  const { reading, writing, unreadable } = trouble;
  const failing = (what: 'status.store-reading' | 'status.store-writing', { fault, since, times }: StoreFaultSummary) =>
    t.line(what, { instant: { instant: since }, times, why: t.text(`store-fault.${fault}`) });
  return [
    heading(t.text('status.store')),
    list([
      ...(writing ? [failing('status.store-writing', writing)] : []),
      ...(reading ? [failing('status.store-reading', reading)] : []),
      ...(unreadable.length > 0 ? [unreadableLine(unreadable, t)] : []),
    ]),
  ];
}

function unreadableLine(keys: readonly string[], t: Translator): Span[] {
  const named = keys.slice(0, MAX_KEYS_LISTED).flatMap((key): Span[] => [' ', { code: key }]);
  const others = keys.length > MAX_KEYS_LISTED ? [' …'] : [];
  return [t.text('status.store-unreadable', { count: keys.length }), ...named, ...others];
}

function troubleBlocks(failingSources: SourceStatus[], t: Translator): Block[] {
  if (failingSources.length === 0) return [text(t.text('status.well'))];
  return [heading(t.text('status.trouble')), list(failingSources.map((one) => troubleLine(one, t)))];
}

function troubleLine({ id, problem, lastGood }: SourceStatus, t: Translator): Span[] {
  if (problem === undefined) return [id];
  return [
    { bold: id },
    ' ',
    ...t.line('status.since', { detail: problem.detail, instant: { instant: problem.since }, times: problem.times }),
    ' ',
    ...(lastGood ? t.line('status.last-good', { instant: { instant: lastGood } }) : t.line('status.never-read')),
  ];
}
