/** A command in the menu of a message, and the `data` of the interaction that picking it makes. */
import { MESSAGE_COMMAND_TYPE } from './command-schema.ts';
import { NotAnswered } from './interaction.ts';
import type { Message } from './messages.ts';
import type { RegisteredCommand, World } from './world.ts';

/** @throws NotAnswered when no command of that name stands in the menu. */
export function menuCommand({ commands }: World, name: string): RegisteredCommand {
  const command = commands.find((one) => one.type === MESSAGE_COMMAND_TYPE && one.name === name);
  if (command === undefined)
    throw new NotAnswered('unknown-command', `There is no “${name}” in the menu of a message.`);
  return command;
}

/** The message goes along whole, as Discord resolves it: a bot sees the words of this one message alone. */
export function menuData({ id, name, type, guild_id }: RegisteredCommand, target: Message) {
  return {
    id,
    name,
    type,
    ...(guild_id ? { guild_id } : {}),
    target_id: target.id,
    resolved: { messages: { [target.id]: target } },
  };
}
