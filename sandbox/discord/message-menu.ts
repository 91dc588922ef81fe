/** Message commands, and the `data` of their interactions. */
import { MESSAGE_COMMAND_TYPE } from './model/command-schema.ts';
import { InteractionError } from './model/interaction.ts';
import type { Message } from './model/messages.ts';
import type { RegisteredCommand, World } from './model/world.ts';

/** @throws InteractionError when there is no message command of that name. */
export function findMenuCommand({ commands }: World, name: string): RegisteredCommand {
  const command = commands.find((command) => command.type === MESSAGE_COMMAND_TYPE && command.name === name);
  if (command === undefined)
    throw new InteractionError('unknown-command', `There is no “${name}” in the menu of a message.`);
  return command;
}

/** Discord sends the whole target message, and no other. */
export function buildMenuData({ id, name, type, guild_id }: RegisteredCommand, target: Message) {
  return {
    id,
    name,
    type,
    ...(guild_id ? { guild_id } : {}),
    target_id: target.id,
    resolved: { messages: { [target.id]: target } },
  };
}
