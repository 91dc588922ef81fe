import { type Answer, type Block, heading, list, text } from '../src/app/answer.ts';
import { quoteBlocks, windowLine } from '../src/app/change-blocks.ts';
import { changesOf, newsroomOn, platformById } from '../src/app/queries.ts';
import { sourceLinks } from '../src/app/source-links.ts';
import { capital, changeWords, documentType, EVENT_KIND_WORDS, POSITION_WORDS } from '../src/app/wording.ts';
import type { Change, Platform, TimelineEvent } from '../src/domain.ts';
import type { Command, Context } from './command.ts';
import { namedPlatform, platformOption, suggest } from './platform-option.ts';

/** Passages quoted for each change of a list, and for one change on its own. */
const QUOTED_IN_LIST = 2;
const QUOTED_ALONE = 20;
/** Changes listed when no platform is named. */
const LISTED = 10;
/** What a button asks for when it asks for one change: this and the first characters of its id. */
const ONE_CHANGE = 'change:';

export const changes = {
  data: {
    name: 'changes',
    description: 'Changes of documents, newest first, each with what it said before and after',
    contexts: [0, 1, 2],
    integration_types: [0, 1],
    options: [platformOption('Only this platform', { required: false })],
  },
  async execute(request, context) {
    if (request.options.change) return oneChange(request.options.change, context);
    const words = request.options.platform;
    if (words === undefined || words === '') return everywhere(context);
    const named = namedPlatform(words, context);
    return named.status === 'unknown' ? named.answer : ofPlatform(named.platform, context);
  },
  autocomplete: (_option, typed, _request, context) => suggest(typed, context),
  optionsFor: (about): Record<string, string> =>
    about.startsWith(ONE_CHANGE) ? { change: about.slice(ONE_CHANGE.length) } : { platform: about },
} satisfies Command;

/** Recorded changes and the changes that people dated, together, newest first. */
async function ofPlatform(platform: Platform, { archive }: Context): Promise<Answer> {
  const recorded = await changesOf(archive, platform.id);
  const dated = platform.events.filter(({ kind }) => kind === 'terms-change' || kind === 'policy-change');
  const entries = [
    ...recorded.map((change) => ({ date: change.firstSeenNew, blocks: changeBlocks(change) })),
    ...dated.map((event) => ({ date: event.date, blocks: [eventBlock(event)] })),
  ].sort((a, b) => (a.date < b.date ? 1 : -1));
  return {
    title: `${platform.name}: changes`,
    url: platform.homepage,
    tone: 'neutral',
    blocks: entries.length > 0 ? entries.flatMap(({ blocks }) => blocks) : [text('No change is recorded yet.')],
    footer: '📄 recorded by this bot or imported, quotes verbatim · 📌 from the catalog, with sources',
    ask: { command: 'changes', about: platform.id },
  };
}

async function everywhere({ archive }: Context): Promise<Answer> {
  const recorded = (await changesOf(archive)).filter(({ reading }) => reading.change !== 'none').slice(0, LISTED);
  const blocks = recorded.flatMap((change) => [
    heading(platformById(archive.catalog, change.platform)?.name ?? change.platform),
    ...changeBlocks(change),
  ]);
  return {
    title: 'Latest changes about AI',
    tone: 'neutral',
    blocks: blocks.length > 0 ? blocks : [text('No change about AI is recorded yet.')],
    ask: { command: 'changes', about: '' },
  };
}

async function oneChange(idStart: string, { archive, now }: Context): Promise<Answer> {
  const change = (await changesOf(archive)).find(({ id }) => id.startsWith(idStart));
  if (change === undefined) {
    return { title: 'No such change', tone: 'trouble', blocks: [text('It is not recorded here.')], ephemeral: true };
  }
  const platform = platformById(archive.catalog, change.platform);
  const { training } = change.reading;
  return {
    title: `${platform?.name ?? change.platform}: ${documentType(change.document)}, before and after`,
    url: platform?.documents.find(({ id }) => id === change.document)?.url,
    tone: change.reading.direction,
    blocks: [
      text(capital(changeWords(change)), '.'),
      list([
        ['Before, the document: ', { bold: POSITION_WORDS[training.old] }],
        ['Now, the document: ', { bold: POSITION_WORDS[training.new] }],
      ]),
      ...quoteBlocks(change, QUOTED_ALONE),
      text(...windowLine(change)),
      ...NEWSROOM[(await newsroomOn(archive, change, now)) ?? 'unknown'],
    ],
    footer: 'Quotes are verbatim.',
    ask: { command: 'changes', about: `${ONE_CHANGE}${idStart}` },
  };
}

const NEWSROOM: Readonly<Record<'said' | 'silent' | 'unknown', Block[]>> = {
  said: [text('Its newsroom spoke of AI within a week of it; see the timeline.')],
  silent: [text({ bold: 'Its newsroom said nothing about AI within a week of it.' })],
  unknown: [],
};

function changeBlocks(change: Change): Block[] {
  return [
    text(
      '📄 ',
      { date: change.firstSeenNew.slice(0, 10) },
      ` · ${documentType(change.document)} · `,
      { bold: changeWords(change) },
      change.origin ? ` (recorded by ${change.origin})` : '',
    ),
    ...quoteBlocks(change, QUOTED_IN_LIST),
  ];
}

function eventBlock({ date, kind, title, effect, sources }: TimelineEvent): Block {
  return text(
    '📌 ',
    { date },
    ` · ${EVENT_KIND_WORDS[kind]} · `,
    { bold: title },
    effect ? ` ${effect}` : '',
    ...sourceLinks(sources, 2),
  );
}
