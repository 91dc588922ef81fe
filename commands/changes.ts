import { type Answer, type Block, heading, text } from '../src/domain/answer.ts';
import { quoteBlocks, tellingPassages } from '../src/app/reply/change-blocks.ts';
import { signalChangeBlocks } from '../src/app/reply/signal-blocks.ts';
import { sourceLinks } from '../src/app/reply/source-links.ts';
import { stretchParts } from '../src/app/reply/page-links.ts';
import { type Archive, platformById } from '../src/app/ask/read-model.ts';
import { type Strand, strandOf, strandOfList, stretchNumber, stretchOf } from '../src/app/ask/pagination.ts';
import { ABOUT_AI } from '../src/app/ask/timeline.ts';
import type { Span } from '../src/app/ports/store.ts';
import { commandSpan } from '../src/app/words/command-names.ts';
import type { Say } from '../src/app/words/translator.ts';
import { changeWords, documentWords, headline } from '../src/app/words/labels.ts';
import type { Platform, TimelineEvent } from '../src/domain/catalog.ts';
import type { Change } from '../src/domain/document.ts';
import type { CalendarDate, PlatformId } from '../src/domain/vocabulary.ts';
import type { Command, Context } from '../src/app/reply/command.ts';
import { namedPlatform, platformOption, suggest } from '../src/app/reply/platform-option.ts';
import { namedSince, sinceOption, suggestSince } from '../src/app/reply/since-option.ts';

/** Passages quoted for each change; `/diff` shows the others. */
const QUOTED = 2;
/** Changes listed when neither platform nor date is named. */
const LISTED = 10;
/** Changes told at once; buttons lead to the others. */
const TOLD_AT_ONCE = 10;

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
    const since = namedSince(request.options.since, context);
    if (since.status === 'unknown') return since.answer;
    const words = request.options.platform ?? '';
    const stretch = stretchNumber(request.options.stretch);
    if (words === '') return everywhere(since.date, stretch, context);
    const named = namedPlatform(words, context);
    return named.status === 'unknown' ? named.answer : ofPlatform(named.platform, since.date, stretch, context);
  },
  autocomplete: async (option, typed, _request, context) =>
    option === 'since' ? suggestSince(typed, context) : suggest(typed, context),
  optionsFor(about): Record<string, string> {
    const [platform = '', since = '', stretch] = about.split('/');
    return stretch === undefined ? { platform, since } : { platform, since, stretch };
  },
} satisfies Command;

type Entry = { blocks: Block[]; platform: PlatformId };

/** Recorded changes and the changes that people dated, together, newest first. */
async function ofPlatform(
  platform: Platform,
  since: CalendarDate,
  stretch: number,
  { archive, say }: Context,
): Promise<Answer> {
  const span = { platform: platform.id, since };
  const dated = platform.events.filter(
    ({ kind, date }) => (kind === 'terms-change' || kind === 'policy-change') && date >= since,
  );
  const byPeople = strandOfList(dated, (event) => ({ platform: platform.id, blocks: [eventBlock(event, say)] }));
  const told = await stretchOf<Entry>([...recorded(span, archive, say), byPeople], stretch, TOLD_AT_ONCE);
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
    ...stretchParts(told, TOLD_AT_ONCE, 'newest-first', (number) => ask(platform.id, since, number), say),
  };
}

async function everywhere(since: CalendarDate, stretch: number, { archive, say }: Context): Promise<Answer> {
  const strands = recorded({ since }, archive, say, ABOUT_AI);
  const told = await stretchOf<Entry>(strands, stretch, since === '' ? LISTED : TOLD_AT_ONCE);
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
      ? { ask: ask('', since, 0) }
      : stretchParts(told, TOLD_AT_ONCE, 'newest-first', (number) => ask('', since, number), say)),
  };
}

/** What the bot recorded of documents and of signals. */
function recorded(span: Span, { catalog, store }: Archive, say: Say, kinds?: string[]): Strand<Entry>[] {
  return [
    strandOf(store.changes, { ...span, kinds }, async (key) => {
      const change = await store.changes.get(key);
      const blocks = change && changeBlocks(change, platformById(catalog, change.platform), say);
      return change && blocks && { platform: change.platform, blocks };
    }),
    strandOf(store.signalChanges, span, async (key) => {
      const change = await store.signalChanges.get(key);
      const name = change && (platformById(catalog, change.platform)?.name ?? change.platform);
      return (
        change && { platform: change.platform, blocks: signalChangeBlocks(change, name ?? '', catalog.crawlers, say) }
      );
    }),
  ];
}

const ask = (platform: string, since: CalendarDate, stretch: number) => ({
  command: 'changes',
  about: `${platform}/${since}${stretch > 0 ? `/${stretch}` : ''}`,
});

const sinceBlock = (since: CalendarDate, say: Say): Block[] =>
  since === '' ? [] : [text(...say.line('changes.since', { date: { date: since } }))];

const footer = (say: Say): string => say.text('changes.footer', { command: commandSpan('diff', say.language).code });

function changeBlocks(change: Change, platform: Platform | undefined, say: Say): Block[] {
  const document = platform?.documents.find(({ id }) => id === change.document);
  return [
    text(
      '📄 ',
      { date: change.firstSeenNew.slice(0, 10) },
      ` · ${documentWords(change.document, say)} · `,
      { bold: changeWords(change, say) },
      change.origin ? ` ${say.text('timeline.recorded-by', { origin: change.origin })}` : '',
    ),
    ...quoteBlocks(tellingPassages(change), QUOTED, say, document?.language),
  ];
}

function eventBlock({ date, kind, title, effect, sources }: TimelineEvent, say: Say): Block {
  return text(
    '📌 ',
    { date },
    ` · ${say.text(`event.${kind}`)} · `,
    { bold: headline(say.local(title)) },
    effect ? ` ${say.local(effect)}` : '',
    ...sourceLinks(sources, say, 2),
  );
}
