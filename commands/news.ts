/** `/news`: stories about AI and platforms, newest first. */
import { platformOrEntityName } from '../src/app/ask/read-model.ts';
import type { StorySummary } from '../src/app/ports/store.ts';
import { type Command, type CommandContext, USABLE_ANYWHERE } from '../src/app/reply/command.ts';
import { storyLine } from '../src/app/reply/lines.ts';
import { platformOption, resolvePlatform, suggestPlatformChoices } from '../src/app/reply/platform-option.ts';
import { type Answer, list, type Span, text } from '../src/domain/answer.ts';
import type { Platform } from '../src/domain/catalog.ts';

/** Timelines show older ones. */
const MAX_STORIES = 20;

export const news = {
  data: {
    name: 'news',
    description: 'News about platforms and AI, newest first, each story once',
    ...USABLE_ANYWHERE,
    options: [platformOption('Only this platform', { required: false })],
  },
  async execute({ options }, context) {
    if (!options.platform) return newsAnswer(undefined, context);
    const resolved = resolvePlatform(options.platform, context);
    return resolved.status === 'unknown' ? resolved.answer : newsAnswer(resolved.platform, context);
  },
  autocomplete: (_option, typed, _request, context) => suggestPlatformChoices(typed, context),
  optionsFromArgs: (args) => ({ platform: args }),
} satisfies Command;

async function newsAnswer(platform: Platform | undefined, context: CommandContext): Promise<Answer> {
  const { readModel, t } = context;
  const stories = await readModel.store.stories.summaries({ platform: platform?.id, limit: MAX_STORIES });
  return {
    title: platform ? t.text('news.title-one', { platform: platform.name }) : t.text('news.title'),
    tone: 'neutral',
    blocks:
      stories.length > 0
        ? [list(stories.map((story) => datedStoryLine(story, context)))]
        : [text(t.text('news.nothing'))],
    footer: t.text('news.footer'),
    call: { command: 'news', args: platform?.id ?? '' },
  };
}

function datedStoryLine(story: StorySummary, { readModel, t }: CommandContext): Span[] {
  const [first, ...others] = story.items;
  const outlet = first?.outlet ?? '';
  const outlets = others.length > 0 ? t.text('news.more-outlets', { outlet, count: others.length }) : outlet;
  const platforms = story.platforms.map((id) => platformOrEntityName(readModel.catalog, id));
  return [{ date: story.firstSeen }, ' · ', ...storyLine(story, platforms, t, outlets)];
}
