/** Reads a member's request from an interaction. It is untrusted: commands compare what it names with the member's guild. */
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
import { isForumType, isThreadType } from './channel-types.ts';
import { type InteractionChannel, isInThread } from './interaction-channel.ts';
import { missingPermissions } from './permissions.ts';

export function requestFromCommand(
  interaction: ChatInputCommandInteraction,
  origin: InteractionChannel,
): CommandRequest {
  const options: Record<string, string> = {};
  const channels: Record<string, RequestChannel> = {};
  const roles: Record<string, { id: string; mentionable: boolean }> = {};
  const subcommand = interaction.options.getSubcommand(false) ?? undefined;
  for (const { name, type, channel, role, value = '' } of optionsOf(interaction)) {
    // A channel or role that came without its details was chosen all the same: its id must not be replaced by a default.
    if (type === ApplicationCommandOptionType.Channel) channels[name] = toRequestChannel(channel ?? String(value));
    else if (type === ApplicationCommandOptionType.Role) {
      roles[name] = { id: role?.id ?? String(value), mentionable: role?.mentionable ?? false };
    } else options[name] = String(value);
  }
  return { ...baseRequest(interaction, origin), subcommand, options, channels, roles };
}

/** What was typed so far: values only, of a channel its id. */
export function requestFromAutocomplete(
  interaction: AutocompleteInteraction,
  origin: InteractionChannel,
): CommandRequest {
  const options = optionsOf(interaction).flatMap(({ name, value }) =>
    value === undefined ? [] : [[name, String(value)]],
  );
  return { ...baseRequest(interaction, origin), options: Object.fromEntries(options) };
}

/** The options of the command, or of its subcommand. */
function optionsOf({
  options,
}: ChatInputCommandInteraction | AutocompleteInteraction): readonly CommandInteractionOption[] {
  return options.getSubcommand(false) === null ? options.data : (options.data[0]?.options ?? []);
}

/** A message's links are in its text, or in the embeds that Discord made of them. */
export function requestFromMessageMenu(
  interaction: MessageContextMenuCommandInteraction,
  origin: InteractionChannel,
): CommandRequest {
  const { content, embeds } = interaction.targetMessage;
  return { ...baseRequest(interaction, origin), message: [content, ...embeds.map(({ url }) => url ?? '')].join('\n') };
}

export function baseRequest(
  interaction:
    | ChatInputCommandInteraction
    | MessageContextMenuCommandInteraction
    | AutocompleteInteraction
    | ButtonInteraction,
  origin: InteractionChannel,
): CommandRequest {
  return {
    options: {},
    channels: {},
    roles: {},
    guildId: interaction.guildId ?? undefined,
    guildLanguage: supportedLanguage(interaction.guildLocale ?? undefined),
    currentChannel: {
      id: interaction.channelId ?? '',
      missingPermissions: missingPermissions(interaction.appPermissions.bitfield, { thread: isInThread(origin) }),
      canMentionAnyRole: interaction.appPermissions.has(PermissionFlagsBits.MentionEveryone),
    },
    userId: interaction.user.id,
    canManageServer: interaction.memberPermissions?.has(PermissionFlagsBits.ManageGuild) ?? false,
  };
}

/** Discord resolves a channel option with the bot's permissions in it. */
function toRequestChannel(
  channel: string | NonNullable<ChatInputCommandInteraction['options']['data'][number]['channel']>,
): RequestChannel {
  if (typeof channel === 'string') return { id: channel, missingPermissions: [] };
  // The raw payload: the client caches no channels to build one from.
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
