import { type Block, heading, list, type Span, text } from '../src/app/answer.ts';
import type { SourceStatus } from '../src/app/ports.ts';
import { healthOf } from '../src/app/queries.ts';
import type { Command } from './command.ts';

export const status = {
  data: { name: 'status', description: 'How the watch is going: what was read, what is in trouble', contexts: [0, 1] },
  async execute(_request, { archive }) {
    const health = await healthOf(archive);
    const lastLook: Span[] = health.lastLook ? ['last look ', { instant: health.lastLook }] : ['no look yet'];
    return {
      title: 'Status',
      tone: health.troubled.length > 0 ? 'trouble' : 'neutral',
      blocks: [
        list([
          [`${health.documents} documents watched, ${health.documentsRead} read; ${health.feeds} feeds; `, ...lastLook],
          [health.outbox === 0 ? 'No alert is waiting to be sent.' : `${health.outbox} alerts are waiting to be sent.`],
        ]),
        ...troubleBlocks(health.troubled),
      ],
      ephemeral: true,
      ask: { command: 'status', about: '' },
    };
  },
  optionsFor: () => ({}),
} satisfies Command;

function troubleBlocks(troubled: SourceStatus[]): Block[] {
  if (troubled.length === 0) return [text('Every source that was looked at answered as it should.')];
  return [heading('In trouble'), list(troubled.map(troubleLine))];
}

function troubleLine({ id, problem, lastGood }: SourceStatus): Span[] {
  if (problem === undefined) return [id];
  return [
    { bold: id },
    ` ${problem.detail} (since `,
    { instant: problem.since },
    `, ${problem.times} ${problem.times === 1 ? 'look' : 'looks'}; `,
    ...(lastGood ? ['last good ', { instant: lastGood } as const] : ['never read so far']),
    ')',
  ];
}
