/** What an interaction's payload says of where it was asked. The client drops it, for it keeps no servers and channels. */
import { ChannelType, type Interaction } from 'discord.js';

const THREADS: ReadonlySet<number> = new Set([
  ChannelType.AnnouncementThread,
  ChannelType.PublicThread,
  ChannelType.PrivateThread,
]);

const FORUMS: ReadonlySet<number> = new Set([ChannelType.GuildForum, ChannelType.GuildMedia]);

export const isThread = (channelType: number | undefined): boolean =>
  channelType !== undefined && THREADS.has(channelType);

/** Forums and media channels, in which each message is a post of its own. */
export const isForum = (channelType: number | undefined): boolean =>
  channelType !== undefined && FORUMS.has(channelType);

/** Of the payload, as it came. */
export interface AskedIn {
  guild_id?: string;
  guild?: { id?: string };
  channel?: { type?: number; guild_id?: string };
}

const askedIn = new WeakMap<Interaction, AskedIn>();

export function noteAskedIn(interaction: Interaction, { guild_id, guild, channel }: AskedIn): void {
  askedIn.set(interaction, { guild_id, guild, channel });
}

export const askedInThread = (interaction: Interaction): boolean => isThread(askedIn.get(interaction)?.channel?.type);

/** Whether an interaction contradicts itself: server and channel of it are of different servers. */
export function isForged(interaction: Interaction): boolean {
  const { guild_id, guild, channel } = askedIn.get(interaction) ?? {};
  return [guild?.id, channel?.guild_id].some((id) => id !== undefined && id !== guild_id);
}
