import { type DocumentWithStance, documentsWithStance } from '../src/app/ask/read-model.ts';
import type { Command, CommandContext } from '../src/app/reply/command.ts';
import { comparisonPicture } from '../src/app/reply/comparison-picture.ts';
import { platformOption, resolvePlatform, suggestPlatformChoices } from '../src/app/reply/platform-option.ts';
import { commandSpan } from '../src/app/words/command-names.ts';
import { capitalize, documentTypeLabel, labelledLine } from '../src/app/words/labels.ts';
import type { Translator } from '../src/app/words/translator.ts';
import { type Answer, type Block, heading, list, type Span, text } from '../src/domain/answer.ts';
import type { Platform } from '../src/domain/catalog.ts';
import { TOPICS, type Topic } from '../src/domain/vocabulary.ts';

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
      const named = resolvePlatform(words, context);
      if (named.status === 'unknown') return named.answer;
      platforms.set(named.platform.id, named.platform);
    }
    return compareAnswer([...platforms.values()], context);
  },
  autocomplete: (_option, typed, _request, context) => suggestPlatformChoices(typed, context),
  optionsFromArgs: (about) => Object.fromEntries(about.split('/').map((id, i) => [NAMES[i] ?? '', id])),
} satisfies Command;

interface ComparisonColumn {
  platform: Platform;
  documents: DocumentWithStance[];
}

async function compareAnswer(platforms: Platform[], { readModel: archive, t: say }: CommandContext): Promise<Answer> {
  const columns: ComparisonColumn[] = await Promise.all(
    platforms.map(async (platform) => ({ platform, documents: await documentsWithStance(archive, platform) })),
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
    call: { command: 'compare', args: platforms.map(({ id }) => id).join('/') },
    picture: comparisonPicture(columns, say),
  };
}

function trainingLine({ platform, documents: readings }: ComparisonColumn, t: Translator): Span[] {
  const read = readings.flatMap(({ document, stance }) => (stance ? [{ type: document.type, stance }] : []));
  if (read.length === 0) return labelledLine(platform.name, t.text('compare.not-read'), t);
  const lines = read.map(
    ({ type, stance }) => `${t.text(`position.${stance.training}`)} (${documentTypeLabel(type, t)})`,
  );
  return labelledLine(platform.name, lines.join('; '), t);
}

/** A topic that neither documents nor research speak of is left out. */
function topicBlocks(topic: Topic, columns: ComparisonColumn[], t: Translator): Block[] {
  const lines = columns.map(({ platform, documents: readings }): Span[] | undefined => {
    const clauses = readings.reduce((sum, one) => sum + countClauses(topic, one), 0);
    const note = platform.researched.notes[topic];
    if (clauses === 0 && note === undefined) return undefined;
    const parts = [
      ...(clauses > 0 ? [t.text('compare.clauses', { count: clauses })] : []),
      ...(note ? [`📌 ${t.local(note)}`] : []),
    ];
    return labelledLine(platform.name, parts.join(' · '), t);
  });
  if (lines.every((line) => line === undefined)) return [];
  const told = lines.map(
    (line, i): Span[] => line ?? labelledLine(columns[i]?.platform.name ?? '', t.text('compare.unknown'), t),
  );
  return [text({ bold: capitalize(t.text(`topic.${topic}`)) }), list(told)];
}

const countClauses = (topic: Topic, { stance }: DocumentWithStance): number =>
  stance?.lines.find((line) => line.topic === topic)?.quotes.length ?? 0;
