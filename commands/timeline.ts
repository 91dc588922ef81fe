import { type Answer, type Block, list, text } from '../src/app/answer.ts';
import { type TimelineEntry, timelineOf } from '../src/app/queries.ts';
import { sourceLinks } from '../src/app/source-links.ts';
import { changeWords, documentType, EVENT_KIND_WORDS } from '../src/app/wording.ts';
import type { Platform } from '../src/domain.ts';
import type { Command } from './command.ts';
import { namedPlatform, platformOption, suggest } from './platform-option.ts';

export const timeline = {
  data: {
    name: 'timeline',
    description: 'What happened between a platform and AI, dated and sourced',
    contexts: [0, 1, 2],
    integration_types: [0, 1],
    options: [platformOption('The platform', { required: true })],
  },
  async execute(request, context) {
    const named = namedPlatform(request.options.platform ?? '', context);
    if (named.status === 'unknown') return named.answer;
    return timelineAnswer(named.platform, await timelineOf(context.archive, named.platform));
  },
  autocomplete: (_option, typed, _request, context) => suggest(typed, context),
  optionsFor: (about) => ({ platform: about }),
} satisfies Command;

function timelineAnswer(platform: Platform, entries: TimelineEntry[]): Answer {
  return {
    title: `${platform.name}: timeline`,
    url: platform.homepage,
    tone: 'neutral',
    blocks: entries.length > 0 ? entries.map(entryBlock) : [text('Nothing is recorded about this platform yet.')],
    footer: 'Oldest first. 📄 recorded by this bot or imported · 📌 from the catalog, with sources · 📰 from the feeds',
    buttons: [
      { label: 'Stance', ask: { command: 'stance', about: platform.id } },
      { label: 'Changes', ask: { command: 'changes', about: platform.id } },
    ],
    ask: { command: 'timeline', about: platform.id },
  };
}

function entryBlock(entry: TimelineEntry): Block {
  switch (entry.kind) {
    case 'event': {
      const { event } = entry;
      return list([
        [
          '📌 ',
          { date: event.date },
          ` · ${EVENT_KIND_WORDS[event.kind]} · `,
          { bold: event.title },
          event.effect ? ` ${event.effect}` : '',
          ...(event.dateNote ? [` (${event.dateNote})`] : []),
          ...sourceLinks(event.sources),
        ],
      ]);
    }
    case 'change':
      return list([
        [
          '📄 ',
          { date: entry.date },
          ` · ${documentType(entry.change.document)} · `,
          entry.change.reading.change === 'none' ? changeWords(entry.change) : { bold: changeWords(entry.change) },
          ...(entry.change.origin ? [` (recorded by ${entry.change.origin})`] : []),
        ],
      ]);
    case 'story': {
      const [first] = entry.story.items;
      return list([
        [
          '📰 ',
          { date: entry.date },
          ` · ${EVENT_KIND_WORDS[entry.story.kind]} · `,
          first ? { link: first.title, url: first.link } : '',
          first ? ` (${first.outlet})` : '',
        ],
      ]);
    }
  }
}
