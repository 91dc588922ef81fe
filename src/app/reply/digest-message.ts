/** Writes a digest: stances that moved, changes of documents and signals, stories and laws. */
import { type Answer, type Block, heading, list, type Span, text } from '../../domain/answer.ts';
import type { Catalog } from '../../domain/catalog.ts';
import type { Change } from '../../domain/document.ts';
import type { DigestContent } from '../ask/alert-content.ts';
import { platformById, platformOrEntityName } from '../ask/read-model.ts';
import { capitalize, changeLabel, documentLabel } from '../words/labels.ts';
import type { MessageKey, Translator } from '../words/translator.ts';
import { lawLine, storyLine } from './lines.ts';
import { movesPicture } from './moves-picture.ts';
import { signalChangeLine } from './signal-blocks.ts';

/** Further lines are counted. */
const MAX_LINES_PER_SECTION = 15;

export function digestMessage(content: DigestContent, catalog: Catalog, t: Translator): Answer {
  const { from, to, changes, signals, stories, laws } = content;
  const moved = changes.filter(({ assessment: { training } }) => training.old !== training.new);
  const nameOf = (id: string) => platformOrEntityName(catalog, id);
  const sections: [MessageKey, Span[][]][] = [
    ['digest.moved', moved.map((change) => movedLine(change, nameOf(change.platform), t))],
    ['digest.changes', changes.map((change) => changedDocumentLine(change, catalog, t))],
    [
      'digest.signals',
      signals.map((change) => [
        { date: change.firstSeenNew },
        ' · ',
        ...signalChangeLine(change, nameOf(change.platform), catalog.crawlers, t),
      ]),
    ],
    ['digest.stories', stories.map((story) => capitalizeLine(storyLine(story, story.platforms.map(nameOf), t)))],
    ['digest.laws', laws.map((law) => lawLine(law, t))],
  ];
  return {
    title: t.text('digest.title'),
    tone: 'neutral',
    blocks: [
      text(...t.line('digest.span', { from: { instant: from }, to: { instant: to } })),
      ...sections.flatMap(([title, lines]) => sectionBlocks(t.text(title), lines, t)),
    ],
    footer: t.text('digest.footer'),
    picture: movesPicture(moved, nameOf, t),
    buttons: [{ label: t.text('button.changes'), call: { command: 'changes', args: `/${from.slice(0, 10)}` } }],
  };
}

function sectionBlocks(title: string, lines: Span[][], t: Translator): Block[] {
  if (lines.length === 0) return [];
  const remaining = lines.length - MAX_LINES_PER_SECTION;
  const more = remaining > 0 ? [t.line('digest.more', { count: remaining })] : [];
  return [heading(title), list([...lines.slice(0, MAX_LINES_PER_SECTION), ...more])];
}

const movedLine = ({ assessment: { training } }: Change, platform: string, t: Translator): Span[] => [
  { bold: platform },
  ` ${t.text(`position.${training.new}`)} `,
  ...t.line('digest.before', { position: t.text(`position.${training.old}`) }),
];

/** With its platform, and the document linked. */
function changedDocumentLine(change: Change, catalog: Catalog, t: Translator): Span[] {
  const platform = platformById(catalog, change.platform);
  const url = platform?.documents.find(({ id }) => id === change.document)?.url;
  const document = documentLabel(change.document, t);
  return [
    { date: change.firstSeenNew },
    ' · ',
    { bold: platform?.name ?? change.platform },
    ' · ',
    url ? { link: document, url } : document,
    ` · ${changeLabel(change, t)}`,
  ];
}

const capitalizeLine = ([first, ...rest]: Span[]): Span[] =>
  first === undefined ? [] : [typeof first === 'string' ? capitalize(first) : first, ...rest];
