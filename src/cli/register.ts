/** `clausewatch register`: registers the slash commands with Discord. */
import { commandData } from '../../commands/index.ts';
import { requireConfig } from '../bot/setup.ts';
import { registerCommands } from '../io/discord/register-commands.ts';
import { type CliCommand, JSON_OPTION, parseArguments, UsageError } from './cli-command.ts';
import { pluralize, print, printJson } from './output.ts';

export const register: CliCommand = {
  name: 'register',
  usage: '[--json]',
  summary: 'registers the slash commands with Discord',
  help: 'Registers the slash commands of the bot that DISCORD_TOKEN belongs to. `start` does so too.',
  async run(args) {
    const { values } = parseArguments(args, JSON_OPTION);
    const { discordToken: token, discordApi: api } = requireConfig();
    if (token === undefined) throw new UsageError('DISCORD_TOKEN is not set');
    const registered = await registerCommands({ token, api }, commandData);
    if (values.json) printJson({ registered });
    else print(`${pluralize(registered, 'command')} registered`);
  },
};
