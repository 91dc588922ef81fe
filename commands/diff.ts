import { searchByName } from '../src/app/ask/name-index.ts';
import {
  findNewsroomActivity,
  type NewsroomActivity,
  platformById,
  type ReadModel,
  versionsOfChange,
} from '../src/app/ask/read-model.ts';
import { evidenceWindowLine, quoteBlocks } from '../src/app/reply/change-blocks.ts';
import { changeNameFormat } from '../src/app/reply/change-names.ts';
import { changePicture } from '../src/app/reply/change-picture.ts';
import {
  type Choice,
  type Command,
  type CommandContext,
  MAX_SUGGESTIONS,
  OPTION_TYPE,
} from '../src/app/reply/command.ts';
import { capitalize, changeLabel, documentLabel } from '../src/app/words/labels.ts';
import type { Translator } from '../src/app/words/translator.ts';
import { listEdits } from '../src/core/history/assess-change.ts';
import { type Answer, type Block, list, text } from '../src/domain/answer.ts';
import type { Change } from '../src/domain/document.ts';

/** Passages shown of one change, over as many pages as they need; what is left is counted. */
const MAX_PASSAGES = 200;
/**
 * Longer texts, both together, are not compared while somebody waits: it would hold up every other answer. What was kept of the change
 * is shown then, and the rest counted. No terms are as long; the longest of hundreds recorded have 250,000 letters.
 */
const MAX_COMPARED_CHARACTERS = 600_000;
/** The first characters of a change's id: enough to be its own, and short enough for a button. */
const SHORT_CHANGE_ID_LENGTH = 40;

/** How an alert's button asks for a change. */
const shortChangeId = ({ id }: Pick<Change, 'id'>): string => id.slice(0, SHORT_CHANGE_ID_LENGTH);

export const diff = {
  data: {
    name: 'diff',
    description: 'One change of a document, whole: every passage before and after',
    contexts: [0, 1, 2],
    integration_types: [0, 1],
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
  async execute(request, context) {
    const wanted = request.options.change?.trim() ?? '';
    const change = wanted === '' ? undefined : await findChange(wanted, context);
    return change === undefined ? unknownChange(context.t) : diffAnswer(change, context);
  },
  autocomplete: (_option, typed, _request, context) => suggestChanges(typed, context),
  optionsFromArgs: (about) => ({ change: about }),
} satisfies Command;

async function diffAnswer(change: Change, { readModel: archive, now, t: say }: CommandContext): Promise<Answer> {
  const platform = platformById(archive.catalog, change.platform);
  const document = platform?.documents.find(({ id }) => id === change.document);
  const { training } = change.reading;
  return {
    title: say.text('diff.title', {
      platform: platform?.name ?? change.platform,
      document: documentLabel(change.document, say),
    }),
    url: document?.url,
    tone: change.reading.direction,
    blocks: [
      text(capitalize(changeLabel(change, say)), '.'),
      trainingBlock(training, say),
      text(...evidenceWindowLine(change, say)),
      ...newsroomBlock(await findNewsroomActivity(archive, change, now), say),
      ...(await passageBlocks(change, document?.language, { readModel: archive, t: say })),
    ],
    footer: say.text('diff.footer'),
    call: { command: 'diff', args: shortChangeId(change) },
    picture: changePicture(change, platform, say),
  };
}

function trainingBlock(training: Change['reading']['training'], t: Translator): Block {
  const [before, now] = [t.text(`position.${training.old}`), t.text(`position.${training.new}`)];
  if (before === now) return text(...t.line('diff.training-same', { position: now }));
  return list([t.line('diff.training-before', { position: before }), t.line('diff.training-now', { position: now })]);
}

function newsroomBlock(newsroom: NewsroomActivity | undefined, t: Translator): Block[] {
  if (newsroom === undefined) return [];
  const spoke = t.line(`diff.newsroom-${newsroom.status}`);
  const lastWord = newsroom.status === 'silent' ? newsroom.lastStatementAt : undefined;
  const before = lastWord ? [' ', ...t.line('diff.newsroom-before', { date: { date: lastWord.slice(0, 10) } })] : [];
  return [text(...spoke, ...before)];
}

/** What is about AI first; then, where both texts are still stored and not too long, every other passage that differs. */
async function passageBlocks(
  change: Change,
  language: string | undefined,
  { readModel: archive, t: say }: Pick<CommandContext, 'readModel' | 't'>,
): Promise<Block[]> {
  const { evidence } = change.reading;
  const { edits, editCount } = await editsOf(change, archive);
  const told = new Set(evidence.flatMap(({ before, after }) => [before?.text, after?.text]));
  const others = edits.filter(({ before, after }) => !told.has(before?.text) && !told.has(after?.text));
  const total = editCount - (edits.length - others.length);
  return [
    ...quoteBlocks({ pairs: evidence, total: evidence.length }, MAX_PASSAGES, say, language),
    ...quoteBlocks({ pairs: others, total }, MAX_PASSAGES, say, language),
  ];
}

async function editsOf(change: Change, readModel: ReadModel): Promise<Pick<Change, 'edits' | 'editCount'>> {
  const versions = await versionsOfChange(readModel, change);
  if (versions === undefined) return change;
  const [before, after] = [versions.old.markdown, versions.new.markdown];
  if (before.length + after.length > MAX_COMPARED_CHARACTERS) return change;
  const edits = listEdits(before, after);
  return { edits, editCount: edits.length };
}

const unknownChange = (t: Translator): Answer => ({
  title: t.text('diff.unknown'),
  tone: 'trouble',
  blocks: [text(t.text('diff.unknown-words'))],
  ephemeral: true,
});

/** By its whole id or by what a button says of it. */
async function findChange(wanted: string, { readModel: archive }: CommandContext): Promise<Change | undefined> {
  const { changes } = archive.store;
  if (wanted.length !== SHORT_CHANGE_ID_LENGTH) return changes.get(wanted);
  for await (const [, change] of changes.entries(wanted)) return change;
  return undefined;
}

/** Changes about AI first, newest first; words typed must stand in the suggestion. */
async function suggestChanges(typed: string, context: CommandContext): Promise<Choice[]> {
  const { changes } = context.readModel.store;
  const found = await searchByName(changes, changeNameFormat(context), typed, {
    limit: MAX_SUGGESTIONS,
    unrelatedLast: true,
  });
  return found.map(({ key, name }) => ({ name, value: shortChangeId({ id: key }) }));
}
