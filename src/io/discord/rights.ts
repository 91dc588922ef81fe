/** Looks up what the bot may do in a channel now, when that is in question: nothing of it is kept (docs/decisions/0007). */
import { type APIChannel, type APIGuild, ChannelType, Routes } from 'discord.js';
import type { Courier } from '../../app/ports.ts';
import { isThread } from './asked-in.ts';
import type { PacedRest } from './paced-rest.ts';
import { grantedIn, missingPermissions } from './permissions.ts';

export function createRights({ request, trying }: PacedRest): Pick<Courier, 'inspect' | 'noticeChannel'> {
  let botId: string | undefined;

  /** The bot's permissions in channels of a server. */
  async function standingIn(guild: APIGuild): Promise<(channel: APIChannel) => bigint> {
    botId ??= ((await request('GET', Routes.user())) as { id: string }).id;
    const memberId = botId;
    const { roles } = (await request('GET', Routes.guildMember(guild.id, memberId))) as { roles: string[] };
    return (channel) => {
      const overwrites = 'permission_overwrites' in channel ? (channel.permission_overwrites ?? []) : [];
      return grantedIn({ guild, memberId, memberRoles: roles, overwrites });
    };
  }

  return {
    async inspect(guildId, channelId) {
      const seen = await trying(async () => {
        const channel = (await request('GET', Routes.channel(channelId))) as APIChannel;
        const thread = isThread(channel.type);
        // In a thread its parent's overwrites hold.
        const parent = 'parent_id' in channel && thread ? channel.parent_id : undefined;
        const ruling = parent ? ((await request('GET', Routes.channel(parent))) as APIChannel) : channel;
        const granted = await standingIn((await request('GET', Routes.guild(guildId))) as APIGuild);
        return { status: 'seen' as const, missing: missingPermissions(granted(ruling), { thread }) };
      });
      return seen.status === 'seen' || seen.status === 'blocked' ? seen : { status: 'unknown' };
    },

    async noticeChannel(guildId, except) {
      const seen = await trying(async () => {
        const guild = (await request('GET', Routes.guild(guildId))) as APIGuild;
        const channels = (await request('GET', Routes.guildChannels(guildId))) as Placed[];
        const granted = await standingIn(guild);
        const [first] = channels
          .filter(({ id, type }) => id !== except && (type === ChannelType.GuildText || id === guild.system_channel_id))
          .filter((channel) => missingPermissions(granted(channel)).length === 0)
          .sort((a, b) => rank(a, guild) - rank(b, guild));
        return { status: 'seen' as const, id: first?.id };
      });
      return seen.status === 'seen' ? seen.id : undefined;
    },
  };
}

type Placed = APIChannel & { position?: number };

/** The channel for system messages first, then as the server orders them. */
const rank = ({ id, position = 0 }: Placed, guild: APIGuild): number =>
  id === guild.system_channel_id ? -1 : position;
