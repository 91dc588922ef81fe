/** `/changes`: what changed on a platform, or anywhere, newest first, with passages before and after. */
import { type ChangeEntry, readLatestChanges, readPlatformChanges } from '../src/app/ask/change-list.ts';
import { parsePageNumber } from '../src/app/ask/pagination.ts';
import { platformById } from '../src/app/ask/read-model.ts';
import { quoteBlocks, relevantPassages } from '../src/app/reply/change-blocks.ts';
import { type Command, type CommandContext, splitArgs, USABLE_ANYWHERE } from '../src/app/reply/command.ts';
import { changeLine, eventLine } from '../src/app/reply/lines.ts';
import { pageLinks } from '../src/app/reply/page-links.ts';
import { platformOption, resolvePlatform, suggestPlatformChoices } from '../src/app/reply/platform-option.ts';
import { signalChangeBlocks } from '../src/app/reply/signal-blocks.ts';
import { parseSince, sinceOption, suggestSince } from '../src/app/reply/since-option.ts';
import { commandSpan } from '../src/app/words/command-names.ts';
import { changeLabel } from '../src/app/words/labels.ts';
import type { Translator } from '../src/app/words/translator.ts';
import { type Answer, type Block, type CommandCall, heading, text } from '../src/domain/answer.ts';
import type { Catalog, Platform } from '../src/domain/catalog.ts';
import type { Change } from '../src/domain/document.ts';
import type { CalendarDate } from '../src/domain/vocabulary.ts';

/** `/diff` shows the others. */
const MAX_PASSAGES_PER_CHANGE = 2;

export const changes = {
  data: {
    name: 'changes',
    description: 'Changes of documents, newest first, each with what it said before and after',
    ...USABLE_ANYWHERE,
    options: [
      platformOption('Only this platform', { required: false }),
      sinceOption('Only since this date, such as 2026 or 2026-05-31'),
    ],
  },
  async execute({ options }, context) {
    const since = parseSince(options.since, context);
    if (since.status === 'unknown') return since.answer;
    const page = parsePageNumber(options.page);
    if (!options.platform) return latestChangesAnswer(since.date, page, context);
    const resolved = resolvePlatform(options.platform, context);
    if (resolved.status === 'unknown') return resolved.answer;
    return platformChangesAnswer(resolved.platform, since.date, page, context);
  },
  autocomplete: async (option, typed, _request, context) =>
    option === 'since' ? suggestSince(typed, context) : suggestPlatformChoices(typed, context),
  optionsFromArgs: splitArgs(['platform', 'since', 'page']),
} satisfies Command;

async function platformChangesAnswer(
  platform: Platform,
  since: CalendarDate,
  pageNumber: number,
  { readModel, t }: CommandContext,
): Promise<Answer> {
  const page = await readPlatformChanges(readModel, platform, since, pageNumber);
  const blocks = page.entries.flatMap((entry) => entryBlocks(entry, readModel.catalog, t));
  return {
    title: t.text('changes.title', { platform: platform.name }),
    url: platform.homepage,
    tone: 'neutral',
    blocks: [...sinceBlock(since, t), ...(blocks.length > 0 ? blocks : [text(t.text('changes.nothing'))])],
    footer: footer(t),
    ...pageLinks(page, 'newest-first', (number) => call(platform.id, since, number), t),
  };
}

async function latestChangesAnswer(
  since: CalendarDate,
  pageNumber: number,
  { readModel, t }: CommandContext,
): Promise<Answer> {
  const { catalog } = readModel;
  const page = await readLatestChanges(readModel, since, pageNumber);
  const blocks = page.entries.flatMap((entry, i) => {
    const { platform } = entry.change;
    const isSameAsAbove = platform === page.entries[i - 1]?.change.platform;
    const title = isSameAsAbove ? [] : [heading(platformById(catalog, platform)?.name ?? platform)];
    return [...title, ...entryBlocks(entry, catalog, t)];
  });
  return {
    title: t.text('changes.latest'),
    tone: 'neutral',
    blocks: [...sinceBlock(since, t), ...(blocks.length > 0 ? blocks : [text(t.text('changes.nothing-about-ai'))])],
    footer: footer(t),
    // Without a date only the newest page was asked for.
    ...(since === ''
      ? { call: call('', since, 0) }
      : pageLinks(page, 'newest-first', (number) => call('', since, number), t)),
  };
}

function entryBlocks(entry: ChangeEntry, catalog: Catalog, t: Translator): Block[] {
  if (entry.kind === 'event') {
    const { event } = entry;
    return [text('📌 ', ...eventLine(event, t.text(`event.${event.kind}`), t, { brief: true }))];
  }
  const platform = platformById(catalog, entry.change.platform);
  return entry.kind === 'document'
    ? documentChangeBlocks(entry.change, platform, t)
    : signalChangeBlocks(entry.change, platform?.name ?? entry.change.platform, catalog.crawlers, t);
}

function documentChangeBlocks(change: Change, platform: Platform | undefined, t: Translator): Block[] {
  const document = platform?.documents.find(({ id }) => id === change.document);
  return [
    text('📄 ', ...changeLine(change, { bold: changeLabel(change, t) }, t)),
    ...quoteBlocks(relevantPassages(change), MAX_PASSAGES_PER_CHANGE, t, document?.language),
  ];
}

const call = (platform: string, since: CalendarDate, page: number): CommandCall => ({
  command: 'changes',
  args: `${platform}/${since}${page > 0 ? `/${page}` : ''}`,
});

const sinceBlock = (since: CalendarDate, t: Translator): Block[] =>
  since === '' ? [] : [text(...t.line('changes.since', { date: { date: since } }))];

const footer = (t: Translator): string => t.text('changes.footer', { command: commandSpan('diff', t.language).code });
