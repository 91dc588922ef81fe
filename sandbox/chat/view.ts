/** What the chat page is told when it opens: the server, its channels with their messages, the commands, the story. */
import { type CommandOption, MESSAGE_COMMAND_TYPE, SLASH_COMMAND } from '../discord/command-schema.ts';
import { type Locale, type Spoken, wordsIn } from '../discord/locales.ts';
import type { LoopbackDiscord } from '../discord/loopback-discord.ts';
import { may, permissionsOf } from '../discord/permissions.ts';
import type { RegisteredCommand } from '../discord/world.ts';
import type { StoryView } from '../story-teller.ts';
import { messagesIn } from './thread-view.ts';

export interface CommandView {
  /** With its subcommand, such as `alerts add`. */
  name: string;
  /** Its name in the visitor's language, where the bot told one; so are the description, and the same of options and choices. */
  label: string;
  description: string;
  options: OptionView[];
}

export interface OptionView extends CommandOption {
  label: string;
}

/** A command in the menu of each message. */
export type MenuCommandView = Pick<CommandView, 'name' | 'label'>;

export interface PageView {
  server: string;
  you: { id: string; roles: string[] };
  spoken: Spoken;
  bot: { id: string; name: string; online: boolean };
  channels: { id: string; name: string; topic: string; type: number }[];
  roles: { id: string; name: string; color: number }[];
  members: { id: string; name: string }[];
  commands: CommandView[];
  messageMenu: MenuCommandView[];
  /** By channel id, oldest first. */
  messages: Record<string, unknown[]>;
  story: StoryView;
  links: { label: string; url: string }[];
}

export function pageView(discord: LoopbackDiscord, story: StoryView, links: PageView['links']): PageView {
  const { guild, you, bot, spoken } = discord.world;
  return {
    server: guild.name,
    you: { id: you.user.id, roles: you.roles },
    spoken,
    bot: { id: bot.id, name: bot.username, online: discord.online() },
    channels: guild.channels.map(({ id, name = '', topic, type }) => ({ id, name, topic: topic ?? '', type })),
    roles: guild.roles.map(({ id, name, color }) => ({ id, name, color })),
    members: guild.members.map(({ user }) => ({ id: user.id, name: user.global_name ?? user.username })),
    commands: commandViews(discord),
    messageMenu: messageMenuViews(discord),
    messages: Object.fromEntries(guild.channels.map((one) => [one.id, messagesIn(discord.world, one)])),
    story,
    links,
  };
}

/** The commands the visitor may run, subcommands each by itself, in the order of their names. */
export const commandViews = (discord: LoopbackDiscord): CommandView[] =>
  allowed(SLASH_COMMAND, discord)
    .flatMap((command) => runnable(command, discord.world.spoken.you))
    .sort((a, b) => (a.label < b.label ? -1 : 1));

/** What the visitor may pick in the menu of a message. */
export const messageMenuViews = (discord: LoopbackDiscord): MenuCommandView[] =>
  allowed(MESSAGE_COMMAND_TYPE, discord).map(({ name, name_localizations: localized }) => ({
    name,
    label: wordsIn(discord.world.spoken.you, name, localized),
  }));

function allowed(type: number, { world }: LoopbackDiscord): RegisteredCommand[] {
  const held = permissionsOf(world.you, world.guild);
  if (!may(held, 'USE_APPLICATION_COMMANDS')) return [];
  return world.commands
    .filter((command) => command.type === type)
    .filter(({ default_member_permissions: needed }) => (held & BigInt(needed ?? 0)) === BigInt(needed ?? 0));
}

type Described = Pick<CommandOption, 'name' | 'name_localizations' | 'description' | 'description_localizations'>;

function runnable(
  command: Described & { options?: CommandOption[] | null },
  locale: Locale,
  above?: Pick<CommandView, 'name' | 'label'>,
): CommandView[] {
  const words = wordsOf(command, locale);
  const name = above ? `${above.name} ${command.name}` : command.name;
  const label = above ? `${above.label} ${words.label}` : words.label;
  const options = command.options ?? [];
  const subcommands = options.filter(({ type }) => type <= 2);
  if (subcommands.length > 0) return subcommands.flatMap((sub) => runnable(sub, locale, { name, label }));
  return [{ name, label, description: words.description, options: options.map((one) => optionView(one, locale)) }];
}

function optionView(option: CommandOption, locale: Locale): OptionView {
  const choices = option.choices?.map(({ name, name_localizations: localized, value }) => ({
    name: wordsIn(locale, name, localized),
    value,
  }));
  return { ...option, ...wordsOf(option, locale), choices };
}

const wordsOf = (one: Described, locale: Locale) => ({
  label: wordsIn(locale, one.name, one.name_localizations),
  description: wordsIn(locale, one.description, one.description_localizations),
});
