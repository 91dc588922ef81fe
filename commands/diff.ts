import { type Answer, type Block, list, text } from '../src/domain/answer.ts';
import { quoteBlocks, windowLine } from '../src/app/reply/change-blocks.ts';
import { changePicture } from '../src/app/reply/change-picture.ts';
import { namedLike } from '../src/app/ask/name-index.ts';
import { type Archive, type Newsroom, newsroomOn, platformById, versionsOf } from '../src/app/ask/read-model.ts';
import type { Say } from '../src/app/words/translator.ts';
import { capital, changeWords, documentWords } from '../src/app/words/labels.ts';
import { editsBetween } from '../src/core/history/assess-change.ts';
import type { Change } from '../src/domain/document.ts';
import { changeNames } from '../src/app/reply/change-names.ts';
import { type Choice, type Command, type Context, OPTION, SUGGESTIONS } from '../src/app/reply/command.ts';

/** Passages shown of one change, over as many pages as they need; what is left is counted. */
const SHOWN = 200;
/**
 * Longer texts, both together, are not compared while somebody waits: it would hold up every other answer. What was kept of the change
 * is shown then, and the rest counted. No terms are as long; the longest of hundreds recorded have 250,000 letters.
 */
const MOST_COMPARED_LETTERS = 600_000;
/** The first characters of a change's id: enough to be its own, and short enough for a button. */
const ID_LENGTH = 40;

/** How an alert's button asks for a change. */
const aboutChange = ({ id }: Pick<Change, 'id'>): string => id.slice(0, ID_LENGTH);

export const diff = {
  data: {
    name: 'diff',
    description: 'One change of a document, whole: every passage before and after',
    contexts: [0, 1, 2],
    integration_types: [0, 1],
    options: [
      {
        type: OPTION.string,
        name: 'change',
        description: 'Which change; type a platform or a date',
        required: true,
        autocomplete: true,
      },
    ],
  },
  async execute(request, context) {
    const wanted = request.options.change?.trim() ?? '';
    const change = wanted === '' ? undefined : await changeCalled(wanted, context);
    return change === undefined ? unknownChange(context.say) : diffAnswer(change, context);
  },
  autocomplete: (_option, typed, _request, context) => suggestChanges(typed, context),
  optionsFor: (about) => ({ change: about }),
} satisfies Command;

async function diffAnswer(change: Change, { archive, now, say }: Context): Promise<Answer> {
  const platform = platformById(archive.catalog, change.platform);
  const document = platform?.documents.find(({ id }) => id === change.document);
  const { training } = change.reading;
  return {
    title: say.text('diff.title', {
      platform: platform?.name ?? change.platform,
      document: documentWords(change.document, say),
    }),
    url: document?.url,
    tone: change.reading.direction,
    blocks: [
      text(capital(changeWords(change, say)), '.'),
      trainingBlock(training, say),
      text(...windowLine(change, say)),
      ...newsroomBlock(await newsroomOn(archive, change, now), say),
      ...(await passageBlocks(change, document?.language, { archive, say })),
    ],
    footer: say.text('diff.footer'),
    ask: { command: 'diff', about: aboutChange(change) },
    picture: changePicture(change, platform, say),
  };
}

function trainingBlock(training: Change['reading']['training'], say: Say): Block {
  const [before, now] = [say.text(`position.${training.old}`), say.text(`position.${training.new}`)];
  if (before === now) return text(...say.line('diff.training-same', { position: now }));
  return list([
    say.line('diff.training-before', { position: before }),
    say.line('diff.training-now', { position: now }),
  ]);
}

function newsroomBlock(newsroom: Newsroom | undefined, say: Say): Block[] {
  if (newsroom === undefined) return [];
  const spoke = say.line(`diff.newsroom-${newsroom.spoke}`);
  const lastWord = newsroom.spoke === 'silent' ? newsroom.lastWord : undefined;
  const before = lastWord ? [' ', ...say.line('diff.newsroom-before', { date: { date: lastWord.slice(0, 10) } })] : [];
  return [text(...spoke, ...before)];
}

/** What is about AI first; then, where both texts are still stored and not too long, every other passage that differs. */
async function passageBlocks(
  change: Change,
  language: string | undefined,
  { archive, say }: Pick<Context, 'archive' | 'say'>,
): Promise<Block[]> {
  const { evidence } = change.reading;
  const { edits, editCount } = await editsOf(change, archive);
  const told = new Set(evidence.flatMap(({ before, after }) => [before?.text, after?.text]));
  const others = edits.filter(({ before, after }) => !told.has(before?.text) && !told.has(after?.text));
  const total = editCount - (edits.length - others.length);
  return [
    ...quoteBlocks({ pairs: evidence, total: evidence.length }, SHOWN, say, language),
    ...quoteBlocks({ pairs: others, total }, SHOWN, say, language),
  ];
}

async function editsOf(change: Change, archive: Archive): Promise<Pick<Change, 'edits' | 'editCount'>> {
  const versions = await versionsOf(archive, change);
  if (versions === undefined) return change;
  const [before, after] = [versions.old.markdown, versions.new.markdown];
  if (before.length + after.length > MOST_COMPARED_LETTERS) return change;
  const edits = editsBetween(before, after);
  return { edits, editCount: edits.length };
}

const unknownChange = (say: Say): Answer => ({
  title: say.text('diff.unknown'),
  tone: 'trouble',
  blocks: [text(say.text('diff.unknown-words'))],
  ephemeral: true,
});

/** By its whole id or by what a button says of it. */
async function changeCalled(wanted: string, { archive }: Context): Promise<Change | undefined> {
  const { changes } = archive.store;
  if (wanted.length !== ID_LENGTH) return changes.get(wanted);
  for await (const [, change] of changes.entries(wanted)) return change;
  return undefined;
}

/** Changes about AI first, newest first; words typed must stand in the suggestion. */
async function suggestChanges(typed: string, context: Context): Promise<Choice[]> {
  const { changes } = context.archive.store;
  const found = await namedLike(changes, changeNames(context), typed, { limit: SUGGESTIONS, asideLast: true });
  return found.map(({ key, name }) => ({ name, value: aboutChange({ id: key }) }));
}
