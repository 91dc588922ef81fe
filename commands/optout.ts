import { type Answer, type Block, heading, list, text } from '../src/domain/answer.ts';
import { sourceLinks } from '../src/app/reply/source-links.ts';
import { documentReadings } from '../src/app/ask/read-model.ts';
import type { Say } from '../src/app/words/translator.ts';
import { positionLine } from '../src/app/words/labels.ts';
import type { OptOut, Platform } from '../src/domain/catalog.ts';
import type { Command, Context } from '../src/app/reply/command.ts';
import { namedPlatform, platformOption, suggest } from '../src/app/reply/platform-option.ts';

export const optout = {
  data: {
    name: 'optout',
    description: 'What a musician can do about AI on a platform',
    contexts: [0, 1, 2],
    integration_types: [0, 1],
    options: [platformOption('The platform', { required: true })],
  },
  async execute(request, context) {
    const named = namedPlatform(request.options.platform ?? '', context);
    return named.status === 'unknown' ? named.answer : optoutAnswer(named.platform, context);
  },
  autocomplete: (_option, typed, _request, context) => suggest(typed, context),
  optionsFor: (about) => ({ platform: about }),
} satisfies Command;

async function optoutAnswer(platform: Platform, { archive, say }: Context): Promise<Answer> {
  const { id, name, homepage, optOut } = platform;
  const read = (await documentReadings(archive, platform)).filter(({ stance }) => stance !== undefined);
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
      { label: say.text('button.stance'), ask: { command: 'stance', about: id } },
    ],
    ask: { command: 'optout', about: id },
  };
}

/** What there is, what to do step by step, and where and when that was found. */
function whatToDo({ how, steps = [], asOf, sources = [] }: OptOut, say: Say): Block[] {
  return [
    text(say.local(how)),
    ...(steps.length > 0 ? [list(steps.map((step, i) => [{ bold: `${i + 1}.` }, ` ${say.local(step)}`]))] : []),
    ...(sources.length > 0
      ? [text(...(asOf ? say.line('optout.as-of', { date: { date: asOf } }) : []), ...sourceLinks(sources, say))]
      : []),
  ];
}
