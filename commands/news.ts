import { type Answer, list, type Span, text } from '../src/app/answers/answer.ts';
import { allStories, platformById, storiesOf } from '../src/app/ask/queries.ts';
import type { Say } from '../src/app/words/say.ts';
import type { Story } from '../src/domain.ts';
import type { Command, Context } from './command.ts';
import { namedPlatform, platformOption, suggest } from './platform-option.ts';

/** Older stories are in the timelines. */
const MOST_STORIES = 20;

export const news = {
  data: {
    name: 'news',
    description: 'News about platforms and AI, newest first, each story once',
    contexts: [0, 1, 2],
    integration_types: [0, 1],
    options: [platformOption('Only this platform', { required: false })],
  },
  async execute(request, context) {
    const words = request.options.platform;
    if (words === undefined || words === '')
      return newsAnswer(context.say.text('news.title'), await allStories(context.archive), '', context);
    const named = namedPlatform(words, context);
    if (named.status === 'unknown') return named.answer;
    const { id, name } = named.platform;
    return newsAnswer(
      context.say.text('news.title-one', { platform: name }),
      await storiesOf(context.archive, id),
      id,
      context,
    );
  },
  autocomplete: (_option, typed, _request, context) => suggest(typed, context),
  optionsFor: (about): Record<string, string> => (about === '' ? {} : { platform: about }),
} satisfies Command;

function newsAnswer(title: string, stories: Story[], about: string, context: Context): Answer {
  const { say } = context;
  const shown = stories.slice(0, MOST_STORIES);
  return {
    title,
    tone: 'neutral',
    blocks:
      shown.length > 0 ? [list(shown.map((story) => storyLine(story, context)))] : [text(say.text('news.nothing'))],
    footer: say.text('news.footer'),
    ask: { command: 'news', about },
  };
}

function storyLine({ firstSeen, kind, items, platforms }: Story, { archive, say }: Context): Span[] {
  const [first, ...others] = items;
  const names = platforms.map((id) => platformById(archive.catalog, id)?.name ?? id).join(', ');
  return [
    { date: firstSeen.slice(0, 10) },
    ` · ${say.text(`event.${kind}`)}${names ? ` · ${names}` : ''} · `,
    first ? { link: first.title, url: first.link } : '',
    first ? ` (${outlets(first.outlet, others.length, say)})` : '',
  ];
}

const outlets = (outlet: string, more: number, say: Say): string =>
  more > 0 ? say.text('news.more-outlets', { outlet, count: more }) : outlet;
