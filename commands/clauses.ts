import { type Answer, type Block, heading, text } from '../src/domain/answer.ts';
import { documentReadings } from '../src/app/ask/read-model.ts';
import { capital, typeWords } from '../src/app/words/labels.ts';
import { type Platform } from '../src/domain/catalog.ts';
import { TOPICS, type Topic } from '../src/domain/vocabulary.ts';
import { type Command, type Context, OPTION } from '../src/app/reply/command.ts';
import { choicesOf } from '../src/app/reply/localize.ts';
import { namedPlatform, platformOption, suggest } from '../src/app/reply/platform-option.ts';

export const clauses = {
  data: {
    name: 'clauses',
    description: 'What a platform’s documents say about AI, word for word',
    contexts: [0, 1, 2],
    integration_types: [0, 1],
    options: [
      platformOption('The platform', { required: true }),
      {
        type: OPTION.string,
        name: 'topic',
        description: 'Only this topic',
        choices: choicesOf(TOPICS, (topic, say) => say.text(`topic.${topic}`)),
      },
    ],
  },
  async execute(request, context) {
    const named = namedPlatform(request.options.platform ?? '', context);
    if (named.status === 'unknown') return named.answer;
    return clausesAnswer(
      named.platform,
      TOPICS.find((topic) => topic === request.options.topic),
      context,
    );
  },
  autocomplete: (_option, typed, _request, context) => suggest(typed, context),
  optionsFor(about): Record<string, string> {
    const [platform = '', topic = ''] = about.split('/');
    return { platform, topic };
  },
} satisfies Command;

async function clausesAnswer(platform: Platform, topic: Topic | undefined, { archive, say }: Context): Promise<Answer> {
  const readings = await documentReadings(archive, platform);
  const blocks = readings.flatMap(({ document, stance }): Block[] => {
    const lines = (stance?.lines ?? []).filter((line) => topic === undefined || line.topic === topic);
    if (stance === undefined || lines.length === 0) return [];
    return [
      heading(typeWords(document.type, say)),
      text(
        ...say.line('clauses.seen', {
          date: { date: stance.seen.slice(0, 10) },
          link: { link: say.text('clauses.read-it'), url: document.url },
        }),
      ),
      ...lines.flatMap((line) =>
        line.quotes.map(({ text: words, section }) => ({
          kind: 'quote' as const,
          label: capital(say.text(`topic.${line.topic}`)),
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
    ask: { command: 'clauses', about: `${platform.id}/${topic ?? ''}` },
  };
}
