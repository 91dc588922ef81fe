/** What a digest says: what changed, what machines are told, what was said, and which stances moved. */
import type { Alert, DigestAlert } from '../../domain/alert.ts';
import type { RegulationEvent } from '../../domain/catalog.ts';
import type { Change } from '../../domain/document.ts';
import type { Story } from '../../domain/news.ts';
import type { SignalChange } from '../../domain/signal.ts';
import { type Answer, type Block, heading, list, type Span } from '../../domain/answer.ts';
import { signalChangeLine } from './signal-blocks.ts';
import { sourceLinks } from './source-links.ts';
import { type Archive, nameById, platformById } from '../ask/read-model.ts';
import type { Say } from '../words/translator.ts';
import { capital, changeWords, documentWords, headline } from '../words/labels.ts';
import { movesPicture } from './moves-picture.ts';

/** Lines under one heading; what is left is counted. */
const MOST_LINES = 15;

interface Contents {
  changes: Change[];
  signals: SignalChange[];
  stories: Story[];
  laws: RegulationEvent[];
}

export async function digestMessage({ alertIds, from, to }: DigestAlert, archive: Archive, say: Say): Promise<Answer> {
  const contents = await contentsOf(alertIds, archive);
  const moved = contents.changes.filter(({ reading: { training } }) => training.old !== training.new);
  const nameOf = (id: string) => nameById(archive.catalog, id);
  return {
    title: say.text('digest.title'),
    tone: 'neutral',
    blocks: [
      { kind: 'text', line: say.line('digest.span', { from: { instant: from }, to: { instant: to } }) },
      ...section(
        'digest.moved',
        moved.map((change) => movedLine(change, nameOf(change.platform), say)),
        say,
      ),
      ...section(
        'digest.changes',
        contents.changes.map((change) => changeLine(change, archive, say)),
        say,
      ),
      ...section(
        'digest.signals',
        contents.signals.map((one) => signalLine(one, nameOf(one.platform), archive, say)),
        say,
      ),
      ...section(
        'digest.stories',
        contents.stories.map((story) => storyLine(story, nameOf, say)),
        say,
      ),
      ...section(
        'digest.laws',
        contents.laws.map((law) => lawLine(law, say)),
        say,
      ),
    ],
    footer: say.text('digest.footer'),
    picture: movesPicture(moved, nameOf, say),
    buttons: [{ label: say.text('button.changes'), ask: { command: 'changes', about: `/${from.slice(0, 10)}` } }],
  };
}

/** A story that was minor first and then worth a ping is told once. */
async function contentsOf(alertIds: readonly string[], { store }: Archive): Promise<Contents> {
  const alerts = await Promise.all(alertIds.map((id) => store.alerts.get(id)));
  const contents: Contents = { changes: [], signals: [], stories: [], laws: [] };
  for (const alert of alerts) if (alert) await put(alert, contents, store);
  return { ...contents, stories: [...new Map(contents.stories.map((story) => [story.id, story])).values()] };
}

async function put(alert: Alert, contents: Contents, store: Archive['store']): Promise<void> {
  if (alert.kind === 'documents') {
    const change = await store.changes.get(alert.changeId);
    if (change) contents.changes.push(change);
  } else if (alert.kind === 'signals') {
    const change = await store.signalChanges.get(alert.changeId);
    if (change) contents.signals.push(change);
  } else if ('storyId' in alert) {
    const story = await store.stories.get(alert.storyId);
    if (story) contents.stories.push(story);
  } else if ('event' in alert) contents.laws.push(alert.event);
}

function section(
  title: 'digest.moved' | 'digest.changes' | 'digest.signals' | 'digest.stories' | 'digest.laws',
  lines: Span[][],
  say: Say,
): Block[] {
  if (lines.length === 0) return [];
  const left = lines.length - MOST_LINES;
  const more = left > 0 ? [say.line('digest.more', { count: left })] : [];
  return [heading(say.text(title)), list([...lines.slice(0, MOST_LINES), ...more])];
}

const movedLine = ({ reading: { training } }: Change, platform: string, say: Say): Span[] => [
  { bold: platform },
  ` ${say.text(`position.${training.new}`)} `,
  ...say.line('digest.before', { position: say.text(`position.${training.old}`) }),
];

function changeLine(change: Change, { catalog }: Archive, say: Say): Span[] {
  const platform = platformById(catalog, change.platform);
  const url = platform?.documents.find(({ id }) => id === change.document)?.url;
  const document = documentWords(change.document, say);
  return [
    { date: change.firstSeenNew.slice(0, 10) },
    ' · ',
    { bold: platform?.name ?? change.platform },
    ' · ',
    url ? { link: document, url } : document,
    ` · ${changeWords(change, say)}`,
  ];
}

const signalLine = (change: SignalChange, platform: string, { catalog }: Archive, say: Say): Span[] => [
  { date: change.firstSeenNew.slice(0, 10) },
  ' · ',
  ...signalChangeLine(change, platform, catalog.crawlers, say),
];

function storyLine({ kind, items, platforms }: Story, nameOf: (id: string) => string, say: Say): Span[] {
  const [first] = items;
  const names = platforms.map(nameOf).join(', ');
  return [
    `${capital(say.text(`event.${kind}`))}${names ? ` · ${names}` : ''} · `,
    first ? { link: first.title, url: first.link } : '',
    first ? ` (${first.outlet})` : '',
  ];
}

const lawLine = ({ date, jurisdiction, title, effect, sources }: RegulationEvent, say: Say): Span[] => [
  { date },
  ` · ${say.text(`place.${jurisdiction}`)} · `,
  { bold: headline(say.local(title)) },
  ` ${say.local(effect)}`,
  ...sourceLinks(sources, say, 2),
];
