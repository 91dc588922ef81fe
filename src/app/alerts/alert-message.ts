/** What a channel reads when something happened: a changed document with its quotes, or a story with its sources. */
import type { Alert, Change, Language, Platform, RegulationEvent, Story } from '../../domain.ts';
import { type Answer, type Block, type Button, list, text } from '../answers/answer.ts';
import { quoteBlocks, tellingPassages, windowLine } from '../answers/change-blocks.ts';
import { changePicture } from '../answers/picture-of-change.ts';
import { signalAlert } from '../answers/signal-blocks.ts';
import { sourceLinks } from '../answers/source-links.ts';
import { type Archive, nameById, platformById } from '../ask/queries.ts';
import { digestMessage } from '../digest/digest-message.ts';
import { type Say, sayIn } from '../words/say.ts';
import { capital, documentWords, topicsWords } from '../words/wording.ts';

/** Passages quoted in an alert; `/changes` shows more. */
const QUOTED = 3;
/** Characters of a change's id in a button, which holds 100 in all. */
const ID_IN_BUTTON = 40;
/** Outlets named under a story. */
export const SOURCES = 5;

/** The message of an alert, in the language of the channel it goes to. */
export async function alertMessage(alert: Alert, archive: Archive, language: Language): Promise<Answer> {
  const say = sayIn(language);
  switch (alert.kind) {
    case 'documents': {
      const change = await archive.store.changes.get(alert.changeId);
      if (change === undefined) throw new Error(`alert ${alert.id} tells of a change that is not recorded`);
      return { ...changeMessage(change, platformById(archive.catalog, change.platform), say), language };
    }
    case 'news':
    case 'regulation': {
      if ('event' in alert) return { ...lawMessage(alert.event, say), language };
      const story = await archive.store.stories.get(alert.storyId);
      if (story === undefined) throw new Error(`alert ${alert.id} tells of a story that is not recorded`);
      return { ...storyMessage(story, archive, say), language };
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

function changeMessage(change: Change, platform: Platform | undefined, say: Say): Answer {
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
      ...optOutBlock(platform, say),
    ],
    footer: say.text('alert.document-footer'),
    buttons: [
      ...linkButton(say.text('button.read-document'), document?.url),
      {
        label: say.text('button.before-and-after'),
        ask: { command: 'diff', about: change.id.slice(0, ID_IN_BUTTON) },
      },
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

function storyMessage(story: Story, { catalog }: Archive, say: Say): Answer {
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
    buttons: story.platforms
      .filter((id) => platformById(catalog, id) !== undefined)
      .slice(0, 1)
      .map((platform) => ({
        label: say.text('button.timeline'),
        ask: { command: 'timeline', about: platform },
      })),
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
