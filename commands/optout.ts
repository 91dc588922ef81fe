/** `/optout`: what a musician can do about AI on a platform. */
import { documentsWithStance } from '../src/app/ask/documents.ts';
import type { CommandContext } from '../src/app/reply/command.ts';
import { platformCommand } from '../src/app/reply/platform-command.ts';
import { sourceLinks } from '../src/app/reply/source-links.ts';
import { positionLine } from '../src/app/words/labels.ts';
import type { Translator } from '../src/app/words/translator.ts';
import { type Answer, type Block, heading, list, text } from '../src/domain/answer.ts';
import type { OptOut, Platform } from '../src/domain/catalog.ts';

export const optout = platformCommand({
  name: 'optout',
  description: 'What a musician can do about AI on a platform',
  answer: optoutAnswer,
});

async function optoutAnswer(platform: Platform, { readModel, t }: CommandContext): Promise<Answer> {
  const { id, name, homepage, optOut } = platform;
  const positions = (await documentsWithStance(readModel, platform)).flatMap(({ document, stance }) =>
    stance ? [positionLine(document, stance.training, t)] : [],
  );
  return {
    title: t.text('optout.title', { platform: name }),
    url: optOut?.url ?? homepage,
    tone: 'neutral',
    blocks: [
      ...(optOut === undefined ? [text(t.text('optout.unknown'))] : optOutBlocks(optOut, t)),
      ...(positions.length > 0 ? [heading(t.text('documents-on-training')), list(positions)] : []),
    ],
    footer: t.text('optout.footer'),
    buttons: [
      ...(optOut?.url ? [{ label: t.text('button.opt-out-page'), url: optOut.url }] : []),
      { label: t.text('button.stance'), call: { command: 'stance', args: id } },
    ],
    call: { command: 'optout', args: id },
  };
}

function optOutBlocks({ how, steps = [], asOf, sources = [] }: OptOut, t: Translator): Block[] {
  return [
    text(t.local(how)),
    ...(steps.length > 0 ? [list(steps.map((step, i) => [{ bold: `${i + 1}.` }, ` ${t.local(step)}`]))] : []),
    ...(sources.length > 0
      ? [text(...(asOf ? t.line('optout.as-of', { date: { date: asOf } }) : []), ...sourceLinks(sources, t))]
      : []),
  ];
}
