/** Runs a slash command from the terminal: the same command, the same store, plain text. */
import type { Command, CommandContext, CommandRequest } from '../app/reply/command.ts';
import { translatorFor } from '../app/words/translator.ts';
import type { Answer } from '../domain/answer.ts';
import { openStore } from '../io/store/open-store.ts';
import { answerText } from '../io/terminal.ts';
import { JSON_OPTION, parseArguments, UsageError } from './cli-command.ts';
import { print, printJson } from './files.ts';
import { requireCatalog, requireConfig } from './setup.ts';

export async function runSlashCommand(command: Command, args: string[]): Promise<void> {
  const { positionals, values } = parseArguments(args, JSON_OPTION, { min: 1, max: 10 });
  const config = requireConfig();
  const catalog = await requireCatalog(config.catalogDirs);
  const store = openStore(config.storeUrl);
  try {
    const request: CommandRequest = { ...ANONYMOUS_REQUEST, options: { platform: positionals.join(' ') } };
    const context = {
      readModel: { catalog, store },
      subscriptionService: UNAVAILABLE_DESK,
      now: new Date(),
      t: translatorFor('en'),
    };
    const answer = await answerWithAllPages(command, request, context);
    if (answer.tone === 'trouble') throw new UsageError(answerText(answer).replace(/\n+/, ': ').replace(/\n+/g, ' '));
    if (values.json) printJson({ title: answer.title, text: answerText(answer) });
    else print(answerText(answer));
  } finally {
    await store.close();
  }
}

/** A terminal has room for all of what members read a part at a time. */
async function answerWithAllPages(command: Command, request: CommandRequest, context: CommandContext): Promise<Answer> {
  const answer = await command.execute(request, context);
  if (answer.previousPage === undefined) return answer;
  const options = command.optionsFromArgs?.(answer.previousPage.args) ?? {};
  const before = await answerWithAllPages(command, { ...request, options }, context);
  return { ...answer, blocks: [...before.blocks, ...answer.blocks] };
}

/** Nobody on Discord asks from a terminal. */
const ANONYMOUS_REQUEST: CommandRequest = {
  options: {},
  channels: {},
  roles: {},
  currentChannel: { id: '', missingPermissions: [] },
  userId: '',
  canManageServer: false,
};

const rejectOffDiscord = async (): Promise<never> => {
  throw new UsageError('alerts are set on Discord');
};
const UNAVAILABLE_DESK = {
  add: rejectOffDiscord,
  list: rejectOffDiscord,
  change: rejectOffDiscord,
  remove: rejectOffDiscord,
  sendTest: rejectOffDiscord,
  getForum: async () => undefined,
  checkOwnership: async () => 'unknown' as const,
  inspectChannel: rejectOffDiscord,
};
