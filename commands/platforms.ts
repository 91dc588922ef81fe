/** `/platforms`: the platforms that are watched, by kind. */
import { type Command, OPTION_TYPE, USABLE_ANYWHERE } from '../src/app/reply/command.ts';
import { localizedChoices } from '../src/app/reply/localize.ts';
import { documentTypeLabel } from '../src/app/words/labels.ts';
import { type Block, heading, list, type Span, text } from '../src/domain/answer.ts';
import { PLATFORM_KINDS } from '../src/domain/vocabulary.ts';

export const platforms = {
  data: {
    name: 'platforms',
    description: 'The platforms that are watched',
    ...USABLE_ANYWHERE,
    options: [
      {
        type: OPTION_TYPE.string,
        name: 'kind',
        description: 'Only platforms of this kind',
        choices: localizedChoices(PLATFORM_KINDS, (kind, t) => t.text(`platform-kind.${kind}`)),
      },
    ],
  },
  async execute({ options }, { readModel, t }) {
    const requested = PLATFORM_KINDS.find((kind) => kind === options.kind);
    const kinds = requested === undefined ? PLATFORM_KINDS : [requested];
    const shown = readModel.catalog.platforms.filter(({ kind }) => kinds.includes(kind));
    const blocks = kinds.flatMap((kind): Block[] => {
      const lines: Span[][] = shown
        .filter((platform) => platform.kind === kind)
        .map(({ name, homepage, documents }) => [
          { link: name, url: homepage },
          ` ${documents.map(({ type }) => documentTypeLabel(type, t)).join(', ') || t.text('platforms.unwatched')}`,
        ]);
      return lines.length === 0 ? [] : [heading(t.text(`platform-kind.${kind}`)), list(lines)];
    });
    return {
      title: t.text('platforms.title', { count: shown.length }),
      tone: 'neutral',
      blocks: blocks.length > 0 ? blocks : [text(t.text('platforms.empty'))],
      call: { command: 'platforms', args: requested ?? '' },
    };
  },
  optionsFromArgs: (args) => ({ kind: args }),
} satisfies Command;
