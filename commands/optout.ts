import { type Answer, heading, list, text } from '../src/app/answer.ts';
import { documentReadings } from '../src/app/queries.ts';
import { POSITION_WORDS } from '../src/app/wording.ts';
import type { Command, Context } from './command.ts';
import { namedPlatform, platformOption, suggest } from './platform-option.ts';

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

async function optoutAnswer(platform: Parameters<typeof documentReadings>[1], { archive }: Context): Promise<Answer> {
  const { id, name, homepage, optOut } = platform;
  const read = (await documentReadings(archive, platform)).filter(({ stance }) => stance !== undefined);
  return {
    title: `${name}: what you can do`,
    url: optOut?.url ?? homepage,
    tone: 'neutral',
    blocks: [
      optOut === undefined
        ? text('No way to object is known here. That does not mean there is none.')
        : text(optOut.how),
      ...(read.length > 0
        ? [
            heading('What the documents say of training'),
            list(
              read.map(({ document, stance }) => [
                { link: document.type, url: document.url },
                ` ${stance ? POSITION_WORDS[stance.training] : ''}`,
              ]),
            ),
          ]
        : []),
    ],
    footer: 'What you can do was researched by people; what the documents say was read by this bot.',
    buttons: [
      ...(optOut?.url ? [{ label: 'Opt-out page', url: optOut.url }] : []),
      { label: 'Stance', ask: { command: 'stance', about: id } },
    ],
    ask: { command: 'optout', about: id },
  };
}
