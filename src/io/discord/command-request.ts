/** What a member asks, read from an interaction. Nothing in it is believed: the commands compare what it names with its server. */
import {
  ApplicationCommandOptionType,
  type AutocompleteInteraction,
  type ButtonInteraction,
  type ChatInputCommandInteraction,
  type CommandInteractionOption,
  type MessageContextMenuCommandInteraction,
  PermissionFlagsBits,
} from 'discord.js';
import type { CommandRequest, RequestChannel } from '../../app/reply/command.ts';
import { supportedLanguage } from '../../app/words/translator.ts';
import { isForumType, isInThread, isThreadType } from './interaction-channel.ts';
import { missingPermissions } from './permissions.ts';

export function requestFromCommand(interaction: ChatInputCommandInteraction): CommandRequest {
  const options: Record<string, string> = {};
  const channels: Record<string, RequestChannel> = {};
  const roles: Record<string, { id: string; mentionable: boolean }> = {};
  const subcommand = interaction.options.getSubcommand(false) ?? undefined;
  for (const option of givenOptions(interaction)) {
    const { name, type, channel, role, value = '' } = option;
    // One that came without its particulars was picked all the same: another one must not take its place.
    if (type === ApplicationCommandOptionType.Channel) channels[name] = channelViewOf(channel ?? String(value));
    else if (type === ApplicationCommandOptionType.Role) {
      roles[name] = { id: role?.id ?? String(value), mentionable: role?.mentionable ?? false };
    } else options[name] = String(value);
  }
  return { ...baseRequest(interaction), subcommand, options, channels, roles };
}

/** What was put in while something is still being typed: values alone, of a channel its id. */
export function requestFromAutocomplete(interaction: AutocompleteInteraction): CommandRequest {
  const given = givenOptions(interaction).flatMap(({ name, value }) =>
    value === undefined ? [] : [[name, String(value)]],
  );
  return { ...baseRequest(interaction), options: Object.fromEntries(given) };
}

/** The options of the command, or of its subcommand. */
function givenOptions({
  options,
}: ChatInputCommandInteraction | AutocompleteInteraction): readonly CommandInteractionOption[] {
  return options.getSubcommand(false) === null ? options.data : (options.data[0]?.options ?? []);
}

/** A message's links stand in its text or in what Discord made of them. */
export function requestFromMessageMenu(interaction: MessageContextMenuCommandInteraction): CommandRequest {
  const { content, embeds } = interaction.targetMessage;
  return { ...baseRequest(interaction), message: [content, ...embeds.map(({ url }) => url ?? '')].join('\n') };
}

export function baseRequest(
  interaction:
    | ChatInputCommandInteraction
    | MessageContextMenuCommandInteraction
    | AutocompleteInteraction
    | ButtonInteraction,
): CommandRequest {
  const thread = isInThread(interaction);
  return {
    options: {},
    channels: {},
    roles: {},
    guildId: interaction.guildId ?? undefined,
    guildLanguage: supportedLanguage(interaction.guildLocale ?? undefined),
    currentChannel: {
      id: interaction.channelId ?? '',
      missingPermissions: missingPermissions(interaction.appPermissions.bitfield, { thread }),
      canMentionAnyRole: interaction.appPermissions.has(PermissionFlagsBits.MentionEveryone),
    },
    userId: interaction.user.id,
    canManageServer: interaction.memberPermissions?.has(PermissionFlagsBits.ManageGuild) ?? false,
  };
}

/** A channel option carries the bot's rights in it, as Discord resolved them. */
function channelViewOf(
  channel: string | NonNullable<ChatInputCommandInteraction['options']['data'][number]['channel']>,
): RequestChannel {
  if (typeof channel === 'string') return { id: channel, missingPermissions: [] };
  // As it came: the client knows no channels to make it one of.
  const granted = 'app_permissions' in channel ? String(channel.app_permissions) : undefined;
  const thread = isThreadType(channel.type);
  const forum = isForumType(channel.type);
  return {
    id: channel.id,
    ...(forum ? { forum } : {}),
    missingPermissions: granted ? missingPermissions(BigInt(granted), { thread, forum }) : [],
    canMentionAnyRole: granted !== undefined && (BigInt(granted) & PermissionFlagsBits.MentionEveryone) !== 0n,
  };
}
