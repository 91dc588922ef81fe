/** What a channel reads when something happened: a changed document with its quotes, or a story with its sources. */
import { isOneEvent } from '../../core/alerts/reported-changes.ts';
import type { Alert } from '../../domain/alert.ts';
import type { Platform, RegulationEvent } from '../../domain/catalog.ts';
import type { Change } from '../../domain/document.ts';
import type { Story } from '../../domain/news.ts';
import type { Instant, Language } from '../../domain/vocabulary.ts';
import { type Answer, type Block, type Button, list, type Span, text } from '../../domain/answer.ts';
import { quoteBlocks, tellingPassages, windowLine } from './change-blocks.ts';
import { changePicture } from './change-picture.ts';
import { signalAlert } from './signal-blocks.ts';
import { sourceLinks } from './source-links.ts';
import { changeBehind, type LookAfter, lookAfter, storiesOn } from '../ask/reported-changes.ts';
import { type Archive, nameById, platformById } from '../ask/read-model.ts';
import { digestMessage } from './digest-message.ts';
import { type Say, sayIn } from '../words/translator.ts';
import { capital, documentWords, topicsWords } from '../words/labels.ts';
import { SOURCES } from '../notify/message-fingerprint.ts';

/** Passages quoted in an alert; `/changes` shows more. */
const QUOTED = 3;
/** Characters of a change's id in a button, which holds 100 in all. */
const ID_IN_BUTTON = 40;

/** The message of an alert, in the language of the channel it goes to. */
export async function alertMessage(alert: Alert, archive: Archive, language: Language): Promise<Answer> {
  const say = sayIn(language);
  switch (alert.kind) {
    case 'documents': {
      const change = await archive.store.changes.get(alert.changeId);
      if (change === undefined) throw new Error(`alert ${alert.id} tells of a change that is not recorded`);
      const reports = await storiesOn(archive.store, change);
      return { ...changeMessage(change, platformById(archive.catalog, change.platform), reports, say), language };
    }
    case 'news':
    case 'regulation': {
      if ('event' in alert) return { ...lawMessage(alert.event, say), language };
      const story = await archive.store.stories.get(alert.storyId);
      if (story === undefined) throw new Error(`alert ${alert.id} tells of a story that is not recorded`);
      const known = await knownOf(story, alert.at, archive, say);
      return { ...storyMessage(story, known, archive, say), language };
    }
    case 'signals': {
      const change = await archive.store.signalChanges.get(alert.changeId);
      if (change === undefined) throw new Error(`alert ${alert.id} tells of a change that is not recorded`);
      return { ...signalAlert(change, platformById(archive.catalog, change.platform), archive, say), language };
    }
    case 'digest':
      return { ...(await digestMessage(alert, archive, say)), language };
  }
}

function changeMessage(change: Change, platform: Platform | undefined, reports: Story[], say: Say): Answer {
  const { reading } = change;
  const document = platform?.documents.find(({ id }) => id === change.document);
  return {
    title: say.text('alert.document-title', {
      platform: platform?.name ?? change.platform,
      document: documentWords(change.document, say),
    }),
    url: document?.url,
    tone: reading.direction,
    blocks: [
      ...takenBackBlock(change, say),
      text(
        ...say.line('alert.about', {
          topics: topicsWords(reading.topics, say),
          direction: say.text(`direction.${reading.direction}`),
        }),
      ),
      ...trainingBlock(reading.training, say),
      ...quoteBlocks(tellingPassages(change), QUOTED, say, document?.language),
      text(...windowLine(change, say)),
      ...inThePress(reports, say),
      ...optOutBlock(platform, say),
    ],
    footer: say.text('alert.document-footer'),
    buttons: [
      ...linkButton(say.text('button.read-document'), document?.url),
      beforeAndAfter(change, say),
      { label: say.text('button.timeline'), ask: { command: 'timeline', about: change.platform } },
    ],
    picture: changePicture(change, platform, say),
  };
}

function takenBackBlock({ takenBack }: Change, say: Say): Block[] {
  return takenBack === undefined ? [] : [text(...say.line('alert.taken-back', { instant: { instant: takenBack } }))];
}

function trainingBlock({ old, new: now }: Change['reading']['training'], say: Say): Block[] {
  if (old === now) return [];
  const positions = { now: say.text(`position.${now}`), before: say.text(`position.${old}`) };
  return [text(...say.line('alert.training', positions))];
}

