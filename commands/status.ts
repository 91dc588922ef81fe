import { type Block, heading, list, type Span, text } from '../src/domain/answer.ts';
import { healthOf } from '../src/app/ask/read-model.ts';
import type { DeliveryProgress } from '../src/app/deliver/delivery-progress.ts';
import type { SourceStatus, StoreFailing, StoreTrouble } from '../src/app/ports/store.ts';
import type { Say } from '../src/app/words/translator.ts';
import type { Command } from '../src/app/reply/command.ts';

export const status = {
  data: { name: 'status', description: 'How the watch is going: what was read, what is in trouble', contexts: [0, 1] },
  async execute(_request, { archive, say }) {
    const health = await healthOf(archive);
    const lastLook = health.lastLook
      ? say.line('status.last-look', { instant: { instant: health.lastLook } })
      : say.line('status.no-look');
    return {
      title: say.text('status.title'),
      tone: health.troubled.length > 0 || health.store ? 'trouble' : 'neutral',
      blocks: [
        list([
          [
            say.text('status.sources', {
              documents: health.documents,
              read: health.documentsRead,
              feeds: health.feeds,
            }),
            ' ',
            ...lastLook,
          ],
          ...deliveryLines(health.delivery, say),
        ]),
        ...storeBlocks(health.store, say),
        ...troubleBlocks(health.troubled, say),
      ],
      ephemeral: true,
      ask: { command: 'status', about: '' },
    };
  },
  optionsFor: () => ({}),
} satisfies Command;

function deliveryLines({ due, later, suspended, fanOut, pausedSeconds }: DeliveryProgress, say: Say): Span[][] {
  const { done = 0, left = 0, secondsLeft = 0 } = fanOut ?? {};
  const going = left > 0;
  return [
    going
      ? [say.text('status.delivering', { done, all: done + left, minutes: Math.ceil(secondsLeft / 60) })]
      : [say.text('status.outbox', { count: due + later })],
    ...(suspended > 0 ? [[say.text('status.suspended', { count: suspended })]] : []),
    ...(pausedSeconds > 0 ? [[say.text('status.paused', { seconds: pausedSeconds })]] : []),
  ];
}

/** Keys that are named; the log has the others. */
const MOST_KEYS = 5;

function storeBlocks(trouble: StoreTrouble | undefined, say: Say): Block[] {
  if (trouble === undefined) return [];
  const { reading, writing, unreadable } = trouble;
  const failing = (what: 'status.store-reading' | 'status.store-writing', { fault, since, times }: StoreFailing) =>
    say.line(what, { instant: { instant: since }, times, why: say.text(`store-fault.${fault}`) });
  return [
    heading(say.text('status.store')),
    list([
      ...(writing ? [failing('status.store-writing', writing)] : []),
      ...(reading ? [failing('status.store-reading', reading)] : []),
      ...(unreadable.length > 0 ? [unreadableLine(unreadable, say)] : []),
    ]),
  ];
}

function unreadableLine(keys: readonly string[], say: Say): Span[] {
  const named = keys.slice(0, MOST_KEYS).flatMap((key): Span[] => [' ', { code: key }]);
  const others = keys.length > MOST_KEYS ? [' …'] : [];
  return [say.text('status.store-unreadable', { count: keys.length }), ...named, ...others];
}

function troubleBlocks(troubled: SourceStatus[], say: Say): Block[] {
  if (troubled.length === 0) return [text(say.text('status.well'))];
  return [heading(say.text('status.trouble')), list(troubled.map((one) => troubleLine(one, say)))];
}

function troubleLine({ id, problem, lastGood }: SourceStatus, say: Say): Span[] {
  if (problem === undefined) return [id];
  return [
    { bold: id },
    ' ',
    ...say.line('status.since', { detail: problem.detail, instant: { instant: problem.since }, times: problem.times }),
    ' ',
    ...(lastGood ? say.line('status.last-good', { instant: { instant: lastGood } }) : say.line('status.never-read')),
  ];
}
