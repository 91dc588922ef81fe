/** In what kind of channel an interaction was asked: its payload says so, but the client drops it, as it keeps no channels. */
import { ChannelType, type Interaction } from 'discord.js';

const THREADS: ReadonlySet<number> = new Set([
  ChannelType.AnnouncementThread,
  ChannelType.PublicThread,
  ChannelType.PrivateThread,
]);

const FORUMS: ReadonlySet<number> = new Set([ChannelType.GuildForum, ChannelType.GuildMedia]);

const channelTypes = new WeakMap<Interaction, number>();

export const isThread = (channelType: number | undefined): boolean =>
  channelType !== undefined && THREADS.has(channelType);

/** Forums and media channels, in which each message is a post of its own. */
export const isForum = (channelType: number | undefined): boolean =>
  channelType !== undefined && FORUMS.has(channelType);

/** @param channelType as Discord numbers them. */
export function noteAskedIn(interaction: Interaction, channelType: number | undefined): void {
  if (channelType !== undefined) channelTypes.set(interaction, channelType);
}

export const askedInThread = (interaction: Interaction): boolean => isThread(channelTypes.get(interaction));
