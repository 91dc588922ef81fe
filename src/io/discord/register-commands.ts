/** Tells Discord which slash commands there are. Replaces the whole list, so that it needs no memory of the last one. */
import { DiscordAPIError, REST, type RESTGetCurrentApplicationResult, Routes } from 'discord.js';
import type { CommandData } from '../../app/reply/command.ts';
import { DiscordFatalError, toFatalError } from './fatal-error.ts';

/**
 * Registers the commands globally.
 * @returns how many Discord now knows.
 * @throws DiscordFatalError when the token is not accepted or a command is not.
 */
export async function registerCommands(
  { token, api }: { token: string; api: string },
  commands: readonly CommandData[],
): Promise<number> {
  const rest = new REST({ api }).setToken(token);
  try {
    const application = (await rest.get(Routes.currentApplication())) as RESTGetCurrentApplicationResult;
    const registered = await rest.put(Routes.applicationCommands(application.id), { body: commands });
    return Array.isArray(registered) ? registered.length : commands.length;
  } catch (error) {
    if (error instanceof DiscordAPIError && error.status === 400) {
      throw new DiscordFatalError(
        'bad-command',
        `Discord refused a command: ${error.message.replaceAll('\n', ' ')}`,
        error,
      );
    }
    throw toFatalError(error);
  }
}
