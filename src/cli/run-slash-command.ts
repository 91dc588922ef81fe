/** Runs a slash command from the terminal: same command, same store, plain text. */
import { createNameIndexes } from '../app/ask/name-index.ts';
import { createSearchIndex } from '../app/ask/search-index.ts';
import type { Command, CommandContext, CommandRequest } from '../app/reply/command.ts';
import { translatorFor } from '../app/words/translator.ts';
import { requireCatalog, requireConfig } from '../bot/setup.ts';
import type { Answer } from '../domain/answer.ts';
import { openSharedStore } from '../io/store/open-upgraded-store.ts';
import { answerText } from '../io/terminal.ts';
import { type CliCommand, JSON_OPTION, parseArguments, UsageError } from './cli-command.ts';
import { print, printJson } from './output.ts';

/** @param name of a command that takes a platform. */
export const slashCommand = (name: string, command: Command): CliCommand => ({
  name,
  usage: 'PLATFORM [--json]',
  summary: `answers as /${name} does, as text`,
  help: 'Answers from the catalog and the store; nothing is fetched.',
  run: (args) => runSlashCommand(command, args),
});

async function runSlashCommand(command: Command, args: string[]): Promise<void> {
  const { positionals, values } = parseArguments(args, JSON_OPTION, { min: 1, max: 10 });
  const config = requireConfig();
  const catalog = await requireCatalog(config.catalogDirs);
  await using resources = new AsyncDisposableStack();
  const store = resources.adopt(await openSharedStore(config.storeUrl), (opened) => opened.close());
  const readModel = { catalog, store };
  const request: CommandRequest = { ...ANONYMOUS_REQUEST, options: { platform: positionals.join(' ') } };
  const answer = await answerWithAllPages(command, request, {
    readModel,
    searchIndex: createSearchIndex(readModel),
    nameIndexes: createNameIndexes(store),
    subscriptionService: UNAVAILABLE_SUBSCRIPTIONS,
    now: new Date(),
    t: translatorFor('en'),
  });
  const text = answerText(answer);
  if (answer.tone === 'trouble') throw new UsageError(text.replace(/\n+/, ': ').replace(/\n+/g, ' '));
  if (values.json) printJson({ title: answer.title, text });
  else print(text);
}

/** A terminal has room for all pages of an answer. */
async function answerWithAllPages(command: Command, request: CommandRequest, context: CommandContext): Promise<Answer> {
  const answer = await command.execute(request, context);
  if (answer.previousPage === undefined) return answer;
  const options = command.optionsFromArgs?.(answer.previousPage.args) ?? {};
  const earlier = await answerWithAllPages(command, { ...request, options }, context);
  return { ...answer, blocks: [...earlier.blocks, ...answer.blocks] };
}

const ANONYMOUS_REQUEST: CommandRequest = {
  options: {},
  channels: {},
  roles: {},
  currentChannel: { id: '', missingPermissions: [] },
  userId: '',
  canManageServer: false,
};

const reject = async (): Promise<never> => {
  throw new UsageError('alerts are set on Discord');
};
const UNAVAILABLE_SUBSCRIPTIONS: CommandContext['subscriptionService'] = {
  add: reject,
  list: reject,
  change: reject,
  remove: reject,
  sendTest: reject,
  getForum: async () => undefined,
  checkOwnership: async () => 'unknown',
  inspectChannel: reject,
};
