/** Looks up what the bot may do in a channel now, when that is in question: nothing of it is kept (docs/decisions/0007). */
import {
  type APIChannel,
  type APIGuild,
  type APIGuildForumChannel,
  ChannelFlags,
  ChannelType,
  PermissionFlagsBits,
  Routes,
} from 'discord.js';
import type { ChannelInspection, Courier } from '../../app/ports/courier.ts';
import type { GetBotUserId } from './bot-user-id.ts';
import { isForumType, isThreadType } from './interaction-channel.ts';
import { isInGuild } from './ownership.ts';
import { computePermissions, missingPermissions } from './permissions.ts';
import type { DiscordRest } from './rest-client.ts';
import { isSnowflake } from './snowflake.ts';

/** What Discord would answer to a post. */
const TAG_REQUIRED: ChannelInspection = {
  status: 'blocked',
  code: 40067,
  detail: 'A tag is required to create a forum post in this channel',
};
const THREAD_LOCKED: ChannelInspection = { status: 'blocked', code: 160005, detail: 'Thread is locked' };

type ChannelPermissions = Pick<Courier, 'inspectChannel' | 'getForum' | 'findNoticeChannel'> & {
  /** Permissions the bot lacks to write in a channel; none where it has them, or that cannot be found out. */
  missingPermissionsIn(channelId: string): Promise<string[]>;
};

export function createChannelPermissions(
  { request, captureOutcome: trying }: DiscordRest,
  getBotUserId: GetBotUserId,
): ChannelPermissions {
  /** Many channels of a server are looked at together: what they all need is asked once while it is under way. */
  const inFlight = new Map<string, Promise<unknown>>();
  function requestOnce(route: `/${string}`): Promise<unknown> {
    const asked = inFlight.get(route) ?? request('GET', route).finally(() => inFlight.delete(route));
    inFlight.set(route, asked);
    return asked;
  }

  /** The bot's permissions in channels of a server. */
  async function memberPermissionsIn(guild: APIGuild): Promise<(channel: APIChannel) => bigint> {
    const memberId = await getBotUserId();
    const { roles } = (await requestOnce(Routes.guildMember(guild.id, memberId))) as { roles: string[] };
    return (channel) => {
      const overwrites = 'permission_overwrites' in channel ? (channel.permission_overwrites ?? []) : [];
      return computePermissions({ guild, memberId, memberRoles: roles, overwrites });
    };
  }

  /** @throws what Discord answers. */
  async function loadChannelPermissions(channelId: string, listByGuild?: string) {
    const asked = request('GET', Routes.channel(channelId)) as Promise<APIChannel>;
    const guildId = listByGuild ?? guildIdOf(await asked);
    const [channel, standing] = await Promise.all([
      asked,
      requestOnce(Routes.guild(guildId)).then((guild) => memberPermissionsIn(guild as APIGuild)),
    ]);
    const thread = isThreadType(channel.type);
    // In a thread its parent's overwrites hold.
    const parent = 'parent_id' in channel && thread ? channel.parent_id : undefined;
    const permissionSource = parent ? ((await request('GET', Routes.channel(parent))) as APIChannel) : channel;
    const granted = standing(permissionSource);
    const missing = missingPermissions(granted, { thread, forum: isForumType(channel.type) });
    return { channel, granted, missing };
  }

  return {
    async inspectChannel(guildId, channelId, tagIds) {
      const seen = await trying(async (): Promise<ChannelInspection> => {
        const { channel, granted, missing } = await loadChannelPermissions(channelId, guildId);
        if (missing.length > 0) return { status: 'seen', missing };
        if (isLocked(channel) && !canManageThreads(granted)) return THREAD_LOCKED;
        if (isForumType(channel.type) && requiresTag(channel) && tagIds?.length === 0) return TAG_REQUIRED;
        return { status: 'seen', missing };
      });
      return seen.status === 'seen' || seen.status === 'blocked' ? seen : { status: 'unknown' };
    },

    async missingPermissionsIn(channelId) {
      const seen = await trying(async (): Promise<ChannelInspection> => {
        const { missing } = await loadChannelPermissions(channelId);
        return { status: 'seen', missing };
      });
      return seen.status === 'seen' ? seen.missing : [];
    },

    async getForum(guildId, channelId) {
      if (!isSnowflake(channelId)) return undefined;
      const seen = await trying(async () => {
        const channel = (await request('GET', Routes.channel(channelId))) as APIGuildForumChannel;
        if (!isForumType(channel.type) || !isInGuild(guildId, channel)) return { status: 'none' as const };
        const all = channel.available_tags;
        const guild = () => request('GET', Routes.guild(guildId)) as Promise<APIGuild>;
        // Some tags are for those who manage threads alone.
        const restricted = all.some(({ moderated }) => moderated);
        const any = !restricted || canManageThreads((await memberPermissionsIn(await guild()))(channel));
        const tags = all.filter(({ moderated }) => any || !moderated).map(({ id, name }) => ({ id, name }));
        return { status: 'forum' as const, forum: { tags, tagRequired: requiresTag(channel) } };
      });
      return seen.status === 'forum' ? seen.forum : undefined;
    },

    async findNoticeChannel(guildId, except) {
      const seen = await trying(async () => {
        const guild = (await request('GET', Routes.guild(guildId))) as APIGuild;
        const channels = (await request('GET', Routes.guildChannels(guildId))) as PositionedChannel[];
        const granted = await memberPermissionsIn(guild);
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

const guildIdOf = (channel: APIChannel): string => ('guild_id' in channel && channel.guild_id) || '';

const canManageThreads = (granted: bigint): boolean => (granted & PermissionFlagsBits.ManageThreads) !== 0n;

const requiresTag = (channel: APIChannel): boolean => ((channel.flags ?? 0) & ChannelFlags.RequireTag) !== 0;

/** A thread that is archived and no more opens again with the next message; one that is locked does not. */
const isLocked = (channel: APIChannel): boolean =>
  'thread_metadata' in channel && channel.thread_metadata?.locked === true;

type PositionedChannel = APIChannel & { position?: number };

/** The channel for system messages first, then as the server orders them. */
const rank = ({ id, position = 0 }: PositionedChannel, guild: APIGuild): number =>
  id === guild.system_channel_id ? -1 : position;
