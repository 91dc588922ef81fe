import { type DocumentStatus, documentStatuses } from '../src/app/ask/read-model.ts';
import type { Command } from '../src/app/reply/command.ts';
import { platformOption, resolvePlatform, suggestPlatformChoices } from '../src/app/reply/platform-option.ts';
import { signalStanceBlocks } from '../src/app/reply/signal-blocks.ts';
import { sourceLinks } from '../src/app/reply/source-links.ts';
import { capitalize, documentTypeLabel, labelledLine, positionLine } from '../src/app/words/labels.ts';
import type { Translator } from '../src/app/words/translator.ts';
import { type Answer, type Block, heading, list, type Span, text } from '../src/domain/answer.ts';
import type { Platform } from '../src/domain/catalog.ts';
import { TOPICS, type Topic } from '../src/domain/vocabulary.ts';

/** Quotes shown for one topic of one document; more would drown the answer. */
const QUOTES_PER_TOPIC = 2;

export const stance = {
  data: {
    name: 'stance',
    description: 'Where a platform stands on AI, topic by topic, each with its quote',
    contexts: [0, 1, 2],
    integration_types: [0, 1],
    options: [platformOption('The platform', { required: true })],
  },
  async execute(request, context) {
    const named = resolvePlatform(request.options.platform ?? '', context);
    if (named.status === 'unknown') return named.answer;
    const readings = await documentStatuses(context.readModel, named.platform);
    const signals = await signalStanceBlocks(context.readModel, named.platform, context.t);
    return stanceAnswer(named.platform, readings, signals, context.t);
  },
  autocomplete: (_option, typed, _request, context) => suggestPlatformChoices(typed, context),
  optionsFromArgs: (about) => ({ platform: about }),
} satisfies Command;

function stanceAnswer(platform: Platform, documents: DocumentStatus[], signals: Block[], t: Translator): Answer {
  return {
    title: t.text('about-ai', { platform: platform.name }),
    url: platform.homepage,
    tone: 'neutral',
    blocks: [...readBlocks(documents, t), ...signals, ...researchedBlocks(platform, t), ...optOutBlocks(platform, t)],
    footer: t.text('stance.footer'),
    buttons: [
      { label: t.text('button.timeline'), call: { command: 'timeline', args: platform.id } },
      { label: t.text('button.changes'), call: { command: 'changes', args: platform.id } },
    ],
    call: { command: 'stance', args: platform.id },
  };
}

/** What the bot itself read in the current documents. */
function readBlocks(documents: DocumentStatus[], t: Translator): Block[] {
  const read = documents.filter(({ stance }) => stance !== undefined);
  if (read.length === 0) return [heading(t.text('stance.documents')), text(t.text('not-read-yet'))];
  const topics = TOPICS.flatMap((topic) => topicBlocks(topic, read, t));
  return [
    heading(t.text('stance.documents')),
    ...(topics.length > 0 ? topics : [text(t.text('stance.nothing'))]),
    list(read.map((reading) => documentLine(reading, t))),
    ...(topics.length > 0 ? [text(t.text('stance.nothing-else'))] : []),
  ];
}

function topicBlocks(topic: Topic, read: DocumentStatus[], t: Translator): Block[] {
  const quotes: Block[] = read.flatMap(({ document, stance }) =>
    (stance?.lines.find((line) => line.topic === topic)?.quotes ?? [])
      .slice(0, QUOTES_PER_TOPIC)
      .map(({ text: words, section }) => ({
        kind: 'quote' as const,
        label: documentTypeLabel(document.type, t),
        text: words,
        section: section || undefined,
        language: document.language,
      })),
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

/** An imported text is as old as its recording: it is never told as if it still stood there. */
function lastKnown(stance: DocumentStatus['stance'], head: DocumentStatus['head'], t: Translator): Span[] {
  if (head !== undefined) {
    return [', ', ...t.line('stance.last-verified', { instant: { instant: head.current.lastSeen } })];
  }
  return stance ? [', ', ...t.line('stance.as-recorded', { date: { date: stance.seen.slice(0, 10) } })] : [];
}

/** What people found out from sources. */
function researchedBlocks({ researched }: Platform, t: Translator): Block[] {
  const { asOf, confidence, training, sources } = researched;
  const notes: Span[][] = TOPICS.flatMap((topic) => {
    const note = researched.notes[topic];
    return note === undefined ? [] : [labelledLine(capitalize(t.text(`topic.${topic}`)), t.local(note), t)];
  });
  return [
    heading(t.text('stance.researched')),
    text(
      ...t.line('stance.as-of', {
        date: { date: asOf },
        confidence: t.text(`confidence.${confidence}`),
        position: t.text(`position.${training}`),
      }),
    ),
    ...(notes.length > 0 ? [list(notes)] : []),
    ...(sources.length > 0 ? [text(...sourceLinks(sources, t, 5))] : []),
  ];
}

function optOutBlocks({ optOut }: Platform, t: Translator): Block[] {
  if (optOut === undefined) return [];
  const link: Span[] = optOut.url ? [' ', { link: t.text('stance.opt-out-page'), url: optOut.url }] : [];
  return [heading(t.text('stance.you-can')), text(t.local(optOut.how), ...link)];
}
