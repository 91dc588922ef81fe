import { type DocumentWithStance, documentsWithStance } from '../src/app/ask/read-model.ts';
import { type Command, MESSAGE_COMMAND_TYPE } from '../src/app/reply/command.ts';
import { positionLine } from '../src/app/words/labels.ts';
import type { Translator } from '../src/app/words/translator.ts';
import { findLinkedPlatforms } from '../src/core/platforms/linked-platforms.ts';
import { type Answer, type Block, heading, list, type Span, text } from '../src/domain/answer.ts';
import type { Platform } from '../src/domain/catalog.ts';

/** Discord shows five buttons in a row, and a message that links to more platforms is a list of its own. */
const MAX_PLATFORMS = 5;

/** In the menu of a message: where the platforms it links to stand on training. */
export const linkedStance = {
  data: {
    type: MESSAGE_COMMAND_TYPE,
    name: 'AI stance of linked platforms',
    contexts: [0, 1, 2],
    integration_types: [0, 1],
  },
  async execute(request, { readModel: archive, t: say }) {
    const linked = findLinkedPlatforms(request.message ?? '', archive.catalog.platforms).slice(0, MAX_PLATFORMS);
    const read = await Promise.all(
      linked.map(async (platform) => ({ platform, documents: await documentsWithStance(archive, platform) })),
    );
    return linkedStanceAnswer(read, say);
  },
} satisfies Command;

function linkedStanceAnswer(linked: { platform: Platform; documents: DocumentWithStance[] }[], t: Translator): Answer {
  return {
    title: t.text('linked.title'),
    tone: 'neutral',
    blocks:
      linked.length > 0
        ? linked.flatMap(({ platform, documents: readings }) => platformBlocks(platform, readings, t))
        : [text(t.text('linked.nothing'))],
    footer: t.text('linked.footer'),
    buttons: linked.map(({ platform }) => ({
      label: platform.name,
      call: { command: 'stance', args: platform.id },
    })),
    ephemeral: true,
  };
}

function platformBlocks({ name, researched }: Platform, documents: DocumentWithStance[], t: Translator): Block[] {
  const read = documents.flatMap(({ document, stance }): Span[][] =>
    stance ? [['📄 ', ...positionLine(document, stance.training, t)]] : [],
  );
  const research: Span[] = [
    '📌 ',
    ...t.line('stance.as-of', {
      date: { date: researched.asOf },
      confidence: t.text(`confidence.${researched.confidence}`),
      position: t.text(`position.${researched.training}`),
    }),
  ];
  return [heading(name), list([...(read.length > 0 ? read : [[`📄 ${t.text('not-read-yet')}`]]), research])];
}
