/** Tells Discord's channel types apart. */
import { ChannelType } from 'discord.js';

const THREAD_TYPES: ReadonlySet<number | undefined> = new Set([
  ChannelType.AnnouncementThread,
  ChannelType.PublicThread,
  ChannelType.PrivateThread,
]);

const FORUM_TYPES: ReadonlySet<number | undefined> = new Set([ChannelType.GuildForum, ChannelType.GuildMedia]);

export const isThreadType = (type: number | undefined): boolean => THREAD_TYPES.has(type);

/** Forums and media channels, where each message is a post of its own. */
export const isForumType = (type: number | undefined): boolean => FORUM_TYPES.has(type);
