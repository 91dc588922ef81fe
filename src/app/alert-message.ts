/** What a channel reads when something happened: a changed document with its quotes, or a story with its sources. */
import type { Alert, Change, Platform, Story } from '../domain.ts';
import { type Answer, type Block, type Button, list, text } from './answer.ts';
import { quoteBlocks, windowLine } from './change-blocks.ts';
import { type Archive, platformById } from './queries.ts';
import { capital, DIRECTION_WORDS, documentType, EVENT_KIND_WORDS, POSITION_WORDS, TOPIC_WORDS } from './wording.ts';

/** Passages quoted in an alert; `/changes` shows more. */
const QUOTED = 3;
/** Outlets named under a story. */
const SOURCES = 5;

/** The message of an alert. */
export async function alertMessage(alert: Alert, archive: Archive): Promise<Answer> {
  switch (alert.kind) {
    case 'documents': {
      const change = await archive.store.changes.get(alert.changeId);
      if (change === undefined) throw new Error(`alert ${alert.id} tells of a change that is not recorded`);
      return changeMessage(change, platformById(archive.catalog, change.platform));
    }
    case 'news': {
      const story = await archive.store.stories.get(alert.storyId);
      if (story === undefined) throw new Error(`alert ${alert.id} tells of a story that is not recorded`);
      return storyMessage(story, archive);
    }
  }
}

function changeMessage(change: Change, platform: Platform | undefined): Answer {
  const { reading } = change;
  const document = platform?.documents.find(({ id }) => id === change.document);
  const type = documentType(change.document);
  const name = platform?.name ?? change.platform;
  return {
    title: `${name} changed its ${type} on AI`,
    url: document?.url,
    tone: reading.direction,
    blocks: [
      text(
        'About ',
        { bold: reading.topics.map((topic) => TOPIC_WORDS[topic]).join(', ') || 'AI' },
        `: ${DIRECTION_WORDS[reading.direction]}.`,
      ),
      ...trainingBlock(reading.training),
      ...quoteBlocks(change, QUOTED),
      text(...windowLine(change)),
      ...optOutBlock(platform),
    ],
    footer: 'Verbatim quotes of the recorded texts. Read the document before you act on it.',
    buttons: [
      ...linkButton('Read the document', document?.url),
      { label: 'Before and after', ask: { command: 'changes', about: `change:${change.id.slice(0, 40)}` } },
      { label: 'Timeline', ask: { command: 'timeline', about: change.platform } },
    ],
  };
}

function trainingBlock({ old, new: now }: Change['reading']['training']): Block[] {
  if (old === now) return [];
  return [text('The platform ', { bold: POSITION_WORDS[now] }, ` (before: ${POSITION_WORDS[old]}).`)];
}

function optOutBlock(platform: Platform | undefined): Block[] {
  if (platform?.optOut === undefined) return [];
  const { how, url } = platform.optOut;
  return [text({ bold: 'What you can do: ' }, how, ...(url ? [' ', { link: 'opt-out page', url }] : []))];
}

function storyMessage(story: Story, { catalog }: Archive): Answer {
  const [first] = story.items;
  const names = story.platforms.map((id) => platformById(catalog, id)?.name ?? id);
  return {
    title: first?.title ?? 'News',
    url: first?.link,
    tone: 'neutral',
    blocks: [
      ...(first?.summary ? [{ kind: 'quote' as const, label: first.outlet, text: first.summary }] : []),
      text(
        `${capital(EVENT_KIND_WORDS[story.kind])}`,
        names.length > 0 ? ` · ${names.join(', ')}` : '',
        story.topics.length > 0 ? ` · ${story.topics.map((topic) => TOPIC_WORDS[topic]).join(', ')}` : '',
      ),
      list(
        story.items
          .slice(0, SOURCES)
          .map(({ outlet, link, date, official }) => [
            { link: outlet, url: link },
            official ? ' (official)' : '',
            ...(date ? [', ', { instant: date }] : []),
          ]),
      ),
    ],
    footer: 'Told once, however many outlets carry it.',
    buttons: story.platforms.slice(0, 1).map((platform) => ({
      label: 'Timeline',
      ask: { command: 'timeline', about: platform },
    })),
  };
}

const linkButton = (label: string, url: string | undefined): Button[] => (url ? [{ label, url }] : []);
