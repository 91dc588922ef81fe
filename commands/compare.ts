/** `/compare`: two to four platforms side by side, topic by topic. */
import { countClauses, documentsWithStance } from '../src/app/ask/documents.ts';
import { type Command, type CommandContext, splitArgs, USABLE_ANYWHERE } from '../src/app/reply/command.ts';
import { type ComparisonColumn, comparisonPicture } from '../src/app/reply/comparison-picture.ts';
import { platformOption, resolvePlatform, suggestPlatformChoices } from '../src/app/reply/platform-option.ts';
import { commandSpan } from '../src/app/words/command-names.ts';
import { capitalize, documentTypeLabel, labelledLine } from '../src/app/words/labels.ts';
import type { Translator } from '../src/app/words/translator.ts';
import { type Answer, type Block, heading, list, type Span, text } from '../src/domain/answer.ts';
import type { Platform } from '../src/domain/catalog.ts';
import { TOPICS, type Topic } from '../src/domain/vocabulary.ts';

const PLATFORM_OPTIONS = ['platform', 'second', 'third', 'fourth'];

export const compare = {
  data: {
    name: 'compare',
    description: 'Two to four platforms side by side, topic by topic',
    ...USABLE_ANYWHERE,
    options: [
      platformOption('The first platform', { required: true }),
      { ...platformOption('The second platform', { required: true }), name: 'second' },
      { ...platformOption('A third platform', { required: false }), name: 'third' },
      { ...platformOption('A fourth platform', { required: false }), name: 'fourth' },
    ],
  },
  async execute({ options }, context) {
    const platforms = new Map<string, Platform>();
    for (const words of PLATFORM_OPTIONS.map((name) => options[name] ?? '').filter((name) => name !== '')) {
      const resolved = resolvePlatform(words, context);
      if (resolved.status === 'unknown') return resolved.answer;
      platforms.set(resolved.platform.id, resolved.platform);
    }
    return compareAnswer([...platforms.values()], context);
  },
  autocomplete: (_option, typed, _request, context) => suggestPlatformChoices(typed, context),
  optionsFromArgs: splitArgs(PLATFORM_OPTIONS),
} satisfies Command;

async function compareAnswer(platforms: Platform[], { readModel, t }: CommandContext): Promise<Answer> {
  const columns: ComparisonColumn[] = await Promise.all(
    platforms.map(async (platform) => ({ platform, documents: await documentsWithStance(readModel, platform) })),
  );
  return {
    title: platforms.map(({ name }) => name).join(' · '),
    tone: 'neutral',
    blocks: [
      heading(t.text('documents-on-training')),
      list(columns.map((column) => trainingLine(column, t))),
      ...TOPICS.flatMap((topic) => topicBlocks(topic, columns, t)),
    ],
    footer: t.text('compare.footer', { command: commandSpan('clauses', t.language).code }),
    call: { command: 'compare', args: platforms.map(({ id }) => id).join('/') },
    picture: comparisonPicture(columns, t),
  };
}

function trainingLine({ platform, documents }: ComparisonColumn, t: Translator): Span[] {
  const positions = documents.flatMap(({ document, stance }) =>
    stance ? [`${t.text(`position.${stance.training}`)} (${documentTypeLabel(document.type, t)})`] : [],
  );
  return labelledLine(platform.name, positions.join('; ') || t.text('compare.not-read'), t);
}

/** Omits a topic on which neither documents nor research say anything. */
function topicBlocks(topic: Topic, columns: ComparisonColumn[], t: Translator): Block[] {
  const facts = columns.map(({ platform, documents }) => {
    const clauses = countClauses(documents, topic);
    const note = platform.researched.notes[topic];
    return [
      ...(clauses > 0 ? [t.text('compare.clauses', { count: clauses })] : []),
      ...(note ? [`📌 ${t.local(note)}`] : []),
    ].join(' · ');
  });
  if (facts.every((fact) => fact === '')) return [];
  const lines = columns.map(({ platform }, i) => labelledLine(platform.name, facts[i] || t.text('compare.unknown'), t));
  return [text({ bold: capitalize(t.text(`topic.${topic}`)) }), list(lines)];
}
