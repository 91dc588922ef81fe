/** Whether what an interaction names is of the server it comes from. Its payload says so too; what counts is what Discord answers. */
import { type APIChannel, type APIRole, Routes } from 'discord.js';
import type { Courier } from '../../app/ports/courier.ts';
import type { DiscordRest } from './rest-client.ts';
import { isSnowflake } from './snowflake.ts';

export function createOwnershipCheck({
  request,
  captureOutcome: trying,
}: DiscordRest): Pick<Courier, 'checkOwnership'> {
  const hasChannel = async (guildId: string, channelId: string): Promise<boolean> =>
    isInGuild(guildId, (await request('GET', Routes.channel(channelId))) as APIChannel);
  const hasRole = async (guildId: string, roleId: string): Promise<boolean> =>
    ((await request('GET', Routes.guildRoles(guildId))) as APIRole[]).some(({ id }) => id === roleId);

  return {
    async checkOwnership(guildId, { channelId, roleId }) {
      if (![guildId, channelId, roleId].every((id) => id === undefined || isSnowflake(id))) return 'foreign';
      const seen = await trying(async () => {
        const own = await Promise.all([
          channelId === undefined || hasChannel(guildId, channelId),
          roleId === undefined || hasRole(guildId, roleId),
        ]);
        return { status: own.every(Boolean) ? ('own' as const) : ('foreign' as const) };
      });
      if (seen.status === 'own' || seen.status === 'foreign') return seen.status;
      // It is not there, or the bot does not see it: from here that is the same.
      return seen.status === 'blocked' ? 'foreign' : 'unknown';
    },
  };
}

export const isInGuild = (guildId: string, channel: APIChannel): boolean =>
  'guild_id' in channel && channel.guild_id === guildId;
