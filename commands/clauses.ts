import { documentsWithStance } from '../src/app/ask/read-model.ts';
import { type Command, type CommandContext, OPTION_TYPE } from '../src/app/reply/command.ts';
import { localizedChoices } from '../src/app/reply/localize.ts';
import { platformOption, resolvePlatform, suggestPlatformChoices } from '../src/app/reply/platform-option.ts';
import { capitalize, documentTypeLabel } from '../src/app/words/labels.ts';
import { type Answer, type Block, heading, text } from '../src/domain/answer.ts';
import type { Platform } from '../src/domain/catalog.ts';
import { TOPICS, type Topic } from '../src/domain/vocabulary.ts';

export const clauses = {
  data: {
    name: 'clauses',
    description: 'What a platform’s documents say about AI, word for word',
    contexts: [0, 1, 2],
    integration_types: [0, 1],
    options: [
      platformOption('The platform', { required: true }),
      {
        type: OPTION_TYPE.string,
        name: 'topic',
        description: 'Only this topic',
        choices: localizedChoices(TOPICS, (topic, say) => say.text(`topic.${topic}`)),
      },
    ],
  },
  async execute(request, context) {
    const named = resolvePlatform(request.options.platform ?? '', context);
    if (named.status === 'unknown') return named.answer;
    return clausesAnswer(
      named.platform,
      TOPICS.find((topic) => topic === request.options.topic),
      context,
    );
  },
  autocomplete: (_option, typed, _request, context) => suggestPlatformChoices(typed, context),
  optionsFromArgs(about): Record<string, string> {
    const [platform = '', topic = ''] = about.split('/');
    return { platform, topic };
  },
} satisfies Command;

async function clausesAnswer(
  platform: Platform,
  topic: Topic | undefined,
  { readModel: archive, t: say }: CommandContext,
): Promise<Answer> {
  const readings = await documentsWithStance(archive, platform);
  const blocks = readings.flatMap(({ document, stance }): Block[] => {
    const lines = (stance?.lines ?? []).filter((line) => topic === undefined || line.topic === topic);
    if (stance === undefined || lines.length === 0) return [];
    return [
      heading(documentTypeLabel(document.type, say)),
      text(
        ...say.line('clauses.seen', {
          date: { date: stance.seen.slice(0, 10) },
          link: { link: say.text('clauses.read-it'), url: document.url },
        }),
      ),
      ...lines.flatMap((line) =>
        line.quotes.map(({ text: words, section }) => ({
          kind: 'quote' as const,
          label: capitalize(say.text(`topic.${line.topic}`)),
          text: words,
          section: section || undefined,
          language: document.language,
        })),
      ),
    ];
  });
  const about = say.text(topic === undefined ? 'change.ai' : `topic.${topic}`);
  const unread = readings.every(({ stance }) => stance === undefined);
  return {
    title: say.text('clauses.title', { platform: platform.name, topic: about }),
    url: platform.homepage,
    tone: 'neutral',
    blocks:
      blocks.length > 0
        ? blocks
        : [text(unread ? say.text('not-read-yet') : say.text('clauses.nothing', { topic: about }))],
    footer: say.text('clauses.footer'),
    call: { command: 'clauses', args: `${platform.id}/${topic ?? ''}` },
  };
}
