/** Turns what a member typed into the `data` of an interaction: options by type, and the things they point at. */
import { type CommandOption, OPTION, SLASH_COMMAND } from './command-schema.ts';
import { NotAnswered } from './interaction.ts';
import { permissionsOf } from './permissions.ts';
import { botPermissions, type RegisteredCommand, type World } from './world.ts';

/** What was typed or picked, by option name: text, or the id of a channel, role or member. */
export type Typed = Readonly<Record<string, string>>;

export interface Asked {
  command: RegisteredCommand;
  /** `add` of `/alerts add`, outermost first. */
  subcommands: string[];
  /** The options of what is asked, without the subcommands around them. */
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
 * Finds what `alerts add` names.
 * @throws NotAnswered when there is no such command, or it is only the name of a group of commands.
 */
export function askedCommand(world: World, words: string): Asked {
  const [name, ...subcommands] = words.split(' ');
  const command = world.commands.find((one) => one.type === SLASH_COMMAND && one.name === name);
  if (command === undefined) throw new NotAnswered('unknown-command', `There is no command /${name}.`);
  let options = command.options ?? [];
  for (const word of subcommands) {
    const sub = options.find((one) => one.name === word && isSubcommand(one));
    if (sub === undefined) throw new NotAnswered('unknown-command', `There is no command /${words}.`);
    options = sub.options ?? [];
  }
  if (options.some(isSubcommand)) throw new NotAnswered('unknown-command', `/${words} has subcommands; pick one.`);
  return { command, subcommands, options };
}

/**
 * The `data` of a command, or of an autocomplete question about the option `focused`.
 * @throws NotAnswered where Discord's own client would not let the member send it.
 */
export function interactionData(world: World, asked: Asked, typed: Typed, channelId: string, focused?: string) {
  const { command, subcommands, options } = asked;
  if (focused === undefined) refuseMissing(options, typed);
  const given = Object.entries(typed).map(([name, value]) => {
    const option = options.find((one) => one.name === name);
    if (option === undefined) throw new NotAnswered('bad-option', `There is no option "${name}".`);
    if (focused === name) return { type: option.type, name, value, focused: true as const };
    return { type: option.type, name, value: givenValue(option, value) };
  });
  return {
    id: command.id,
    name: command.name,
    type: command.type,
    ...(command.guild_id ? { guild_id: command.guild_id } : {}),
    options: inside(subcommands, given, command.options ?? []),
    resolved: resolvedOf(world, options, typed, channelId),
  };
}

function refuseMissing(options: CommandOption[], typed: Typed): void {
  const missing = options.find(({ name, required }) => required && !typed[name]);
  if (missing) throw new NotAnswered('bad-option', `The option "${missing.name}" is required.`);
}

function givenValue(option: CommandOption, text: string): string | number | boolean {
  const { type, name, choices, min_length = 0, max_length = 6000, min_value, max_value } = option;
  if (choices?.length && !choices.some(({ value }) => String(value) === text)) {
    throw new NotAnswered('bad-option', `"${text.slice(0, 50)}" is not one of the choices of "${name}".`);
  }
  if (type === OPTION.boolean) return text === 'true';
  if (type === OPTION.integer || type === OPTION.number) {
    const number = Number(text);
    const fits = number >= (min_value ?? -(2 ** 53)) && number <= (max_value ?? 2 ** 53);
    if (fits && (type === OPTION.number || Number.isInteger(number))) return number;
    throw new NotAnswered('bad-option', `"${name}" must be a number within its limits.`);
  }
  if (text.length < min_length || text.length > max_length) {
    throw new NotAnswered('bad-option', `"${name}" must have ${min_length} to ${max_length} characters.`);
  }
  return text;
}

function inside(subcommands: string[], given: DataOption[], written: CommandOption[]): DataOption[] {
  const [first, ...rest] = subcommands;
  if (first === undefined) return given;
  const sub = written.find(({ name }) => name === first);
  return [{ type: sub?.type ?? OPTION.subcommand, name: first, options: inside(rest, given, sub?.options ?? []) }];
}

function resolvedOf(world: World, options: CommandOption[], typed: Typed, channelId: string) {
  const channels: Record<string, unknown> = {};
  const roles: Record<string, unknown> = {};
  const users: Record<string, unknown> = {};
  const members: Record<string, unknown> = {};
  for (const { name, type } of options) {
    const id = typed[name];
    if (id === undefined) continue;
    if (type === OPTION.channel) channels[id] = pickedChannel(world, id);
    else if (type === OPTION.role) roles[id] = found(world.guild.roles, id, name);
    else if (type === OPTION.user) {
      const member = world.guild.members.find((one) => one.user.id === id);
      if (member === undefined) throw new NotAnswered('bad-option', `"${name}" is nobody here.`);
      const { user, ...rest } = member;
      users[id] = user;
      members[id] = { ...rest, permissions: String(permissionsOf(member, world.guild, channelIn(world, channelId))) };
    }
  }
  return { channels, roles, users, members };
}

/** A channel option carries the member's rights in it, and the bot's. */
function pickedChannel(world: World, id: string) {
  const channel = found(world.guild.channels, id, 'channel');
  const { name, type, parent_id, guild_id } = channel;
  const permissions = String(permissionsOf(world.you, world.guild, channel));
  return { id, name, type, parent_id, guild_id, permissions, app_permissions: String(botPermissions(world, channel)) };
}

function found<Thing extends { id: string }>(things: Thing[], id: string, option: string): Thing {
  const thing = things.find((one) => one.id === id);
  if (thing === undefined) throw new NotAnswered('bad-option', `"${option}" is not here.`);
  return thing;
}

const channelIn = (world: World, id: string) => world.guild.channels.find((one) => one.id === id);
const isSubcommand = ({ type }: CommandOption): boolean => type === OPTION.subcommand || type === OPTION.group;
