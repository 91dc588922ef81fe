import { type Answer, type Block, heading, list, type Span, text } from '../src/domain/answer.ts';
import { type DocumentReading, documentReadings } from '../src/app/ask/read-model.ts';
import type { Say } from '../src/app/words/translator.ts';
import { positionLine } from '../src/app/words/labels.ts';
import { linkedPlatforms } from '../src/core/platforms/linked-platforms.ts';
import type { Platform } from '../src/domain/catalog.ts';
import { type Command, MESSAGE_COMMAND } from '../src/app/reply/command.ts';

/** Discord shows five buttons in a row, and a message that links to more platforms is a list of its own. */
const MOST_PLATFORMS = 5;

/** In the menu of a message: where the platforms it links to stand on training. */
export const linkedStance = {
  data: {
    type: MESSAGE_COMMAND,
    name: 'AI stance of linked platforms',
    contexts: [0, 1, 2],
    integration_types: [0, 1],
  },
  async execute(request, { archive, say }) {
    const linked = linkedPlatforms(request.message ?? '', archive.catalog.platforms).slice(0, MOST_PLATFORMS);
    const read = await Promise.all(
      linked.map(async (platform) => ({ platform, readings: await documentReadings(archive, platform) })),
    );
    return linkedAnswer(read, say);
  },
} satisfies Command;

function linkedAnswer(linked: { platform: Platform; readings: DocumentReading[] }[], say: Say): Answer {
  return {
    title: say.text('linked.title'),
    tone: 'neutral',
    blocks:
      linked.length > 0
        ? linked.flatMap(({ platform, readings }) => platformBlocks(platform, readings, say))
        : [text(say.text('linked.nothing'))],
    footer: say.text('linked.footer'),
    buttons: linked.map(({ platform }) => ({
      label: platform.name,
      ask: { command: 'stance', about: platform.id },
    })),
    ephemeral: true,
  };
}

function platformBlocks({ name, researched }: Platform, readings: DocumentReading[], say: Say): Block[] {
  const read = readings.flatMap(({ document, stance }): Span[][] =>
    stance ? [['📄 ', ...positionLine(document, stance.training, say)]] : [],
  );
  const research: Span[] = [
    '📌 ',
    ...say.line('stance.as-of', {
      date: { date: researched.asOf },
      confidence: say.text(`confidence.${researched.confidence}`),
      position: say.text(`position.${researched.training}`),
    }),
  ];
  return [heading(name), list([...(read.length > 0 ? read : [[`📄 ${say.text('not-read-yet')}`]]), research])];
}
