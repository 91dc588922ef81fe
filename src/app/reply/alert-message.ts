/** What a channel reads when something happened: a changed document with its quotes, or a story with its sources. */
import { isSameEventAsChange } from '../../core/alerts/reported-changes.ts';
import type { Alert } from '../../domain/alert.ts';
import { type Answer, type Block, type Button, list, type Span, text } from '../../domain/answer.ts';
import type { Platform, RegulationEvent } from '../../domain/catalog.ts';
import type { Change } from '../../domain/document.ts';
import type { Story } from '../../domain/news.ts';
import type { Instant, Language } from '../../domain/vocabulary.ts';
import { platformById, platformOrEntityName, type ReadModel } from '../ask/read-model.ts';
import {
  findPollAfterReport,
  findReportedChange,
  findStoriesReporting,
  type PollAfterReport,
} from '../ask/reported-changes.ts';
import { MAX_OUTLETS_LISTED } from '../notify/message-fingerprint.ts';
import { capitalize, documentLabel, topicsLabel } from '../words/labels.ts';
import { type Translator, translatorFor } from '../words/translator.ts';
import { evidenceWindowLine, quoteBlocks, relevantPassages } from './change-blocks.ts';
import { changePicture } from './change-picture.ts';
import { digestMessage } from './digest-message.ts';
import { signalAlertMessage } from './signal-blocks.ts';
import { sourceLinks } from './source-links.ts';

/** Passages quoted in an alert; `/changes` shows more. */
const MAX_QUOTES = 3;
/** Characters of a change's id in a button, which holds 100 in all. */
const BUTTON_ID_CHARACTERS = 40;

/** The message of an alert, in the language of the channel it goes to. */
export async function alertMessage(alert: Alert, readModel: ReadModel, language: Language): Promise<Answer> {
  const say = translatorFor(language);
  switch (alert.kind) {
    case 'documents': {
      const change = await readModel.store.changes.get(alert.changeId);
      if (change === undefined) throw new Error(`alert ${alert.id} tells of a change that is not recorded`);
      const reports = await findStoriesReporting(readModel.store, change);
      return { ...changeMessage(change, platformById(readModel.catalog, change.platform), reports, say), language };
    }
    case 'news':
    case 'regulation': {
      if ('event' in alert) return { ...lawMessage(alert.event, say), language };
      const story = await readModel.store.stories.get(alert.storyId);
      if (story === undefined) throw new Error(`alert ${alert.id} tells of a story that is not recorded`);
      const known = await loadOwnFindings(story, alert.at, readModel, say);
      return { ...storyMessage(story, known, readModel, say), language };
    }
    case 'signals': {
      const change = await readModel.store.signalChanges.get(alert.changeId);
      if (change === undefined) throw new Error(`alert ${alert.id} tells of a change that is not recorded`);
      return {
        ...signalAlertMessage(change, platformById(readModel.catalog, change.platform), readModel, say),
        language,
      };
    }
    case 'digest':
      return { ...(await digestMessage(alert, readModel, say)), language };
  }
}

function changeMessage(change: Change, platform: Platform | undefined, reports: Story[], t: Translator): Answer {
  const { reading } = change;
  const document = platform?.documents.find(({ id }) => id === change.document);
  return {
    title: t.text('alert.document-title', {
      platform: platform?.name ?? change.platform,
      document: documentLabel(change.document, t),
    }),
    url: document?.url,
    tone: reading.direction,
    blocks: [
      ...revertedBlock(change, t),
      text(
        ...t.line('alert.about', {
          topics: topicsLabel(reading.topics, t),
          direction: t.text(`direction.${reading.direction}`),
        }),
      ),
      ...trainingBlock(reading.training, t),
      ...quoteBlocks(relevantPassages(change), MAX_QUOTES, t, document?.language),
      text(...evidenceWindowLine(change, t)),
      ...inThePress(reports, t),
      ...optOutBlock(platform, t),
    ],
    footer: t.text('alert.document-footer'),
    buttons: [
      ...linkButton(t.text('button.read-document'), document?.url),
      beforeAfterButton(change, t),
      { label: t.text('button.timeline'), call: { command: 'timeline', args: change.platform } },
    ],
    picture: changePicture(change, platform, t),
  };
}

function revertedBlock({ takenBack }: Change, t: Translator): Block[] {
  return takenBack === undefined ? [] : [text(...t.line('alert.taken-back', { instant: { instant: takenBack } }))];
}

