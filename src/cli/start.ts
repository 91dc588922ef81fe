/** `clausewatch start`: runs the bot. */
import { requireCatalog, requireConfig } from '../bot/setup.ts';
import { startBot } from '../bot/start-bot.ts';
import { createLog } from '../io/log/log.ts';
import { type CliCommand, parseArguments } from './cli-command.ts';
import { logUnhandledRejections } from './process-errors.ts';
import { runUntilStopped } from './run-until-stopped.ts';
import { runSandbox } from './sandbox.ts';

export const start: CliCommand = {
  name: 'start',
  usage: '',
  summary: 'runs the bot; without DISCORD_TOKEN, against the sandbox',
  help:
    'Connects to Discord with DISCORD_TOKEN, registers the slash commands, polls every source and alerts the subscribed channels.\n' +
    'Without a token it runs the same bot against a Discord of its own, with a chat page in the browser.',
  async run(args) {
    parseArguments(args, {});
    const config = requireConfig();
    if (config.discordToken === undefined) return runSandbox(config);
    const catalog = await requireCatalog(config.catalogDirs);
    const log = createLog(config.logLevel, { pretty: process.stderr.isTTY });
    logUnhandledRejections(log);
    await runUntilStopped(async (stop) => {
      const bot = await startBot({ config, catalog, log, onFatalError: stop });
      const { userTag, servers } = bot.gateway;
      log.info(`ready as ${userTag} in ${servers} servers, watching ${catalog.platforms.length} platforms`);
      return bot;
    });
  },
};
