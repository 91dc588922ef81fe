import { type Answer, list, type Span, text } from '../src/domain/answer.ts';
import { nameById } from '../src/app/ask/read-model.ts';
import type { StorySummary } from '../src/app/ports/store.ts';
import type { Say } from '../src/app/words/translator.ts';
import type { Command, Context } from '../src/app/reply/command.ts';
import { namedPlatform, platformOption, suggest } from '../src/app/reply/platform-option.ts';

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
    const words = request.options.platform ?? '';
    const { archive, say } = context;
    if (words === '') {
      const stories = await archive.store.stories.summaries({ limit: MOST_STORIES });
      return newsAnswer(say.text('news.title'), stories, '', context);
    }
    const named = namedPlatform(words, context);
    if (named.status === 'unknown') return named.answer;
    const { id, name } = named.platform;
    const stories = await archive.store.stories.summaries({ platform: id, limit: MOST_STORIES });
    return newsAnswer(say.text('news.title-one', { platform: name }), stories, id, context);
  },
  autocomplete: (_option, typed, _request, context) => suggest(typed, context),
  optionsFor: (about): Record<string, string> => (about === '' ? {} : { platform: about }),
} satisfies Command;

function newsAnswer(title: string, stories: StorySummary[], about: string, context: Context): Answer {
  const { say } = context;
  return {
    title,
    tone: 'neutral',
    blocks:
      stories.length > 0 ? [list(stories.map((story) => storyLine(story, context)))] : [text(say.text('news.nothing'))],
    footer: say.text('news.footer'),
    ask: { command: 'news', about },
  };
}

function storyLine({ firstSeen, kind, items, platforms }: StorySummary, { archive, say }: Context): Span[] {
  const [first, ...others] = items;
  const names = platforms.map((id) => nameById(archive.catalog, id)).join(', ');
  return [
    { date: firstSeen.slice(0, 10) },
    ` · ${say.text(`event.${kind}`)}${names ? ` · ${names}` : ''} · `,
    first ? { link: first.title, url: first.link } : '',
    first ? ` (${outlets(first.outlet, others.length, say)})` : '',
  ];
}

const outlets = (outlet: string, more: number, say: Say): string =>
  more > 0 ? say.text('news.more-outlets', { outlet, count: more }) : outlet;
