import { type Answer, type Block, heading, list, type Span, text } from '../src/domain/answer.ts';
import { signalStanceBlocks } from '../src/app/reply/signal-blocks.ts';
import { sourceLinks } from '../src/app/reply/source-links.ts';
import { type DocumentWatch, documentWatches } from '../src/app/ask/read-model.ts';
import type { Say } from '../src/app/words/translator.ts';
import { capital, labelled, positionLine, typeWords } from '../src/app/words/labels.ts';
import { type Platform } from '../src/domain/catalog.ts';
import { TOPICS, type Topic } from '../src/domain/vocabulary.ts';
import type { Command } from '../src/app/reply/command.ts';
import { namedPlatform, platformOption, suggest } from '../src/app/reply/platform-option.ts';

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
    const named = namedPlatform(request.options.platform ?? '', context);
    if (named.status === 'unknown') return named.answer;
    const readings = await documentWatches(context.archive, named.platform);
    const signals = await signalStanceBlocks(context.archive, named.platform, context.say);
    return stanceAnswer(named.platform, readings, signals, context.say);
  },
  autocomplete: (_option, typed, _request, context) => suggest(typed, context),
  optionsFor: (about) => ({ platform: about }),
} satisfies Command;

function stanceAnswer(platform: Platform, readings: DocumentWatch[], signals: Block[], say: Say): Answer {
  return {
    title: say.text('about-ai', { platform: platform.name }),
    url: platform.homepage,
    tone: 'neutral',
    blocks: [
      ...readBlocks(readings, say),
      ...signals,
      ...researchedBlocks(platform, say),
      ...optOutBlocks(platform, say),
    ],
    footer: say.text('stance.footer'),
    buttons: [
      { label: say.text('button.timeline'), ask: { command: 'timeline', about: platform.id } },
      { label: say.text('button.changes'), ask: { command: 'changes', about: platform.id } },
    ],
    ask: { command: 'stance', about: platform.id },
  };
}

/** What the bot itself read in the current documents. */
function readBlocks(readings: DocumentWatch[], say: Say): Block[] {
  const read = readings.filter(({ stance }) => stance !== undefined);
  if (read.length === 0) return [heading(say.text('stance.documents')), text(say.text('not-read-yet'))];
  const topics = TOPICS.flatMap((topic) => topicBlocks(topic, read, say));
  return [
    heading(say.text('stance.documents')),
    ...(topics.length > 0 ? topics : [text(say.text('stance.nothing'))]),
    list(read.map((reading) => documentLine(reading, say))),
    ...(topics.length > 0 ? [text(say.text('stance.nothing-else'))] : []),
  ];
}

function topicBlocks(topic: Topic, read: DocumentWatch[], say: Say): Block[] {
  const quotes: Block[] = read.flatMap(({ document, stance }) =>
    (stance?.lines.find((line) => line.topic === topic)?.quotes ?? [])
      .slice(0, QUOTES_PER_TOPIC)
      .map(({ text: words, section }) => ({
        kind: 'quote' as const,
        label: typeWords(document.type, say),
        text: words,
        section: section || undefined,
        language: document.language,
      })),
  );
  return quotes.length > 0 ? [text({ bold: capital(say.text(`topic.${topic}`)) }), ...quotes] : [];
}

function documentLine({ document, stance, head, status }: DocumentWatch, say: Say): Span[] {
  return [
    ...(stance ? positionLine(document, stance.training, say) : []),
    ...lastKnown(stance, head, say),
    status?.problem ? ` ${say.text('stance.unreadable')}` : '',
  ];
}

/** An imported text is as old as its recording: it is never told as if it still stood there. */
function lastKnown(stance: DocumentWatch['stance'], head: DocumentWatch['head'], say: Say): Span[] {
  if (head !== undefined) {
    return [', ', ...say.line('stance.last-verified', { instant: { instant: head.current.lastSeen } })];
  }
  return stance ? [', ', ...say.line('stance.as-recorded', { date: { date: stance.seen.slice(0, 10) } })] : [];
}

/** What people found out from sources. */
function researchedBlocks({ researched }: Platform, say: Say): Block[] {
  const { asOf, confidence, training, sources } = researched;
  const notes: Span[][] = TOPICS.flatMap((topic) => {
    const note = researched.notes[topic];
    return note === undefined ? [] : [labelled(capital(say.text(`topic.${topic}`)), say.local(note), say)];
  });
  return [
    heading(say.text('stance.researched')),
    text(
      ...say.line('stance.as-of', {
        date: { date: asOf },
        confidence: say.text(`confidence.${confidence}`),
        position: say.text(`position.${training}`),
      }),
    ),
    ...(notes.length > 0 ? [list(notes)] : []),
    ...(sources.length > 0 ? [text(...sourceLinks(sources, say, 5))] : []),
  ];
}

function optOutBlocks({ optOut }: Platform, say: Say): Block[] {
  if (optOut === undefined) return [];
  const link: Span[] = optOut.url ? [' ', { link: say.text('stance.opt-out-page'), url: optOut.url }] : [];
  return [heading(say.text('stance.you-can')), text(say.local(optOut.how), ...link)];
}
