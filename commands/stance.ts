/** `/stance`: where a platform stands on AI: what its documents, its signals and research say. */
import { currentSignals } from '../src/app/ask/current-signals.ts';
import { type DocumentStatus, documentStatuses } from '../src/app/ask/documents.ts';
import type { CommandContext } from '../src/app/reply/command.ts';
import { clauseQuote, researchedLine } from '../src/app/reply/lines.ts';
import { platformCommand } from '../src/app/reply/platform-command.ts';
import { signalStanceBlocks } from '../src/app/reply/signal-blocks.ts';
import { sourceLinks } from '../src/app/reply/source-links.ts';
import { capitalize, documentTypeLabel, labelledLine, positionLine } from '../src/app/words/labels.ts';
import type { Translator } from '../src/app/words/translator.ts';
import { type Answer, type Block, heading, list, type Span, text } from '../src/domain/answer.ts';
import type { Platform } from '../src/domain/catalog.ts';
import { TOPICS, type Topic } from '../src/domain/vocabulary.ts';

/** Of one document; `/clauses` shows all. */
const MAX_QUOTES_PER_TOPIC = 2;
const MAX_RESEARCH_SOURCES = 5;

export const stance = platformCommand({
  name: 'stance',
  description: 'Where a platform stands on AI, topic by topic, each with its quote',
  answer: stanceAnswer,
});

async function stanceAnswer(platform: Platform, { readModel, t }: CommandContext): Promise<Answer> {
  const documents = await documentStatuses(readModel, platform);
  const signals = await currentSignals(readModel, platform);
  return {
    title: t.text('about-ai', { platform: platform.name }),
    url: platform.homepage,
    tone: 'neutral',
    blocks: [
      ...documentBlocks(documents, t),
      ...signalStanceBlocks(signals, readModel.catalog.crawlers, t),
      ...researchedBlocks(platform, t),
      ...optOutBlocks(platform, t),
    ],
    footer: t.text('stance.footer'),
    buttons: [
      { label: t.text('button.timeline'), call: { command: 'timeline', args: platform.id } },
      { label: t.text('button.changes'), call: { command: 'changes', args: platform.id } },
    ],
    call: { command: 'stance', args: platform.id },
  };
}

/** What the bot read in the current documents. */
function documentBlocks(documents: DocumentStatus[], t: Translator): Block[] {
  const read = documents.filter(({ stance }) => stance !== undefined);
  if (read.length === 0) return [heading(t.text('stance.documents')), text(t.text('not-read-yet'))];
  const topics = TOPICS.flatMap((topic) => topicBlocks(topic, read, t));
  return [
    heading(t.text('stance.documents')),
    ...(topics.length > 0 ? topics : [text(t.text('stance.nothing'))]),
    list(read.map((status) => documentLine(status, t))),
    ...(topics.length > 0 ? [text(t.text('stance.nothing-else'))] : []),
  ];
}

function topicBlocks(topic: Topic, read: DocumentStatus[], t: Translator): Block[] {
  const quotes = read.flatMap(({ document, stance }) =>
    (stance?.lines.find((line) => line.topic === topic)?.quotes ?? [])
      .slice(0, MAX_QUOTES_PER_TOPIC)
      .map((quote) => clauseQuote(quote, documentTypeLabel(document.type, t), document.language)),
  );
  return quotes.length > 0 ? [text({ bold: capitalize(t.text(`topic.${topic}`)) }), ...quotes] : [];
}

function documentLine({ document, stance, head, status }: DocumentStatus, t: Translator): Span[] {
  return [
    ...(stance ? positionLine(document, stance.training, t) : []),
    ...lastKnown(stance, head, t),
    status?.problem ? ` ${t.text('stance.unreadable')}` : '',
  ];
}

/** An imported text dates from its recording: nobody has verified that it still stands. */
function lastKnown(stance: DocumentStatus['stance'], head: DocumentStatus['head'], t: Translator): Span[] {
  if (head !== undefined) {
    return [', ', ...t.line('stance.last-verified', { instant: { instant: head.current.lastSeen } })];
  }
  return stance ? [', ', ...t.line('stance.as-recorded', { date: { date: stance.seen } })] : [];
}

function researchedBlocks({ researched }: Platform, t: Translator): Block[] {
  const notes: Span[][] = TOPICS.flatMap((topic) => {
    const note = researched.notes[topic];
    return note === undefined ? [] : [labelledLine(capitalize(t.text(`topic.${topic}`)), t.local(note), t)];
  });
  const { sources } = researched;
  return [
    heading(t.text('stance.researched')),
    text(...researchedLine(researched, t)),
    ...(notes.length > 0 ? [list(notes)] : []),
    ...(sources.length > 0 ? [text(...sourceLinks(sources, t, MAX_RESEARCH_SOURCES))] : []),
  ];
}

function optOutBlocks({ optOut }: Platform, t: Translator): Block[] {
  if (optOut === undefined) return [];
  const link: Span[] = optOut.url ? [' ', { link: t.text('stance.opt-out-page'), url: optOut.url }] : [];
  return [heading(t.text('stance.you-can')), text(t.local(optOut.how), ...link)];
}
