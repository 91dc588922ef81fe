/** Reads from an interaction's payload where it came from. The client drops that, since it caches no guilds and channels. */
import { isThreadType } from './channel-types.ts';

/** The part of the raw payload that says so. */
export interface InteractionChannel {
  guild_id?: string;
  guild?: { id?: string };
  channel?: { type?: number; guild_id?: string };
}

export const isInThread = ({ channel }: InteractionChannel): boolean => isThreadType(channel?.type);

/** Whether the payload contradicts itself: its guild and its channel belong to different guilds. */
export const hasGuildMismatch = ({ guild_id, guild, channel }: InteractionChannel): boolean =>
  [guild?.id, channel?.guild_id].some((id) => id !== undefined && id !== guild_id);
