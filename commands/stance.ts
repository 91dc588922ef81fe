import { type Answer, type Block, heading, list, type Span, text } from '../src/app/answer.ts';
import { type DocumentReading, documentReadings } from '../src/app/queries.ts';
import { hostOf } from '../src/app/source-links.ts';
import { capital, POSITION_WORDS, TOPIC_WORDS } from '../src/app/wording.ts';
import { type Platform, TOPICS, type Topic } from '../src/domain.ts';
import type { Command } from './command.ts';
import { namedPlatform, platformOption, suggest } from './platform-option.ts';

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
    const readings = await documentReadings(context.archive, named.platform);
    return stanceAnswer(named.platform, readings);
  },
  autocomplete: (_option, typed, _request, context) => suggest(typed, context),
  optionsFor: (about) => ({ platform: about }),
} satisfies Command;

function stanceAnswer(platform: Platform, readings: DocumentReading[]): Answer {
  return {
    title: `${platform.name} and AI`,
    url: platform.homepage,
    tone: 'neutral',
    blocks: [...readBlocks(readings), ...researchedBlocks(platform), ...optOutBlocks(platform)],
    footer: 'Quotes are verbatim and dated. Research is by people, with sources; the two are never mixed.',
    buttons: [
      { label: 'Timeline', ask: { command: 'timeline', about: platform.id } },
      { label: 'Changes', ask: { command: 'changes', about: platform.id } },
    ],
    ask: { command: 'stance', about: platform.id },
  };
}

/** What the bot itself read in the current documents. */
function readBlocks(readings: DocumentReading[]): Block[] {
  const read = readings.filter(({ stance }) => stance !== undefined);
  if (read.length === 0) {
    return [heading('What the documents say'), text('None of its documents has been read by this bot yet.')];
  }
  const topics = TOPICS.flatMap((topic) => topicBlocks(topic, read));
  return [
    heading('What the documents say'),
    ...(topics.length > 0 ? topics : [text('The documents do not say anything about AI.')]),
    list(read.map(documentLine)),
    ...(topics.length > 0 ? [text('On every other topic the documents do not say.')] : []),
  ];
}

function topicBlocks(topic: Topic, read: DocumentReading[]): Block[] {
  const quotes: Block[] = read.flatMap(({ document, stance }) =>
    (stance?.lines.find((line) => line.topic === topic)?.quotes ?? [])
      .slice(0, QUOTES_PER_TOPIC)
      .map(({ text: words, section }) => ({
        kind: 'quote' as const,
        label: document.type,
        text: words,
        section: section || undefined,
      })),
  );
  return quotes.length > 0 ? [text({ bold: capital(TOPIC_WORDS[topic]) }), ...quotes] : [];
}

function documentLine({ document, stance, head, status }: DocumentReading): Span[] {
  return [
    { link: document.type, url: document.url },
    stance ? ` ${POSITION_WORDS[stance.training]}` : '',
    ...lastKnown(stance, head),
    status?.problem ? ' (cannot be read at the moment)' : '',
  ];
}

/** An imported text is as old as its recording: it is never told as if it still stood there. */
function lastKnown(stance: DocumentReading['stance'], head: DocumentReading['head']): Span[] {
  if (head !== undefined) return [', last verified ', { instant: head.current.lastSeen }];
  return stance ? [', as recorded on ', { date: stance.seen.slice(0, 10) }, '; not read by this bot yet'] : [];
}

/** What people found out from sources. */
function researchedBlocks({ researched }: Platform): Block[] {
  const notes: Span[][] = TOPICS.flatMap((topic) => {
    const note = researched.notes[topic];
    return note === undefined ? [] : [[{ bold: `${capital(TOPIC_WORDS[topic])}: ` }, note]];
  });
  return [
    heading('What people researched'),
    text(
      'As of ',
      { date: researched.asOf },
      `, with ${researched.confidence} confidence: it `,
      { bold: POSITION_WORDS[researched.training] },
      '.',
    ),
    ...(notes.length > 0 ? [list(notes)] : []),
    ...(researched.sources.length > 0
      ? [text('Sources: ', ...separated(researched.sources.slice(0, 5).map((url) => ({ link: hostOf(url), url }))))]
      : []),
  ];
}

function optOutBlocks({ optOut }: Platform): Block[] {
  if (optOut === undefined) return [];
  return [
    heading('What you can do'),
    text(optOut.how, ...(optOut.url ? [' ', { link: 'opt-out page', url: optOut.url }] : [])),
  ];
}

const separated = (spans: Span[]): Span[] => spans.flatMap((span, i) => (i === 0 ? [span] : [', ', span]));
