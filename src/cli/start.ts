import { createLog } from '../io/log.ts';
import type { Bot } from '../main.ts';
import { startBot } from '../main.ts';
import { type CliCommand, parseArguments } from './cli-command.ts';
import { logUnhandledRejections } from './process-errors.ts';
import { runUntilStopped } from './run-until-stopped.ts';
import { runSandbox } from './sandbox.ts';
import { requireCatalog, requireConfig } from './setup.ts';

export const start: CliCommand = {
  name: 'start',
  usage: '',
  summary: 'runs the bot; without DISCORD_TOKEN, against the sandbox',
  help:
    'Connects to Discord with DISCORD_TOKEN, registers the slash commands, looks at every source and tells the channels that care.\n' +
    'Without a token it runs the same bot against a Discord of its own, with a chat page in the browser.',
  async run(args) {
    parseArguments(args, {});
    const config = requireConfig();
    if (config.discordToken === undefined) return runSandbox(config);
    const catalog = await requireCatalog(config.catalogDirs);
    const log = createLog(config.logLevel, { pretty: process.stderr.isTTY });
    logUnhandledRejections(log);
    await runUntilStopped<Bot>(async (stop) => {
      const bot = await startBot({ config, catalog, log, onFatalError: stop });
      log.info(
        `ready as ${bot.gateway.userTag} in ${bot.gateway.servers} servers, watching ${catalog.platforms.length} platforms`,
      );
      return bot;
    });
  },
};
