import { type Answer, type Block, heading, text } from '../src/app/answers/answer.ts';
import { quoteBlocks, tellingPassages } from '../src/app/answers/change-blocks.ts';
import { signalChangeBlocks } from '../src/app/answers/signal-blocks.ts';
import { sourceLinks } from '../src/app/answers/source-links.ts';
import { changesOf, platformById } from '../src/app/ask/queries.ts';
import { signalChangesOf } from '../src/app/ask/signal-queries.ts';
import { commandSpan } from '../src/app/words/command-names.ts';
import type { Say } from '../src/app/words/say.ts';
import { changeWords, documentWords, headline } from '../src/app/words/wording.ts';
import type { CalendarDate, Change, Platform, PlatformId, TimelineEvent } from '../src/domain.ts';
import type { Command, Context } from './command.ts';
import { namedPlatform, platformOption, suggest } from './platform-option.ts';
import { namedSince, sinceOption, suggestSince } from './since-option.ts';

/** Passages quoted for each change; `/diff` shows the others. */
const QUOTED = 2;
/** Changes listed when no platform is named. */
const LISTED = 10;

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
    if (words === '') return everywhere(since.date, context);
    const named = namedPlatform(words, context);
    return named.status === 'unknown' ? named.answer : ofPlatform(named.platform, since.date, context);
  },
  autocomplete: async (option, typed, _request, context) =>
    option === 'since' ? suggestSince(typed, context) : suggest(typed, context),
  optionsFor(about): Record<string, string> {
    const [platform = '', since = ''] = about.split('/');
    return { platform, since };
  },
} satisfies Command;

/** Recorded changes and the changes that people dated, together, newest first. */
async function ofPlatform(platform: Platform, since: CalendarDate, { archive, say }: Context): Promise<Answer> {
  const recorded = await changesOf(archive, platform.id);
  const signals = await signalChangesOf(archive, platform.id);
  const dated = platform.events.filter(({ kind }) => kind === 'terms-change' || kind === 'policy-change');
  const entries = [
    ...recorded.map((change) => ({ date: change.firstSeenNew, blocks: changeBlocks(change, platform, say) })),
    ...signals.map((change) => ({
      date: change.firstSeenNew,
      blocks: signalChangeBlocks(change, platform.name, archive.catalog.crawlers, say),
    })),
    ...dated.map((event) => ({ date: event.date, blocks: [eventBlock(event, say)] })),
  ]
    .filter(({ date }) => date >= since)
    .sort((a, b) => (a.date < b.date ? 1 : -1));
  return {
    title: say.text('changes.title', { platform: platform.name }),
    url: platform.homepage,
    tone: 'neutral',
    blocks: [
      ...sinceBlock(since, say),
      ...(entries.length > 0 ? entries.flatMap(({ blocks }) => blocks) : [text(say.text('changes.nothing'))]),
    ],
    footer: footer(say),
    ask: { command: 'changes', about: `${platform.id}/${since}` },
  };
}

async function everywhere(since: CalendarDate, { archive, say }: Context): Promise<Answer> {
  const nameOf = (id: PlatformId) => platformById(archive.catalog, id)?.name ?? id;
  const aboutAi = (await changesOf(archive)).filter(({ reading }) => reading.change !== 'none');
  const entries = [
    ...aboutAi.map((change) => ({
      ...change,
      blocks: changeBlocks(change, platformById(archive.catalog, change.platform), say),
    })),
    ...(await signalChangesOf(archive)).map((change) => ({
      ...change,
      blocks: signalChangeBlocks(change, nameOf(change.platform), archive.catalog.crawlers, say),
    })),
  ]
    .filter(({ firstSeenNew }) => firstSeenNew >= since)
    .sort((a, b) => (a.firstSeenNew < b.firstSeenNew ? 1 : -1));
  const shown = since === '' ? entries.slice(0, LISTED) : entries;
  const blocks = shown.flatMap((entry, i) => {
    const sameAsAbove = entry.platform === shown[i - 1]?.platform;
    return [...(sameAsAbove ? [] : [heading(nameOf(entry.platform))]), ...entry.blocks];
  });
  return {
    title: say.text('changes.latest'),
    tone: 'neutral',
    blocks: [...sinceBlock(since, say), ...(blocks.length > 0 ? blocks : [text(say.text('changes.nothing-about-ai'))])],
    footer: footer(say),
    ask: { command: 'changes', about: `/${since}` },
  };
}

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
