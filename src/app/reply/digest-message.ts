/** What a digest says: what changed, what machines are told, what was said, and which stances moved. */
import type { Alert, DigestAlert } from '../../domain/alert.ts';
import { type Answer, type Block, heading, list, type Span } from '../../domain/answer.ts';
import type { RegulationEvent } from '../../domain/catalog.ts';
import type { Change } from '../../domain/document.ts';
import type { Story } from '../../domain/news.ts';
import type { SignalChange } from '../../domain/signal.ts';
import { platformById, platformOrEntityName, type ReadModel } from '../ask/read-model.ts';
import { asSentence, capitalize, changeLabel, documentLabel } from '../words/labels.ts';
import type { Translator } from '../words/translator.ts';
import { movesPicture } from './moves-picture.ts';
import { signalChangeLine } from './signal-blocks.ts';
import { sourceLinks } from './source-links.ts';

/** Lines under one heading; what is left is counted. */
const MAX_LINES_PER_SECTION = 15;

interface DigestContents {
  changes: Change[];
  signals: SignalChange[];
  stories: Story[];
  laws: RegulationEvent[];
}

export async function digestMessage(
  { alertIds, from, to }: DigestAlert,
  readModel: ReadModel,
  t: Translator,
): Promise<Answer> {
  const contents = await loadDigestContents(alertIds, readModel);
  const moved = contents.changes.filter(({ reading: { training } }) => training.old !== training.new);
  const nameOf = (id: string) => platformOrEntityName(readModel.catalog, id);
  return {
    title: t.text('digest.title'),
    tone: 'neutral',
    blocks: [
      { kind: 'text', line: t.line('digest.span', { from: { instant: from }, to: { instant: to } }) },
      ...section(
        'digest.moved',
        moved.map((change) => movedLine(change, nameOf(change.platform), t)),
        t,
      ),
      ...section(
        'digest.changes',
        contents.changes.map((change) => changeLine(change, readModel, t)),
        t,
      ),
      ...section(
        'digest.signals',
        contents.signals.map((one) => signalLine(one, nameOf(one.platform), readModel, t)),
        t,
      ),
      ...section(
        'digest.stories',
        contents.stories.map((story) => storyLine(story, nameOf, t)),
        t,
      ),
      ...section(
        'digest.laws',
        contents.laws.map((law) => lawLine(law, t)),
        t,
      ),
    ],
    footer: t.text('digest.footer'),
    picture: movesPicture(moved, nameOf, t),
    buttons: [{ label: t.text('button.changes'), call: { command: 'changes', args: `/${from.slice(0, 10)}` } }],
  };
}

/** A story that was minor first and then worth a ping is told once. */
async function loadDigestContents(alertIds: readonly string[], { store }: ReadModel): Promise<DigestContents> {
  const alerts = await Promise.all(alertIds.map((id) => store.alerts.get(id)));
  const contents: DigestContents = { changes: [], signals: [], stories: [], laws: [] };
  for (const alert of alerts) if (alert) await addToContents(alert, contents, store);
  return { ...contents, stories: [...new Map(contents.stories.map((story) => [story.id, story])).values()] };
}

async function addToContents(alert: Alert, contents: DigestContents, store: ReadModel['store']): Promise<void> {
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
  t: Translator,
): Block[] {
  if (lines.length === 0) return [];
  const left = lines.length - MAX_LINES_PER_SECTION;
  const more = left > 0 ? [t.line('digest.more', { count: left })] : [];
  return [heading(t.text(title)), list([...lines.slice(0, MAX_LINES_PER_SECTION), ...more])];
}

const movedLine = ({ reading: { training } }: Change, platform: string, t: Translator): Span[] => [
  { bold: platform },
  ` ${t.text(`position.${training.new}`)} `,
  ...t.line('digest.before', { position: t.text(`position.${training.old}`) }),
];

function changeLine(change: Change, { catalog }: ReadModel, t: Translator): Span[] {
  const platform = platformById(catalog, change.platform);
  const url = platform?.documents.find(({ id }) => id === change.document)?.url;
  const document = documentLabel(change.document, t);
  return [
    { date: change.firstSeenNew.slice(0, 10) },
    ' · ',
    { bold: platform?.name ?? change.platform },
    ' · ',
    url ? { link: document, url } : document,
    ` · ${changeLabel(change, t)}`,
  ];
}

const signalLine = (change: SignalChange, platform: string, { catalog }: ReadModel, t: Translator): Span[] => [
  { date: change.firstSeenNew.slice(0, 10) },
  ' · ',
  ...signalChangeLine(change, platform, catalog.crawlers, t),
];

function storyLine({ kind, items, platforms }: Story, nameOf: (id: string) => string, t: Translator): Span[] {
  const [first] = items;
  const names = platforms.map(nameOf).join(', ');
  return [
    `${capitalize(t.text(`event.${kind}`))}${names ? ` · ${names}` : ''} · `,
    first ? { link: first.title, url: first.link } : '',
    first ? ` (${first.outlet})` : '',
  ];
}

const lawLine = ({ date, jurisdiction, title, effect, sources }: RegulationEvent, t: Translator): Span[] => [
  { date },
  ` · ${t.text(`place.${jurisdiction}`)} · `,
  { bold: asSentence(t.local(title)) },
  ` ${t.local(effect)}`,
  ...sourceLinks(sources, t, 2),
];
