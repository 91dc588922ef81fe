import { commandData } from '../../commands/index.ts';
import { registerCommands } from '../io/discord/register-commands.ts';
import { type CliCommand, JSON_OPTION, readArgs, UsageError } from './cli-command.ts';
import { print, printJson } from './files.ts';
import { configured, count } from './setup.ts';

export const register: CliCommand = {
  name: 'register',
  usage: '[--json]',
  summary: 'registers the slash commands with Discord',
  help: 'Registers the slash commands of the bot that DISCORD_TOKEN belongs to. `start` does so too.',
  async run(args) {
    const { values } = readArgs(args, JSON_OPTION);
    const { discordToken: token, discordApi: api } = configured();
    if (token === undefined) throw new UsageError('DISCORD_TOKEN is not set');
    const registered = await registerCommands({ token, api }, commandData);
    if (values.json) printJson({ registered });
    else print(`${count(registered, 'command')} registered`);
  },
};
