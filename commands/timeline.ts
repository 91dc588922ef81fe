/** `/timeline`: what happened between a platform and AI, oldest first. */
import { parsePageNumber } from '../src/app/ask/pagination.ts';
import { readTimelinePage, summarizePastYears, type TimelineEntry } from '../src/app/ask/timeline.ts';
import type { CommandContext, CommandRequest } from '../src/app/reply/command.ts';
import { changeLine, eventLine, storyLine } from '../src/app/reply/lines.ts';
import { pageLinks } from '../src/app/reply/page-links.ts';
import { platformCommand } from '../src/app/reply/platform-command.ts';
import { signalChangeLine } from '../src/app/reply/signal-blocks.ts';
import { MAX_MARKS_PER_LINE, timelinePicture } from '../src/app/reply/timeline-picture.ts';
import { changeLabel } from '../src/app/words/labels.ts';
import type { Translator } from '../src/app/words/translator.ts';
import { type Answer, type CommandCall, list, type Span, text } from '../src/domain/answer.ts';
import type { Platform } from '../src/domain/catalog.ts';

export const timeline = platformCommand({
  name: 'timeline',
  description: 'What happened between a platform and AI, dated and sourced',
  args: ['page'],
  answer: timelineAnswer,
});

async function timelineAnswer(
  platform: Platform,
  { readModel, t }: CommandContext,
  options: CommandRequest['options'],
): Promise<Answer> {
  const page = await readTimelinePage(readModel, platform, parsePageNumber(options.page));
  const { entries } = page;
  // The picture covers the whole timeline and is posted with the newest page.
  const past = page.offset === 0 ? await summarizePastYears(readModel, platform, page, MAX_MARKS_PER_LINE) : undefined;
  return {
    title: t.text('timeline.title', { platform: platform.name }),
    url: platform.homepage,
    tone: 'neutral',
    blocks:
      entries.length > 0
        ? entries.map((entry) => list([entryLine(entry, platform, t)]))
        : [text(t.text('timeline.nothing'))],
    footer: t.text('timeline.footer'),
    buttons: [
      { label: t.text('button.stance'), call: { command: 'stance', args: platform.id } },
      { label: t.text('button.changes'), call: { command: 'changes', args: platform.id } },
    ],
    ...pageLinks(page, 'oldest-first', (number) => call(platform.id, number), t),
    picture: past && timelinePicture(platform, entries, t, past),
  };
}

const call = (platform: string, page: number): CommandCall => ({
  command: 'timeline',
  args: platform + (page > 0 ? `/${page}` : ''),
});

function entryLine(entry: TimelineEntry, platform: Platform, t: Translator): Span[] {
  switch (entry.kind) {
    case 'event':
      return ['📌 ', ...eventLine(entry.event, t.text(`event.${entry.event.kind}`), t, { brief: false })];
    case 'change': {
      const label = changeLabel(entry.change, t);
      const isUnrelated = entry.change.assessment.significance === 'none';
      return ['📄 ', ...changeLine(entry.change, isUnrelated ? label : { bold: label }, t)];
    }
    case 'signal':
      return ['🤖 ', { date: entry.date }, ' · ', ...signalChangeLine(entry.change, platform.name, [], t)];
    case 'story':
      return ['📰 ', { date: entry.date }, ' · ', ...storyLine(entry.story, [], t)];
  }
}
