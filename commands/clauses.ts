/** `/clauses`: every clause about AI in a platform's documents, word for word. */
import { documentsWithStance } from '../src/app/ask/documents.ts';
import { type CommandContext, OPTION_TYPE } from '../src/app/reply/command.ts';
import { clauseQuote } from '../src/app/reply/lines.ts';
import { localizedChoices } from '../src/app/reply/localize.ts';
import { platformCommand } from '../src/app/reply/platform-command.ts';
import { capitalize, documentTypeLabel } from '../src/app/words/labels.ts';
import { type Answer, type Block, heading, text } from '../src/domain/answer.ts';
import type { Platform } from '../src/domain/catalog.ts';
import { TOPICS, type Topic } from '../src/domain/vocabulary.ts';

export const clauses = platformCommand({
  name: 'clauses',
  description: 'What a platform’s documents say about AI, word for word',
  options: [
    {
      type: OPTION_TYPE.string,
      name: 'topic',
      description: 'Only this topic',
      choices: localizedChoices(TOPICS, (topic, t) => t.text(`topic.${topic}`)),
    },
  ],
  args: ['topic'],
  answer: (platform, context, options) =>
    clausesAnswer(
      platform,
      TOPICS.find((topic) => topic === options.topic),
      context,
    ),
});

async function clausesAnswer(
  platform: Platform,
  topic: Topic | undefined,
  { readModel, t }: CommandContext,
): Promise<Answer> {
  const documents = await documentsWithStance(readModel, platform);
  const blocks = documents.flatMap(({ document, stance }): Block[] => {
    const lines = (stance?.lines ?? []).filter((line) => topic === undefined || line.topic === topic);
    if (stance === undefined || lines.length === 0) return [];
    return [
      heading(documentTypeLabel(document.type, t)),
      text(
        ...t.line('clauses.seen', {
          date: { date: stance.seen },
          link: { link: t.text('clauses.read-it'), url: document.url },
        }),
      ),
      ...lines.flatMap((line) =>
        line.quotes.map((quote) => clauseQuote(quote, capitalize(t.text(`topic.${line.topic}`)), document.language)),
      ),
    ];
  });
  const topicName = t.text(topic === undefined ? 'change.ai' : `topic.${topic}`);
  const isUnread = documents.every(({ stance }) => stance === undefined);
  const nothing = isUnread ? t.text('not-read-yet') : t.text('clauses.nothing', { topic: topicName });
  return {
    title: t.text('clauses.title', { platform: platform.name, topic: topicName }),
    url: platform.homepage,
    tone: 'neutral',
    blocks: blocks.length > 0 ? blocks : [text(nothing)],
    footer: t.text('clauses.footer'),
    call: { command: 'clauses', args: `${platform.id}/${topic ?? ''}` },
  };
}
