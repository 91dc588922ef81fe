import {
  chronicleSource,
  type EntrySource,
  listSource,
  parsePageNumber,
  readEntryPage,
} from '../src/app/ask/pagination.ts';
import { platformById, type ReadModel } from '../src/app/ask/read-model.ts';
import { AI_RELATED_SIGNIFICANCES } from '../src/app/ask/timeline.ts';
import type { OccurrenceFilter } from '../src/app/ports/store.ts';
import { quoteBlocks, relevantPassages } from '../src/app/reply/change-blocks.ts';
import type { Command, CommandContext } from '../src/app/reply/command.ts';
import { pageLinks } from '../src/app/reply/page-links.ts';
import { platformOption, resolvePlatform, suggestPlatformChoices } from '../src/app/reply/platform-option.ts';
import { signalChangeBlocks } from '../src/app/reply/signal-blocks.ts';
import { parseSince, sinceOption, suggestSince } from '../src/app/reply/since-option.ts';
import { sourceLinks } from '../src/app/reply/source-links.ts';
import { commandSpan } from '../src/app/words/command-names.ts';
import { asSentence, changeLabel, documentLabel } from '../src/app/words/labels.ts';
import type { Translator } from '../src/app/words/translator.ts';
import { type Answer, type Block, heading, text } from '../src/domain/answer.ts';
import type { Platform, TimelineEvent } from '../src/domain/catalog.ts';
import type { Change } from '../src/domain/document.ts';
import type { CalendarDate, PlatformId } from '../src/domain/vocabulary.ts';

/** Passages quoted for each change; `/diff` shows the others. */
const MAX_PASSAGES_PER_CHANGE = 2;
/** Changes listed when neither platform nor date is named. */
const LATEST_CHANGES = 10;
/** Changes told at once; buttons lead to the others. */
const CHANGES_PAGE_SIZE = 10;

export const changes = {
  data: {
    name: 'changes',
    description: 'Changes of documents, newest first, each with what it said before and after',
    contexts: [0, 1, 2],
    integration_types: [0, 1],
    options: [
      platformOption('Only this platform', { required: false }),
      sinceOption('Only since this date, such as 2026 or 2026-05-31'),
    ],
  },
  async execute(request, context) {
    const since = parseSince(request.options.since, context);
    if (since.status === 'unknown') return since.answer;
    const words = request.options.platform ?? '';
    const stretch = parsePageNumber(request.options.stretch);
    if (words === '') return latestChanges(since.date, stretch, context);
    const named = resolvePlatform(words, context);
    return named.status === 'unknown' ? named.answer : platformChanges(named.platform, since.date, stretch, context);
  },
  autocomplete: async (option, typed, _request, context) =>
    option === 'since' ? suggestSince(typed, context) : suggestPlatformChoices(typed, context),
  optionsFromArgs(about): Record<string, string> {
    const [platform = '', since = '', stretch] = about.split('/');
    return stretch === undefined ? { platform, since } : { platform, since, stretch };
  },
} satisfies Command;

type Entry = { blocks: Block[]; platform: PlatformId };

/** Recorded changes and the changes that people dated, together, newest first. */
async function platformChanges(
  platform: Platform,
  since: CalendarDate,
  page: number,
  { readModel: archive, t: say }: CommandContext,
): Promise<Answer> {
  const span = { platform: platform.id, since };
  const dated = platform.events.filter(
    ({ kind, date }) => (kind === 'terms-change' || kind === 'policy-change') && date >= since,
  );
  const byPeople = listSource(dated, (event) => ({ platform: platform.id, blocks: [eventBlock(event, say)] }));
  const told = await readEntryPage<Entry>([...recordedSources(span, archive, say), byPeople], page, CHANGES_PAGE_SIZE);
  const { entries } = told;
  return {
    title: say.text('changes.title', { platform: platform.name }),
    url: platform.homepage,
    tone: 'neutral',
    blocks: [
      ...sinceBlock(since, say),
      ...(entries.length > 0 ? entries.flatMap(({ blocks }) => blocks) : [text(say.text('changes.nothing'))]),
    ],
    footer: footer(say),
    ...pageLinks(told, CHANGES_PAGE_SIZE, 'newest-first', (number) => ask(platform.id, since, number), say),
  };
}

