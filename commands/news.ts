import { type Answer, list, type Span, text } from '../src/app/answer.ts';
import { allStories, platformById, storiesOf } from '../src/app/queries.ts';
import { EVENT_KIND_WORDS } from '../src/app/wording.ts';
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
      return newsAnswer('News about AI', await allStories(context.archive), '', context);
    const named = namedPlatform(words, context);
    if (named.status === 'unknown') return named.answer;
    const { id, name } = named.platform;
    return newsAnswer(`${name} and AI: news`, await storiesOf(context.archive, id), id, context);
  },
  autocomplete: (_option, typed, _request, context) => suggest(typed, context),
  optionsFor: (about): Record<string, string> => (about === '' ? {} : { platform: about }),
} satisfies Command;

function newsAnswer(title: string, stories: Story[], about: string, context: Context): Answer {
  const shown = stories.slice(0, MOST_STORIES);
  return {
    title,
    tone: 'neutral',
    blocks:
      shown.length > 0
        ? [list(shown.map((story) => storyLine(story, context)))]
        : [text('No story has been read yet.')],
    footer: 'From the feeds this bot reads. Each story once, however many outlets carry it.',
    ask: { command: 'news', about },
  };
}

function storyLine({ firstSeen, kind, items, platforms }: Story, { archive }: Context): Span[] {
  const [first, ...others] = items;
  const names = platforms.map((id) => platformById(archive.catalog, id)?.name ?? id).join(', ');
  return [
    { date: firstSeen.slice(0, 10) },
    ` · ${EVENT_KIND_WORDS[kind]}${names ? ` · ${names}` : ''} · `,
    first ? { link: first.title, url: first.link } : '',
    first ? ` (${first.outlet}${others.length > 0 ? ` and ${others.length} more` : ''})` : '',
  ];
}
