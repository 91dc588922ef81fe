import { type Block, heading, list, type Span, text } from '../src/app/answer.ts';
import { typeWords } from '../src/app/wording.ts';
import { PLATFORM_KINDS } from '../src/domain.ts';
import type { Command } from './command.ts';

export const platforms = {
  data: {
    name: 'platforms',
    description: 'The platforms that are watched',
    contexts: [0, 1, 2],
    integration_types: [0, 1],
  },
  async execute(_request, { archive, say }) {
    const all = archive.catalog.platforms;
    const blocks = PLATFORM_KINDS.flatMap((kind): Block[] => {
      const ofKind = all.filter((platform) => platform.kind === kind);
      if (ofKind.length === 0) return [];
      const lines: Span[][] = ofKind.map(({ name, homepage, documents }) => [
        { link: name, url: homepage },
        ` ${documents.map(({ type }) => typeWords(type, say)).join(', ') || say.text('platforms.unwatched')}`,
      ]);
      return [heading(say.text(`platform-kind.${kind}`)), list(lines)];
    });
    return {
      title: say.text('platforms.title', { count: all.length }),
      tone: 'neutral',
      blocks: blocks.length > 0 ? blocks : [text(say.text('platforms.empty'))],
      ask: { command: 'platforms', about: '' },
    };
  },
  optionsFor: () => ({}),
} satisfies Command;
