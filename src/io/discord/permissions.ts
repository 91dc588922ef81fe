/** Which permissions the bot needs where it posts alerts, and which of them it lacks. */
import { PermissionFlagsBits, PermissionsBitField } from 'discord.js';

const NEEDED = [
  ['View Channel', PermissionFlagsBits.ViewChannel],
  ['Send Messages', PermissionFlagsBits.SendMessages],
  ['Embed Links', PermissionFlagsBits.EmbedLinks],
] as const;
const NEEDED_IN_THREADS = [...NEEDED, ['Send Messages in Threads', PermissionFlagsBits.SendMessagesInThreads]] as const;

/**
 * Names, as Discord's settings show them, of what the bot lacks to post in a channel.
 * @param granted the bot's resolved permissions there.
 */
export function missingPermissions(granted: bigint, { thread = false } = {}): string[] {
  const permissions = new PermissionsBitField(granted);
  const needed = thread ? NEEDED_IN_THREADS.filter(([name]) => name !== 'Send Messages') : NEEDED;
  // `has` counts an administrator as having everything.
  return needed.filter(([, flag]) => !permissions.has(flag)).map(([name]) => name);
}
