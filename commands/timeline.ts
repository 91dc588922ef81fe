import { type Answer, type Block, list, text } from '../src/domain/answer.ts';
import { MARKS_A_LINE, timelinePicture } from '../src/app/reply/timeline-picture.ts';
import { signalChangeLine } from '../src/app/reply/signal-blocks.ts';
import { sourceLinks } from '../src/app/reply/source-links.ts';
import { stretchParts } from '../src/app/reply/page-links.ts';
import { type Stretch, stretchNumber } from '../src/app/ask/pagination.ts';
import { type PastYear, pastYearsOf, type TimelineEntry, TOLD_AT_ONCE, timelineOf } from '../src/app/ask/timeline.ts';
import type { Say } from '../src/app/words/translator.ts';
import { changeWords, documentWords, headline } from '../src/app/words/labels.ts';
import type { Platform } from '../src/domain/catalog.ts';
import type { Command } from '../src/app/reply/command.ts';
import { namedPlatform, platformOption, suggest } from '../src/app/reply/platform-option.ts';

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
    const { archive, say } = context;
    const told = await timelineOf(archive, named.platform, stretchNumber(request.options.stretch));
    // The picture stays the same whatever stretch is turned to: it is made of the newest one.
    const past = told.skipped === 0 ? await pastYearsOf(archive, named.platform, told, MARKS_A_LINE) : undefined;
    return timelineAnswer(named.platform, told, past, say);
  },
  autocomplete: (_option, typed, _request, context) => suggest(typed, context),
  optionsFor(about): Record<string, string> {
    const [platform = '', stretch = ''] = about.split('/');
    return { platform, stretch };
  },
} satisfies Command;

function timelineAnswer(
  platform: Platform,
  told: Stretch<TimelineEntry>,
  past: PastYear[] | undefined,
  say: Say,
): Answer {
  const { entries } = told;
  const ask = (number: number) => ({ command: 'timeline', about: platform.id + (number > 0 ? `/${number}` : '') });
  return {
    title: say.text('timeline.title', { platform: platform.name }),
    url: platform.homepage,
    tone: 'neutral',
    blocks:
      entries.length > 0
        ? entries.map((entry) => entryBlock(entry, platform, say))
        : [text(say.text('timeline.nothing'))],
    footer: say.text('timeline.footer'),
    buttons: [
      { label: say.text('button.stance'), ask: { command: 'stance', about: platform.id } },
      { label: say.text('button.changes'), ask: { command: 'changes', about: platform.id } },
    ],
    ...stretchParts(told, TOLD_AT_ONCE, 'oldest-first', ask, say),
    picture: past && timelinePicture(platform, entries, say, past),
  };
}

function entryBlock(entry: TimelineEntry, platform: Platform, say: Say): Block {
  switch (entry.kind) {
    case 'event': {
      const { event } = entry;
      return list([
        [
          '📌 ',
          { date: event.date },
          ` · ${say.text(`event.${event.kind}`)} · `,
          { bold: headline(say.local(event.title)) },
          event.effect ? ` ${say.local(event.effect)}` : '',
          ...(event.dateNote ? [` (${say.local(event.dateNote)})`] : []),
          ...sourceLinks(event.sources, say),
        ],
      ]);
    }
    case 'change':
      return list([
        [
          '📄 ',
          { date: entry.date },
          ` · ${documentWords(entry.change.document, say)} · `,
          entry.change.reading.change === 'none'
            ? changeWords(entry.change, say)
            : { bold: changeWords(entry.change, say) },
          ...(entry.change.origin ? [` ${say.text('timeline.recorded-by', { origin: entry.change.origin })}`] : []),
        ],
      ]);
    case 'signal':
      return list([['🤖 ', { date: entry.date }, ' · ', ...signalChangeLine(entry.change, platform.name, [], say)]]);
    case 'story': {
      const [first] = entry.story.items;
      return list([
        [
          '📰 ',
          { date: entry.date },
          ` · ${say.text(`event.${entry.story.kind}`)} · `,
          first ? { link: first.title, url: first.link } : '',
          first ? ` (${first.outlet})` : '',
        ],
      ]);
    }
  }
}
