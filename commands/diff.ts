/** `/diff`: one change of a document with every passage before and after. */
import { findChange, listChangeEdits, shortChangeId } from '../src/app/ask/changes.ts';
import { findNewsroomActivity, type NewsroomActivity } from '../src/app/ask/newsroom.ts';
import { platformById } from '../src/app/ask/read-model.ts';
import { evidenceWindowLine, quoteBlocks } from '../src/app/reply/change-blocks.ts';
import { changePicture } from '../src/app/reply/change-picture.ts';
import {
  type Choice,
  type Command,
  type CommandContext,
  OPTION_TYPE,
  USABLE_ANYWHERE,
} from '../src/app/reply/command.ts';
import { changeNameFormat } from '../src/app/reply/item-names.ts';
import { problem } from '../src/app/reply/replies.ts';
import { capitalize, changeLabel, documentLabel } from '../src/app/words/labels.ts';
import type { Translator } from '../src/app/words/translator.ts';
import { type Answer, type Block, list, text } from '../src/domain/answer.ts';
import { DISCORD_LIMITS } from '../src/domain/discord-limits.ts';
import type { Change } from '../src/domain/document.ts';

/** Over as many pages as they need; further passages are counted. */
const MAX_PASSAGES = 200;

export const diff = {
  data: {
    name: 'diff',
    description: 'One change of a document, whole: every passage before and after',
    ...USABLE_ANYWHERE,
    options: [
      {
        type: OPTION_TYPE.string,
        name: 'change',
        description: 'Which change; type a platform or a date',
        required: true,
        autocomplete: true,
      },
    ],
  },
  async execute({ options }, context) {
    const { readModel, t } = context;
    const id = options.change?.trim() ?? '';
    const change = id === '' ? undefined : await findChange(readModel.store, id);
    if (change === undefined) return problem(t.text('diff.unknown'), text(t.text('diff.unknown-words')));
    return diffAnswer(change, context);
  },
  autocomplete: (_option, typed, _request, context) => suggestChanges(typed, context),
  optionsFromArgs: (args) => ({ change: args }),
} satisfies Command;

async function diffAnswer(change: Change, { readModel, now, t }: CommandContext): Promise<Answer> {
  const platform = platformById(readModel.catalog, change.platform);
  const document = platform?.documents.find(({ id }) => id === change.document);
  const edits = await listChangeEdits(readModel.store, change);
  return {
    title: t.text('diff.title', {
      platform: platform?.name ?? change.platform,
      document: documentLabel(change.document, t),
    }),
    url: document?.url,
    tone: change.assessment.direction,
    blocks: [
      text(capitalize(changeLabel(change, t)), '.'),
      trainingBlock(change.assessment.training, t),
      text(...evidenceWindowLine(change, t)),
      ...newsroomBlock(await findNewsroomActivity(readModel, change, now), t),
      ...passageBlocks(change, edits, document?.language, t),
    ],
    footer: t.text('diff.footer'),
    call: { command: 'diff', args: shortChangeId(change.id) },
    picture: changePicture(change, platform, t),
  };
}

function trainingBlock(training: Change['assessment']['training'], t: Translator): Block {
  const [before, now] = [t.text(`position.${training.old}`), t.text(`position.${training.new}`)];
  if (before === now) return text(...t.line('diff.training-same', { position: now }));
  return list([t.line('diff.training-before', { position: before }), t.line('diff.training-now', { position: now })]);
}

function newsroomBlock(newsroom: NewsroomActivity | undefined, t: Translator): Block[] {
  if (newsroom === undefined) return [];
  const lastStatementAt = newsroom.status === 'silent' ? newsroom.lastStatementAt : undefined;
  const before = lastStatementAt ? [' ', ...t.line('diff.newsroom-before', { date: { date: lastStatementAt } })] : [];
  return [text(...t.line(`diff.newsroom-${newsroom.status}`), ...before)];
}

/** Passages about AI first, then every other. */
function passageBlocks(
  change: Change,
  { edits, editCount }: Pick<Change, 'edits' | 'editCount'>,
  language: string | undefined,
  t: Translator,
): Block[] {
  const { evidence } = change.assessment;
  const shown = new Set(evidence.flatMap(({ before, after }) => [before?.text, after?.text]));
  const others = edits.filter(({ before, after }) => !shown.has(before?.text) && !shown.has(after?.text));
  const total = editCount - (edits.length - others.length);
  return [
    ...quoteBlocks({ pairs: evidence, total: evidence.length }, MAX_PASSAGES, t, language),
    ...quoteBlocks({ pairs: others, total }, MAX_PASSAGES, t, language),
  ];
}

/** Changes about AI first, newest first. */
async function suggestChanges(typed: string, context: CommandContext): Promise<Choice[]> {
  const options = { limit: DISCORD_LIMITS.choices, unrelatedLast: true };
  const found = await context.nameIndexes.changes.search(typed, changeNameFormat(context), options);
  return found.map(({ key, name }) => ({ name, value: shortChangeId(key) }));
}