function trainingBlock({ old, new: now }: Change['reading']['training'], t: Translator): Block[] {
  if (old === now) return [];
  const positions = { now: t.text(`position.${now}`), before: t.text(`position.${old}`) };
  return [text(...t.line('alert.training', positions))];
}

function optOutBlock(platform: Platform | undefined, t: Translator): Block[] {
  if (platform?.optOut === undefined) return [];
  const { how, url } = platform.optOut;
  return [
    text(
      ...t.line('alert.you-can', { how: t.local(how) }),
      ...(url ? [' ', { link: t.text('stance.opt-out-page'), url }] : []),
    ),
  ];
}

function inThePress(stories: readonly Story[], t: Translator): Block[] {
  const reports = stories.flatMap(({ items: [first] }): Span[] =>
    first ? [' ', { link: first.title, url: first.link }, ` (${first.outlet})`] : [],
  );
  return reports.length === 0 ? [] : [text(...t.line('alert.in-the-press'), ...reports)];
}

/** What the bot knows itself of what a story tells. */
interface OwnFindings {
  lines: Block[];
  buttons: Button[];
}

async function loadOwnFindings(story: Story, told: Instant, readModel: ReadModel, t: Translator): Promise<OwnFindings> {
  if (!story.aboutTerms) return { lines: [], buttons: [] };
  const change = await findReportedChange(readModel.store, story);
  const look =
    change && isSameEventAsChange(story, change) ? undefined : await findPollAfterReport(readModel, story, told);
  return {
    lines: [
      ...(change ? [await seenChangeLine(change, readModel, t)] : []),
      ...(look ? [verificationLine(look, t)] : []),
    ],
    buttons: change ? [beforeAfterButton(change, t)] : [],
  };
}

async function seenChangeLine(change: Change, { store, catalog }: ReadModel, t: Translator): Promise<Block> {
  const told = await store.alerts.has(change.id);
  return text(
    ...t.line(told ? 'alert.seen-told' : 'alert.seen', {
      platform: platformOrEntityName(catalog, change.platform),
      document: documentLabel(change.document, t),
      date: { date: change.firstSeenNew.slice(0, 10) },
      topics: topicsLabel(change.reading.topics, t),
    }),
  );
}

function verificationLine({ at, read, unreadable: unread }: PollAfterReport, t: Translator): Block {
  const lines = [
    ...(read > 0 ? [t.line('alert.looked', { at: { instant: at }, count: read })] : []),
    ...(unread > 0 ? [t.line('alert.looked-unread', { count: unread })] : []),
  ];
  return text(...lines.flatMap((line, place) => (place > 0 ? [' ', ...line] : line)));
}

const beforeAfterButton = ({ id }: Change, t: Translator): Button => ({
  label: t.text('button.before-and-after'),
  call: { command: 'diff', args: id.slice(0, BUTTON_ID_CHARACTERS) },
});

function storyMessage(story: Story, known: OwnFindings, { catalog }: ReadModel, t: Translator): Answer {
  const [first] = story.items;
  const names = story.platforms.map((id) => platformOrEntityName(catalog, id));
  const about = [
    capitalize(t.text(`event.${story.kind}`)),
    names.join(', '),
    story.topics.map((topic) => t.text(`topic.${topic}`)).join(', '),
  ];
  return {
    title: first?.title ?? t.text('alert.news'),
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
          .slice(0, MAX_OUTLETS_LISTED)
          .map(({ outlet, link, date, official }) => [
            { link: outlet, url: link },
            official ? ` ${t.text('alert.official')}` : '',
            ...(date ? [', ', { instant: date }] : []),
          ]),
      ),
    ],
    footer: t.text('alert.story-footer'),
    buttons: [
      ...known.buttons,
      ...story.platforms
        .filter((id) => platformById(catalog, id) !== undefined)
        .slice(0, 1)
        .map((platform) => ({
          label: t.text('button.timeline'),
          call: { command: 'timeline', args: platform },
        })),
    ],
  };
}

function lawMessage({ jurisdiction, title, effect, dateNote, sources }: RegulationEvent, t: Translator): Answer {
  return {
    title: t.text('alert.law-title', { place: t.text(`place.${jurisdiction}`), title: t.local(title) }),
    url: sources[0],
    tone: 'neutral',
    blocks: [text(t.local(effect)), ...(dateNote ? [text(t.local(dateNote))] : []), text(...sourceLinks(sources, t))],
    footer: t.text('alert.law-footer'),
    buttons: [{ label: t.text('button.regulation'), call: { command: 'regulation', args: jurisdiction } }],
  };
}

const linkButton = (label: string, url: string | undefined): Button[] => (url ? [{ label, url }] : []);
