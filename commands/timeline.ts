import { type EntryPage, parsePageNumber } from '../src/app/ask/pagination.ts';
import {
  readTimelinePage,
  summarizePastYears,
  TIMELINE_PAGE_SIZE,
  type TimelineEntry,
  type YearSummary,
} from '../src/app/ask/timeline.ts';
import type { Command } from '../src/app/reply/command.ts';
import { pageLinks } from '../src/app/reply/page-links.ts';
import { platformOption, resolvePlatform, suggestPlatformChoices } from '../src/app/reply/platform-option.ts';
import { signalChangeLine } from '../src/app/reply/signal-blocks.ts';
import { sourceLinks } from '../src/app/reply/source-links.ts';
import { MAX_MARKS_PER_LINE, timelinePicture } from '../src/app/reply/timeline-picture.ts';
import { asSentence, changeLabel, documentLabel } from '../src/app/words/labels.ts';
import type { Translator } from '../src/app/words/translator.ts';
import { type Answer, type Block, list, text } from '../src/domain/answer.ts';
import type { Platform } from '../src/domain/catalog.ts';

export const timeline = {
  data: {
    name: 'timeline',
    description: 'What happened between a platform and AI, dated and sourced',
    contexts: [0, 1, 2],
    integration_types: [0, 1],
    options: [platformOption('The platform', { required: true })],
  },
  async execute(request, context) {
    const named = resolvePlatform(request.options.platform ?? '', context);
    if (named.status === 'unknown') return named.answer;
    const { readModel: archive, t: say } = context;
    const told = await readTimelinePage(archive, named.platform, parsePageNumber(request.options.stretch));
    // The picture stays the same whatever stretch is turned to: it is made of the newest one.
    const past =
      told.offset === 0 ? await summarizePastYears(archive, named.platform, told, MAX_MARKS_PER_LINE) : undefined;
    return timelineAnswer(named.platform, told, past, say);
  },
  autocomplete: (_option, typed, _request, context) => suggestPlatformChoices(typed, context),
  optionsFromArgs(about): Record<string, string> {
    const [platform = '', stretch = ''] = about.split('/');
    return { platform, stretch };
  },
} satisfies Command;

function timelineAnswer(
  platform: Platform,
  entryPage: EntryPage<TimelineEntry>,
  past: YearSummary[] | undefined,
  t: Translator,
): Answer {
  const { entries } = entryPage;
  const ask = (number: number) => ({ command: 'timeline', args: platform.id + (number > 0 ? `/${number}` : '') });
  return {
    title: t.text('timeline.title', { platform: platform.name }),
    url: platform.homepage,
    tone: 'neutral',
    blocks:
      entries.length > 0 ? entries.map((entry) => entryBlock(entry, platform, t)) : [text(t.text('timeline.nothing'))],
    footer: t.text('timeline.footer'),
    buttons: [
      { label: t.text('button.stance'), call: { command: 'stance', args: platform.id } },
      { label: t.text('button.changes'), call: { command: 'changes', args: platform.id } },
    ],
    ...pageLinks(entryPage, TIMELINE_PAGE_SIZE, 'oldest-first', ask, t),
    picture: past && timelinePicture(platform, entries, t, past),
  };
}

function entryBlock(entry: TimelineEntry, platform: Platform, t: Translator): Block {
  switch (entry.kind) {
    case 'event': {
      const { event } = entry;
      return list([
        [
          '📌 ',
          { date: event.date },
          ` · ${t.text(`event.${event.kind}`)} · `,
          { bold: asSentence(t.local(event.title)) },
          event.effect ? ` ${t.local(event.effect)}` : '',
          ...(event.dateNote ? [` (${t.local(event.dateNote)})`] : []),
          ...sourceLinks(event.sources, t),
        ],
      ]);
    }
    case 'change':
      return list([
        [
          '📄 ',
          { date: entry.date },
          ` · ${documentLabel(entry.change.document, t)} · `,
          entry.change.reading.change === 'none'
            ? changeLabel(entry.change, t)
            : { bold: changeLabel(entry.change, t) },
          ...(entry.change.origin ? [` ${t.text('timeline.recorded-by', { origin: entry.change.origin })}`] : []),
        ],
      ]);
    case 'signal':
      return list([['🤖 ', { date: entry.date }, ' · ', ...signalChangeLine(entry.change, platform.name, [], t)]]);
    case 'story': {
      const [first] = entry.story.items;
      return list([
        [
          '📰 ',
          { date: entry.date },
          ` · ${t.text(`event.${entry.story.kind}`)} · `,
          first ? { link: first.title, url: first.link } : '',
          first ? ` (${first.outlet})` : '',
        ],
      ]);
    }
  }
}
