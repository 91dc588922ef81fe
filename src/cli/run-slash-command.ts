/** Runs a slash command from the terminal: the same command, the same store, plain text. */
import type { Command, Context, Request } from '../app/reply/command.ts';
import type { Answer } from '../domain/answer.ts';
import { sayIn } from '../app/words/translator.ts';
import { openStore } from '../io/store/open-store.ts';
import { answerText } from '../io/terminal.ts';
import { JSON_OPTION, readArgs, UsageError } from './cli-command.ts';
import { print, printJson } from './files.ts';
import { catalogFrom, configured } from './setup.ts';

export async function answerFromArchive(command: Command, args: string[]): Promise<void> {
  const { positionals, values } = readArgs(args, JSON_OPTION, { least: 1, most: 10 });
  const config = configured();
  const catalog = await catalogFrom(config.catalogDirs);
  const store = openStore(config.storeUrl);
  try {
    const request: Request = { ...NOBODY, options: { platform: positionals.join(' ') } };
    const context = { archive: { catalog, store }, desk: NO_DESK, now: new Date(), say: sayIn('en') };
    const answer = await wholeAnswer(command, request, context);
    if (answer.tone === 'trouble') throw new UsageError(answerText(answer).replace(/\n+/, ': ').replace(/\n+/g, ' '));
    if (values.json) printJson({ title: answer.title, text: answerText(answer) });
    else print(answerText(answer));
  } finally {
    await store.close();
  }
}

/** A terminal has room for all of what members read a part at a time. */
async function wholeAnswer(command: Command, request: Request, context: Context): Promise<Answer> {
  const answer = await command.execute(request, context);
  if (answer.before === undefined) return answer;
  const options = command.optionsFor?.(answer.before.about) ?? {};
  const before = await wholeAnswer(command, { ...request, options }, context);
  return { ...answer, blocks: [...before.blocks, ...answer.blocks] };
}

/** Nobody on Discord asks from a terminal. */
const NOBODY: Request = {
  options: {},
  channels: {},
  roles: {},
  here: { id: '', missingPermissions: [] },
  userId: '',
  mayManageServer: false,
};

const notHere = async (): Promise<never> => {
  throw new UsageError('alerts are set on Discord');
};
const NO_DESK = {
  add: notHere,
  list: notHere,
  change: notHere,
  remove: notHere,
  test: notHere,
  forumOf: async () => undefined,
  belongs: async () => 'unknown' as const,
  inspect: notHere,
};
