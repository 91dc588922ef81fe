import { type Answer, type Block, heading, list, text } from '../src/app/answer.ts';
import { quoteBlocks, windowLine } from '../src/app/change-blocks.ts';
import { changesOf, newsroomOn, platformById } from '../src/app/queries.ts';
import type { Say } from '../src/app/say.ts';
import { sourceLinks } from '../src/app/source-links.ts';
import { capital, changeWords, documentWords } from '../src/app/wording.ts';
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
async function ofPlatform(platform: Platform, { archive, say }: Context): Promise<Answer> {
  const recorded = await changesOf(archive, platform.id);
  const dated = platform.events.filter(({ kind }) => kind === 'terms-change' || kind === 'policy-change');
  const entries = [
    ...recorded.map((change) => ({ date: change.firstSeenNew, blocks: changeBlocks(change, platform, say) })),
    ...dated.map((event) => ({ date: event.date, blocks: [eventBlock(event, say)] })),
  ].sort((a, b) => (a.date < b.date ? 1 : -1));
  return {
    title: say.text('changes.title', { platform: platform.name }),
    url: platform.homepage,
    tone: 'neutral',
    blocks: entries.length > 0 ? entries.flatMap(({ blocks }) => blocks) : [text(say.text('changes.nothing'))],
    footer: say.text('changes.footer'),
    ask: { command: 'changes', about: platform.id },
  };
}

async function everywhere({ archive, say }: Context): Promise<Answer> {
  const recorded = (await changesOf(archive)).filter(({ reading }) => reading.change !== 'none').slice(0, LISTED);
  const blocks = recorded.flatMap((change) => {
    const platform = platformById(archive.catalog, change.platform);
    return [heading(platform?.name ?? change.platform), ...changeBlocks(change, platform, say)];
  });
  return {
    title: say.text('changes.latest'),
    tone: 'neutral',
    blocks: blocks.length > 0 ? blocks : [text(say.text('changes.nothing-about-ai'))],
    ask: { command: 'changes', about: '' },
  };
}

async function oneChange(idStart: string, { archive, now, say }: Context): Promise<Answer> {
  const change = (await changesOf(archive)).find(({ id }) => id.startsWith(idStart));
  if (change === undefined) {
    return {
      title: say.text('changes.unknown'),
      tone: 'trouble',
      blocks: [text(say.text('changes.unknown-words'))],
      ephemeral: true,
    };
  }
  const platform = platformById(archive.catalog, change.platform);
  const { training } = change.reading;
  const document = platform?.documents.find(({ id }) => id === change.document);
  const newsroom = await newsroomOn(archive, change, now);
  return {
    title: say.text('changes.one', {
      platform: platform?.name ?? change.platform,
      document: documentWords(change.document, say),
    }),
    url: document?.url,
    tone: change.reading.direction,
    blocks: [
      text(capital(changeWords(change, say)), '.'),
      list([
        say.line('changes.training-before', { position: say.text(`position.${training.old}`) }),
        say.line('changes.training-now', { position: say.text(`position.${training.new}`) }),
      ]),
      ...quoteBlocks(change, QUOTED_ALONE, say, document?.language),
      text(...windowLine(change, say)),
      ...(newsroom ? [text(...say.line(`changes.newsroom-${newsroom}`))] : []),
    ],
    footer: say.text('changes.footer-one'),
    ask: { command: 'changes', about: `${ONE_CHANGE}${idStart}` },
  };
}

function changeBlocks(change: Change, platform: Platform | undefined, say: Say): Block[] {
  return [
    text(
      '📄 ',
      { date: change.firstSeenNew.slice(0, 10) },
      ` · ${documentWords(change.document, say)} · `,
      { bold: changeWords(change, say) },
      change.origin ? ` ${say.text('timeline.recorded-by', { origin: change.origin })}` : '',
    ),
    ...quoteBlocks(change, QUOTED_IN_LIST, say, platform?.documents.find(({ id }) => id === change.document)?.language),
  ];
}

function eventBlock({ date, kind, title, effect, sources }: TimelineEvent, say: Say): Block {
  return text(
    '📌 ',
    { date },
    ` · ${say.text(`event.${kind}`)} · `,
    { bold: say.local(title) },
    effect ? ` ${say.local(effect)}` : '',
    ...sourceLinks(sources, say, 2),
  );
}
