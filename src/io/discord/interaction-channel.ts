/** What an interaction's payload says of where it was asked. The client drops it, for it keeps no servers and channels. */
import { ChannelType, type Interaction } from 'discord.js';

const THREAD_TYPES: ReadonlySet<number> = new Set([
  ChannelType.AnnouncementThread,
  ChannelType.PublicThread,
  ChannelType.PrivateThread,
]);

const FORUM_TYPES: ReadonlySet<number> = new Set([ChannelType.GuildForum, ChannelType.GuildMedia]);

export const isThreadType = (channelType: number | undefined): boolean =>
  channelType !== undefined && THREAD_TYPES.has(channelType);

/** Forums and media channels, in which each message is a post of its own. */
export const isForumType = (channelType: number | undefined): boolean =>
  channelType !== undefined && FORUM_TYPES.has(channelType);

/** Of the payload, as it came. */
export interface InteractionChannel {
  guild_id?: string;
  guild?: { id?: string };
  channel?: { type?: number; guild_id?: string };
}

const channelByInteraction = new WeakMap<Interaction, InteractionChannel>();

export function recordInteractionChannel(
  interaction: Interaction,
  { guild_id, guild, channel }: InteractionChannel,
): void {
  channelByInteraction.set(interaction, { guild_id, guild, channel });
}

export const isInThread = (interaction: Interaction): boolean =>
  isThreadType(channelByInteraction.get(interaction)?.channel?.type);

/** Whether an interaction contradicts itself: server and channel of it are of different servers. */
export function hasGuildMismatch(interaction: Interaction): boolean {
  const { guild_id, guild, channel } = channelByInteraction.get(interaction) ?? {};
  return [guild?.id, channel?.guild_id].some((id) => id !== undefined && id !== guild_id);
}
