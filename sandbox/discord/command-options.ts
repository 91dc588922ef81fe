/** Builds the `data` of a slash command interaction from what a member typed: typed options and resolved entities. */
import { type CommandOption, OPTION, SLASH_COMMAND } from './model/command-schema.ts';
import { InteractionError } from './model/interaction.ts';
import { permissionsOf } from './model/permissions.ts';
import { botPermissions, type RegisteredCommand, type World } from './model/world.ts';

/** By option name: the typed text, or the id of a channel, role or member. */
export type OptionValues = Readonly<Record<string, string>>;

export interface CommandMatch {
  command: RegisteredCommand;
  /** `add` of `/alerts add`, outermost first. */
  subcommands: string[];
  /** The options of the innermost subcommand. */
  options: CommandOption[];
}

interface DataOption {
  type: number;
  name: string;
  value?: string | number | boolean;
  focused?: true;
  options?: DataOption[];
}

/**
 * Finds a command by its full name, such as `alerts add`.
 * @throws InteractionError when there is no such command, or when it needs a subcommand.
 */
export function findCommand(world: World, words: string): CommandMatch {
  const [name, ...subcommands] = words.split(' ');
  const command = world.commands.find((command) => command.type === SLASH_COMMAND && command.name === name);
  if (command === undefined) throw new InteractionError('unknown-command', `There is no command /${name}.`);
  let options = command.options ?? [];
  for (const word of subcommands) {
    const sub = options.find((one) => one.name === word && isSubcommand(one));
    if (sub === undefined) throw new InteractionError('unknown-command', `There is no command /${words}.`);
    options = sub.options ?? [];
  }
  if (options.some(isSubcommand)) throw new InteractionError('unknown-command', `/${words} has subcommands; pick one.`);
  return { command, subcommands, options };
}

/**
 * The `data` of a command, or of an autocomplete request for the option `focused`.
 * @throws InteractionError where Discord's own client would not let the member send it.
 */
export function buildCommandData(
  world: World,
  asked: CommandMatch,
  typed: OptionValues,
  channelId: string,
  focused?: string,
) {
  const { command, subcommands, options } = asked;
  if (focused === undefined) requireOptions(options, typed);
  const given = Object.entries(typed).map(([name, value]) => {
    const option = options.find((option) => option.name === name);
    if (option === undefined) throw new InteractionError('bad-option', `There is no option "${name}".`);
    if (focused === name) return { type: option.type, name, value, focused: true as const };
    return { type: option.type, name, value: parseOptionValue(option, value) };
  });
  return {
    id: command.id,
    name: command.name,
    type: command.type,
    ...(command.guild_id ? { guild_id: command.guild_id } : {}),
    options: nestInSubcommands(subcommands, given, command.options ?? []),
    resolved: resolveOptions(world, options, typed, channelId),
  };
}

function requireOptions(options: CommandOption[], typed: OptionValues): void {
  const missing = options.find(({ name, required }) => required && !typed[name]);
  if (missing) throw new InteractionError('bad-option', `The option "${missing.name}" is required.`);
}

function parseOptionValue(option: CommandOption, text: string): string | number | boolean {
  const { type, name, choices, min_length = 0, max_length = 6000, min_value, max_value } = option;
  if (choices?.length && !choices.some(({ value }) => String(value) === text)) {
    throw new InteractionError('bad-option', `"${text.slice(0, 50)}" is not one of the choices of "${name}".`);
  }
  if (type === OPTION.boolean) return text === 'true';
  if (type === OPTION.integer || type === OPTION.number) {
    const number = Number(text);
    const fits = number >= (min_value ?? -(2 ** 53)) && number <= (max_value ?? 2 ** 53);
    if (fits && (type === OPTION.number || Number.isInteger(number))) return number;
    throw new InteractionError('bad-option', `"${name}" must be a number within its limits.`);
  }
  if (text.length < min_length || text.length > max_length) {
    throw new InteractionError('bad-option', `"${name}" must have ${min_length} to ${max_length} characters.`);
  }
  return text;
}

function nestInSubcommands(subcommands: string[], given: DataOption[], written: CommandOption[]): DataOption[] {
  const [first, ...rest] = subcommands;
  if (first === undefined) return given;
  const sub = written.find(({ name }) => name === first);
  return [
    { type: sub?.type ?? OPTION.subcommand, name: first, options: nestInSubcommands(rest, given, sub?.options ?? []) },
  ];
}

function resolveOptions(world: World, options: CommandOption[], typed: OptionValues, channelId: string) {
  const channels: Record<string, unknown> = {};
  const roles: Record<string, unknown> = {};
  const users: Record<string, unknown> = {};
  const members: Record<string, unknown> = {};
  for (const { name, type } of options) {
    const id = typed[name];
    if (id === undefined) continue;
    if (type === OPTION.channel) channels[id] = resolveChannel(world, id);
    else if (type === OPTION.role) roles[id] = findById(world.guild.roles, id, name);
    else if (type === OPTION.user) {
      const member = world.guild.members.find((member) => member.user.id === id);
      if (member === undefined) throw new InteractionError('bad-option', `"${name}" is not a member of this server.`);
      const { user, ...rest } = member;
      users[id] = user;
      members[id] = { ...rest, permissions: String(permissionsOf(member, world.guild, channelIn(world, channelId))) };
    }
  }
  return { channels, roles, users, members };
}

/** A resolved channel carries the permissions of the member and of the bot in it. */
function resolveChannel(world: World, id: string) {
  const channel = findById(world.guild.channels, id, 'channel');
  const { name, type, parent_id, guild_id } = channel;
  const permissions = String(permissionsOf(world.you, world.guild, channel));
  return { id, name, type, parent_id, guild_id, permissions, app_permissions: String(botPermissions(world, channel)) };
}

function findById<Thing extends { id: string }>(things: Thing[], id: string, option: string): Thing {
  const thing = things.find((thing) => thing.id === id);
  if (thing === undefined) throw new InteractionError('bad-option', `"${option}" does not exist in this server.`);
  return thing;
}

const channelIn = (world: World, id: string) => world.guild.channels.find((channel) => channel.id === id);
const isSubcommand = ({ type }: CommandOption): boolean => type === OPTION.subcommand || type === OPTION.group;
