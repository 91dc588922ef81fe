import { type Command, OPTION_TYPE } from '../src/app/reply/command.ts';
import { localizedChoices } from '../src/app/reply/localize.ts';
import { documentTypeLabel } from '../src/app/words/labels.ts';
import { type Block, heading, list, type Span, text } from '../src/domain/answer.ts';
import { PLATFORM_KINDS } from '../src/domain/vocabulary.ts';

export const platforms = {
  data: {
    name: 'platforms',
    description: 'The platforms that are watched',
    contexts: [0, 1, 2],
    integration_types: [0, 1],
    options: [
      {
        type: OPTION_TYPE.string,
        name: 'kind',
        description: 'Only platforms of this kind',
        choices: localizedChoices(PLATFORM_KINDS, (kind, say) => say.text(`platform-kind.${kind}`)),
      },
    ],
  },
  async execute(request, { readModel: archive, t: say }) {
    const wanted = PLATFORM_KINDS.filter((kind) => kind === request.options.kind);
    const kinds = wanted.length > 0 ? wanted : PLATFORM_KINDS;
    const all = archive.catalog.platforms.filter(({ kind }) => kinds.includes(kind));
    const blocks = kinds.flatMap((kind): Block[] => {
      const ofKind = all.filter((platform) => platform.kind === kind);
      if (ofKind.length === 0) return [];
      const lines: Span[][] = ofKind.map(({ name, homepage, documents }) => [
        { link: name, url: homepage },
        ` ${documents.map(({ type }) => documentTypeLabel(type, say)).join(', ') || say.text('platforms.unwatched')}`,
      ]);
      return [heading(say.text(`platform-kind.${kind}`)), list(lines)];
    });
    return {
      title: say.text('platforms.title', { count: all.length }),
      tone: 'neutral',
      blocks: blocks.length > 0 ? blocks : [text(say.text('platforms.empty'))],
      call: { command: 'platforms', args: wanted[0] ?? '' },
    };
  },
  optionsFromArgs: (about) => ({ kind: about }),
} satisfies Command;
