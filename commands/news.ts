import { platformOrEntityName } from '../src/app/ask/read-model.ts';
import type { StorySummary } from '../src/app/ports/store.ts';
import type { Command, CommandContext } from '../src/app/reply/command.ts';
import { platformOption, resolvePlatform, suggestPlatformChoices } from '../src/app/reply/platform-option.ts';
import type { Translator } from '../src/app/words/translator.ts';
import { type Answer, list, type Span, text } from '../src/domain/answer.ts';

/** Older stories are in the timelines. */
const MAX_STORIES = 20;

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
    const { readModel: archive, t: say } = context;
    if (words === '') {
      const stories = await archive.store.stories.summaries({ limit: MAX_STORIES });
      return newsAnswer(say.text('news.title'), stories, '', context);
    }
    const named = resolvePlatform(words, context);
    if (named.status === 'unknown') return named.answer;
    const { id, name } = named.platform;
    const stories = await archive.store.stories.summaries({ platform: id, limit: MAX_STORIES });
    return newsAnswer(say.text('news.title-one', { platform: name }), stories, id, context);
  },
  autocomplete: (_option, typed, _request, context) => suggestPlatformChoices(typed, context),
  optionsFromArgs: (about): Record<string, string> => (about === '' ? {} : { platform: about }),
} satisfies Command;

function newsAnswer(title: string, stories: StorySummary[], args: string, context: CommandContext): Answer {
  const { t: say } = context;
  return {
    title,
    tone: 'neutral',
    blocks:
      stories.length > 0 ? [list(stories.map((story) => storyLine(story, context)))] : [text(say.text('news.nothing'))],
    footer: say.text('news.footer'),
    call: { command: 'news', args },
  };
}

function storyLine(
  { firstSeen, kind, items, platforms }: StorySummary,
  { readModel: archive, t: say }: CommandContext,
): Span[] {
  const [first, ...others] = items;
  const names = platforms.map((id) => platformOrEntityName(archive.catalog, id)).join(', ');
  return [
    { date: firstSeen.slice(0, 10) },
    ` · ${say.text(`event.${kind}`)}${names ? ` · ${names}` : ''} · `,
    first ? { link: first.title, url: first.link } : '',
    first ? ` (${outlets(first.outlet, others.length, say)})` : '',
  ];
}

const outlets = (outlet: string, more: number, t: Translator): string =>
  more > 0 ? t.text('news.more-outlets', { outlet, count: more }) : outlet;
