import { documentsWithStance } from '../src/app/ask/read-model.ts';
import type { Command, CommandContext } from '../src/app/reply/command.ts';
import { platformOption, resolvePlatform, suggestPlatformChoices } from '../src/app/reply/platform-option.ts';
import { sourceLinks } from '../src/app/reply/source-links.ts';
import { positionLine } from '../src/app/words/labels.ts';
import type { Translator } from '../src/app/words/translator.ts';
import { type Answer, type Block, heading, list, text } from '../src/domain/answer.ts';
import type { OptOut, Platform } from '../src/domain/catalog.ts';

export const optout = {
  data: {
    name: 'optout',
    description: 'What a musician can do about AI on a platform',
    contexts: [0, 1, 2],
    integration_types: [0, 1],
    options: [platformOption('The platform', { required: true })],
  },
  async execute(request, context) {
    const named = resolvePlatform(request.options.platform ?? '', context);
    return named.status === 'unknown' ? named.answer : optoutAnswer(named.platform, context);
  },
  autocomplete: (_option, typed, _request, context) => suggestPlatformChoices(typed, context),
  optionsFromArgs: (about) => ({ platform: about }),
} satisfies Command;

async function optoutAnswer(platform: Platform, { readModel: archive, t: say }: CommandContext): Promise<Answer> {
  const { id, name, homepage, optOut } = platform;
  const read = (await documentsWithStance(archive, platform)).filter(({ stance }) => stance !== undefined);
  return {
    title: say.text('optout.title', { platform: name }),
    url: optOut?.url ?? homepage,
    tone: 'neutral',
    blocks: [
      ...(optOut === undefined ? [text(say.text('optout.unknown'))] : whatToDo(optOut, say)),
      ...(read.length > 0
        ? [
            heading(say.text('documents-on-training')),
            list(read.map(({ document, stance }) => (stance ? positionLine(document, stance.training, say) : []))),
          ]
        : []),
    ],
    footer: say.text('optout.footer'),
    buttons: [
      ...(optOut?.url ? [{ label: say.text('button.opt-out-page'), url: optOut.url }] : []),
      { label: say.text('button.stance'), call: { command: 'stance', args: id } },
    ],
    call: { command: 'optout', args: id },
  };
}

/** What there is, what to do step by step, and where and when that was found. */
function whatToDo({ how, steps = [], asOf, sources = [] }: OptOut, t: Translator): Block[] {
  return [
    text(t.local(how)),
    ...(steps.length > 0 ? [list(steps.map((step, i) => [{ bold: `${i + 1}.` }, ` ${t.local(step)}`]))] : []),
    ...(sources.length > 0
      ? [text(...(asOf ? t.line('optout.as-of', { date: { date: asOf } }) : []), ...sourceLinks(sources, t))]
      : []),
  ];
}