async function latestChanges(
  since: CalendarDate,
  page: number,
  { readModel: archive, t: say }: CommandContext,
): Promise<Answer> {
  const strands = recordedSources({ since }, archive, say, AI_RELATED_SIGNIFICANCES);
  const told = await readEntryPage<Entry>(strands, page, since === '' ? LATEST_CHANGES : CHANGES_PAGE_SIZE);
  const { entries } = told;
  const blocks = entries.flatMap((entry, i) => {
    const sameAsAbove = entry.platform === entries[i - 1]?.platform;
    const name = platformById(archive.catalog, entry.platform)?.name ?? entry.platform;
    return [...(sameAsAbove ? [] : [heading(name)]), ...entry.blocks];
  });
  return {
    title: say.text('changes.latest'),
    tone: 'neutral',
    blocks: [...sinceBlock(since, say), ...(blocks.length > 0 ? blocks : [text(say.text('changes.nothing-about-ai'))])],
    footer: footer(say),
    // Without a date, the latest ones are all that was asked for.
    ...(since === ''
      ? { call: ask('', since, 0) }
      : pageLinks(told, CHANGES_PAGE_SIZE, 'newest-first', (number) => ask('', since, number), say)),
  };
}

/** What the bot recorded of documents and of signals. */
function recordedSources(
  span: OccurrenceFilter,
  { catalog, store }: ReadModel,
  t: Translator,
  kinds?: string[],
): EntrySource<Entry>[] {
  return [
    chronicleSource(store.changes, { ...span, kinds }, async (key) => {
      const change = await store.changes.get(key);
      const blocks = change && changeBlocks(change, platformById(catalog, change.platform), t);
      return change && blocks && { platform: change.platform, blocks };
    }),
    chronicleSource(store.signalChanges, span, async (key) => {
      const change = await store.signalChanges.get(key);
      const name = change && (platformById(catalog, change.platform)?.name ?? change.platform);
      return (
        change && { platform: change.platform, blocks: signalChangeBlocks(change, name ?? '', catalog.crawlers, t) }
      );
    }),
  ];
}

const ask = (platform: string, since: CalendarDate, page: number) => ({
  command: 'changes',
  args: `${platform}/${since}${page > 0 ? `/${page}` : ''}`,
});

const sinceBlock = (since: CalendarDate, t: Translator): Block[] =>
  since === '' ? [] : [text(...t.line('changes.since', { date: { date: since } }))];

const footer = (t: Translator): string => t.text('changes.footer', { command: commandSpan('diff', t.language).code });

function changeBlocks(change: Change, platform: Platform | undefined, t: Translator): Block[] {
  const document = platform?.documents.find(({ id }) => id === change.document);
  return [
    text(
      '📄 ',
      { date: change.firstSeenNew.slice(0, 10) },
      ` · ${documentLabel(change.document, t)} · `,
      { bold: changeLabel(change, t) },
      change.origin ? ` ${t.text('timeline.recorded-by', { origin: change.origin })}` : '',
    ),
    ...quoteBlocks(relevantPassages(change), MAX_PASSAGES_PER_CHANGE, t, document?.language),
  ];
}

function eventBlock({ date, kind, title, effect, sources }: TimelineEvent, t: Translator): Block {
  return text(
    '📌 ',
    { date },
    ` · ${t.text(`event.${kind}`)} · `,
    { bold: asSentence(t.local(title)) },
    effect ? ` ${t.local(effect)}` : '',
    ...sourceLinks(sources, t, 2),
  );
}
