/** In the context menu of a message: the stances on training of the platforms it links to. */
import { type DocumentWithStance, documentsWithStance } from '../src/app/ask/documents.ts';
import { type Command, MESSAGE_COMMAND_TYPE, USABLE_ANYWHERE } from '../src/app/reply/command.ts';
import { researchedLine } from '../src/app/reply/lines.ts';
import { positionLine } from '../src/app/words/labels.ts';
import type { Translator } from '../src/app/words/translator.ts';
import { findLinkedPlatforms } from '../src/core/platforms/linked-platforms.ts';
import { type Answer, type Block, heading, list, type Span, text } from '../src/domain/answer.ts';
import type { Platform } from '../src/domain/catalog.ts';
import { DISCORD_LIMITS } from '../src/domain/discord-limits.ts';

/** Each has a button in the same row. */
const MAX_PLATFORMS = DISCORD_LIMITS.buttonsPerRow;

export const linkedStance = {
  data: { type: MESSAGE_COMMAND_TYPE, name: 'AI stance of linked platforms', ...USABLE_ANYWHERE },
  async execute(request, { readModel, t }) {
    const platforms = findLinkedPlatforms(request.message ?? '', readModel.catalog.platforms).slice(0, MAX_PLATFORMS);
    const linked = await Promise.all(
      platforms.map(async (platform) => ({ platform, documents: await documentsWithStance(readModel, platform) })),
    );
    return linkedStanceAnswer(linked, t);
  },
} satisfies Command;

const linkedStanceAnswer = (
  linked: { platform: Platform; documents: DocumentWithStance[] }[],
  t: Translator,
): Answer => ({
  title: t.text('linked.title'),
  tone: 'neutral',
  blocks:
    linked.length > 0
      ? linked.flatMap(({ platform, documents }) => platformBlocks(platform, documents, t))
      : [text(t.text('linked.nothing'))],
  footer: t.text('linked.footer'),
  buttons: linked.map(({ platform }) => ({
    label: platform.name,
    call: { command: 'stance', args: platform.id },
  })),
  ephemeral: true,
});

function platformBlocks({ name, researched }: Platform, documents: DocumentWithStance[], t: Translator): Block[] {
  const positions = documents.flatMap(({ document, stance }): Span[][] =>
    stance ? [['📄 ', ...positionLine(document, stance.training, t)]] : [],
  );
  const read = positions.length > 0 ? positions : [[`📄 ${t.text('not-read-yet')}`]];
  return [heading(name), list([...read, ['📌 ', ...researchedLine(researched, t)]])];
}
