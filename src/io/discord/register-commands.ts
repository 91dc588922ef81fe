/** Registers the slash commands with Discord, replacing the whole list. */
import { DiscordAPIError, REST, type RESTGetCurrentApplicationResult, Routes } from 'discord.js';
import type { CommandData } from '../../app/reply/command.ts';
import { DiscordFatalError, toFatalError } from './fatal-error.ts';

/**
 * Registers the commands globally.
 * @returns how many Discord knows now.
 * @throws DiscordFatalError when Discord rejects the token or a command.
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
      const reason = error.message.replaceAll('\n', ' ');
      throw new DiscordFatalError('bad-command', `Discord rejected a command: ${reason}`, error);
    }
    throw toFatalError(error);
  }
}
