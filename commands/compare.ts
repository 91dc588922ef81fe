import { type Answer, type Block, heading, list, type Span, text } from '../src/domain/answer.ts';
import { comparisonPicture } from '../src/app/reply/comparison-picture.ts';
import { type DocumentReading, documentReadings } from '../src/app/ask/read-model.ts';
import { commandSpan } from '../src/app/words/command-names.ts';
import type { Say } from '../src/app/words/translator.ts';
import { capital, labelled, typeWords } from '../src/app/words/labels.ts';
import { type Platform } from '../src/domain/catalog.ts';
import { TOPICS, type Topic } from '../src/domain/vocabulary.ts';
import type { Command, Context } from '../src/app/reply/command.ts';
import { namedPlatform, platformOption, suggest } from '../src/app/reply/platform-option.ts';

/** Options by which platforms are named; the first two are required. */
const NAMES = ['platform', 'second', 'third', 'fourth'] as const;

export const compare = {
  data: {
    name: 'compare',
    description: 'Two to four platforms side by side, topic by topic',
    contexts: [0, 1, 2],
    integration_types: [0, 1],
    options: [
      platformOption('The first platform', { required: true }),
      { ...platformOption('The second platform', { required: true }), name: 'second' },
      { ...platformOption('A third platform', { required: false }), name: 'third' },
      { ...platformOption('A fourth platform', { required: false }), name: 'fourth' },
    ],
  },
  async execute(request, context) {
    const platforms = new Map<string, Platform>();
    for (const words of NAMES.map((name) => request.options[name] ?? '').filter((one) => one !== '')) {
      const named = namedPlatform(words, context);
      if (named.status === 'unknown') return named.answer;
      platforms.set(named.platform.id, named.platform);
    }
    return compareAnswer([...platforms.values()], context);
  },
  autocomplete: (_option, typed, _request, context) => suggest(typed, context),
  optionsFor: (about) => Object.fromEntries(about.split('/').map((id, i) => [NAMES[i] ?? '', id])),
} satisfies Command;

interface Column {
  platform: Platform;
  readings: DocumentReading[];
}

async function compareAnswer(platforms: Platform[], { archive, say }: Context): Promise<Answer> {
  const columns: Column[] = await Promise.all(
    platforms.map(async (platform) => ({ platform, readings: await documentReadings(archive, platform) })),
  );
  return {
    title: platforms.map(({ name }) => name).join(' · '),
    tone: 'neutral',
    blocks: [
      heading(say.text('documents-on-training')),
      list(columns.map((column) => trainingLine(column, say))),
      ...TOPICS.flatMap((topic) => topicBlocks(topic, columns, say)),
    ],
    footer: say.text('compare.footer', { command: commandSpan('clauses', say.language).code }),
    ask: { command: 'compare', about: platforms.map(({ id }) => id).join('/') },
    picture: comparisonPicture(columns, say),
  };
}

function trainingLine({ platform, readings }: Column, say: Say): Span[] {
  const read = readings.flatMap(({ document, stance }) => (stance ? [{ type: document.type, stance }] : []));
  if (read.length === 0) return labelled(platform.name, say.text('compare.not-read'), say);
  const lines = read.map(({ type, stance }) => `${say.text(`position.${stance.training}`)} (${typeWords(type, say)})`);
  return labelled(platform.name, lines.join('; '), say);
}

/** A topic that neither documents nor research speak of is left out. */
function topicBlocks(topic: Topic, columns: Column[], say: Say): Block[] {
  const lines = columns.map(({ platform, readings }): Span[] | undefined => {
    const clauses = readings.reduce((sum, one) => sum + clausesOn(topic, one), 0);
    const note = platform.researched.notes[topic];
    if (clauses === 0 && note === undefined) return undefined;
    const parts = [
      ...(clauses > 0 ? [say.text('compare.clauses', { count: clauses })] : []),
      ...(note ? [`📌 ${say.local(note)}`] : []),
    ];
    return labelled(platform.name, parts.join(' · '), say);
  });
  if (lines.every((line) => line === undefined)) return [];
  const told = lines.map(
    (line, i): Span[] => line ?? labelled(columns[i]?.platform.name ?? '', say.text('compare.unknown'), say),
  );
  return [text({ bold: capital(say.text(`topic.${topic}`)) }), list(told)];
}

const clausesOn = (topic: Topic, { stance }: DocumentReading): number =>
  stance?.lines.find((line) => line.topic === topic)?.quotes.length ?? 0;
