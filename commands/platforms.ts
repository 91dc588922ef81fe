import { type Block, heading, list, type Span, text } from '../src/app/answer.ts';
import { PLATFORM_KIND_WORDS } from '../src/app/wording.ts';
import { PLATFORM_KINDS } from '../src/domain.ts';
import type { Command } from './command.ts';

export const platforms = {
  data: {
    name: 'platforms',
    description: 'The platforms that are watched',
    contexts: [0, 1, 2],
    integration_types: [0, 1],
  },
  async execute(_request, { archive }) {
    const all = archive.catalog.platforms;
    const blocks = PLATFORM_KINDS.flatMap((kind): Block[] => {
      const ofKind = all.filter((platform) => platform.kind === kind);
      if (ofKind.length === 0) return [];
      const lines: Span[][] = ofKind.map(({ name, homepage, documents }) => [
        { link: name, url: homepage },
        documents.length === 0 ? ' (no document watched)' : ` ${documents.map(({ type }) => type).join(', ')}`,
      ]);
      return [heading(PLATFORM_KIND_WORDS[kind]), list(lines)];
    });
    return {
      title: `${all.length} platforms`,
      tone: 'neutral',
      blocks: blocks.length > 0 ? blocks : [text('The catalog is empty.')],
      ask: { command: 'platforms', about: '' },
    };
  },
  optionsFor: () => ({}),
} satisfies Command;