function optOutBlock(platform: Platform | undefined, say: Say): Block[] {
  if (platform?.optOut === undefined) return [];
  const { how, url } = platform.optOut;
  return [
    text(
      ...say.line('alert.you-can', { how: say.local(how) }),
      ...(url ? [' ', { link: say.text('stance.opt-out-page'), url }] : []),
    ),
  ];
}

function inThePress(stories: readonly Story[], say: Say): Block[] {
  const reports = stories.flatMap(({ items: [first] }): Span[] =>
    first ? [' ', { link: first.title, url: first.link }, ` (${first.outlet})`] : [],
  );
  return reports.length === 0 ? [] : [text(...say.line('alert.in-the-press'), ...reports)];
}

/** What the bot knows itself of what a story tells. */
interface Known {
  lines: Block[];
  buttons: Button[];
}

async function knownOf(story: Story, told: Instant, archive: Archive, say: Say): Promise<Known> {
  if (!story.aboutTerms) return { lines: [], buttons: [] };
  const change = await changeBehind(archive.store, story);
  const look = change && isOneEvent(story, change) ? undefined : await lookAfter(archive, story, told);
  return {
    lines: [...(change ? [await seenLine(change, archive, say)] : []), ...(look ? [lookedLine(look, say)] : [])],
    buttons: change ? [beforeAndAfter(change, say)] : [],
  };
}

async function seenLine(change: Change, { store, catalog }: Archive, say: Say): Promise<Block> {
  const told = await store.alerts.has(change.id);
  return text(
    ...say.line(told ? 'alert.seen-told' : 'alert.seen', {
      platform: nameById(catalog, change.platform),
      document: documentWords(change.document, say),
      date: { date: change.firstSeenNew.slice(0, 10) },
      topics: topicsWords(change.reading.topics, say),
    }),
  );
}

function lookedLine({ at, read, unread }: LookAfter, say: Say): Block {
  const lines = [
    ...(read > 0 ? [say.line('alert.looked', { at: { instant: at }, count: read })] : []),
    ...(unread > 0 ? [say.line('alert.looked-unread', { count: unread })] : []),
  ];
  return text(...lines.flatMap((line, place) => (place > 0 ? [' ', ...line] : line)));
}

const beforeAndAfter = ({ id }: Change, say: Say): Button => ({
  label: say.text('button.before-and-after'),
  ask: { command: 'diff', about: id.slice(0, ID_IN_BUTTON) },
});

function storyMessage(story: Story, known: Known, { catalog }: Archive, say: Say): Answer {
  const [first] = story.items;
  const names = story.platforms.map((id) => nameById(catalog, id));
  const about = [
    capital(say.text(`event.${story.kind}`)),
    names.join(', '),
    story.topics.map((topic) => say.text(`topic.${topic}`)).join(', '),
  ];
  return {
    title: first?.title ?? say.text('alert.news'),
    url: first?.link,
    tone: 'neutral',
    blocks: [
      ...(first?.summary
        ? [{ kind: 'quote' as const, label: first.outlet, text: first.summary, language: first.language }]
        : []),
      text(about.filter((part) => part !== '').join(' · ')),
      ...known.lines,
      list(
        story.items
          .slice(0, SOURCES)
          .map(({ outlet, link, date, official }) => [
            { link: outlet, url: link },
            official ? ` ${say.text('alert.official')}` : '',
            ...(date ? [', ', { instant: date }] : []),
          ]),
      ),
    ],
    footer: say.text('alert.story-footer'),
    buttons: [
      ...known.buttons,
      ...story.platforms
        .filter((id) => platformById(catalog, id) !== undefined)
        .slice(0, 1)
        .map((platform) => ({
          label: say.text('button.timeline'),
          ask: { command: 'timeline', about: platform },
        })),
    ],
  };
}

function lawMessage({ jurisdiction, title, effect, dateNote, sources }: RegulationEvent, say: Say): Answer {
  return {
    title: say.text('alert.law-title', { place: say.text(`place.${jurisdiction}`), title: say.local(title) }),
    url: sources[0],
    tone: 'neutral',
    blocks: [
      text(say.local(effect)),
      ...(dateNote ? [text(say.local(dateNote))] : []),
      text(...sourceLinks(sources, say)),
    ],
    footer: say.text('alert.law-footer'),
    buttons: [{ label: say.text('button.regulation'), ask: { command: 'regulation', about: jurisdiction } }],
  };
}

const linkButton = (label: string, url: string | undefined): Button[] => (url ? [{ label, url }] : []);
