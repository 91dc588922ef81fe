/** The state the chat page loads: server, channels, messages, commands, story. */

import type { LoopbackDiscord } from '../discord/loopback-discord.ts';
import { type CommandOption, MESSAGE_COMMAND_TYPE, SLASH_COMMAND } from '../discord/model/command-schema.ts';
import { type Locale, type LocaleSettings, localizedText } from '../discord/model/locales.ts';
import { may, permissionsOf } from '../discord/model/permissions.ts';
import type { RegisteredCommand } from '../discord/model/world.ts';
import type { StoryView } from '../story-teller.ts';
import { messagesIn } from './thread-view.ts';

export interface CommandView {
  /** Full name with subcommand, such as `alerts add`. */
  name: string;
  /** The name in the visitor's language if the bot registered one; description, options and choices are localized too. */
  label: string;
  description: string;
  options: OptionView[];
}

export interface OptionView extends CommandOption {
  label: string;
}

/** A message command. */
export type MenuCommandView = Pick<CommandView, 'name' | 'label'>;

export interface PageView {
  server: string;
  you: { id: string; roles: string[] };
  spoken: LocaleSettings;
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
    messages: Object.fromEntries(guild.channels.map((channel) => [channel.id, messagesIn(discord.world, channel)])),
    story,
    links,
  };
}

/** The commands the visitor may run, one entry per subcommand, sorted by label. */
export const commandViews = (discord: LoopbackDiscord): CommandView[] =>
  allowedCommands(SLASH_COMMAND, discord)
    .flatMap((command) => runnableCommands(command, discord.world.spoken.you))
    .sort((a, b) => (a.label < b.label ? -1 : 1));

/** The message commands the visitor may run. */
export const messageMenuViews = (discord: LoopbackDiscord): MenuCommandView[] =>
  allowedCommands(MESSAGE_COMMAND_TYPE, discord).map(({ name, name_localizations: localized }) => ({
    name,
    label: localizedText(discord.world.spoken.you, name, localized),
  }));

function allowedCommands(type: number, { world }: LoopbackDiscord): RegisteredCommand[] {
  const granted = permissionsOf(world.you, world.guild);
  if (!may(granted, 'USE_APPLICATION_COMMANDS')) return [];
  return world.commands
    .filter((command) => command.type === type)
    .filter(({ default_member_permissions: needed }) => (granted & BigInt(needed ?? 0)) === BigInt(needed ?? 0));
}

type DescribedOption = Pick<CommandOption, 'name' | 'name_localizations' | 'description' | 'description_localizations'>;

function runnableCommands(
  command: DescribedOption & { options?: CommandOption[] | null },
  locale: Locale,
  above?: Pick<CommandView, 'name' | 'label'>,
): CommandView[] {
  const words = localizedWords(command, locale);
  const name = above ? `${above.name} ${command.name}` : command.name;
  const label = above ? `${above.label} ${words.label}` : words.label;
  const options = command.options ?? [];
  const subcommands = options.filter(({ type }) => type <= 2);
  if (subcommands.length > 0) return subcommands.flatMap((sub) => runnableCommands(sub, locale, { name, label }));
  return [
    { name, label, description: words.description, options: options.map((option) => optionView(option, locale)) },
  ];
}

function optionView(option: CommandOption, locale: Locale): OptionView {
  const choices = option.choices?.map(({ name, name_localizations: localized, value }) => ({
    name: localizedText(locale, name, localized),
    value,
  }));
  return { ...option, ...localizedWords(option, locale), choices };
}

const localizedWords = (one: DescribedOption, locale: Locale) => ({
  label: localizedText(locale, one.name, one.name_localizations),
  description: localizedText(locale, one.description, one.description_localizations),
});
