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
import type { Courier, Inspection } from '../../app/ports/courier.ts';
import { isForum, isThread } from './interaction-channel.ts';
import { isOf } from './ownership.ts';
import { isId } from './snowflake.ts';
import type { OwnId } from './bot-user-id.ts';
import type { PacedRest } from './rest-client.ts';
import { grantedIn, missingPermissions } from './permissions.ts';

/** What Discord would answer to a post. */
const TAG_REQUIRED: Inspection = {
  status: 'blocked',
  code: 40067,
  detail: 'A tag is required to create a forum post in this channel',
};
const THREAD_LOCKED: Inspection = { status: 'blocked', code: 160005, detail: 'Thread is locked' };

type Rights = Pick<Courier, 'inspect' | 'forumOf' | 'noticeChannel'> & {
  /** Permissions the bot lacks to write in a channel; none where it has them, or that cannot be found out. */
  missingIn(channelId: string): Promise<string[]>;
};

export function createRights({ request, trying }: PacedRest, ownId: OwnId): Rights {
  /** Many channels of a server are looked at together: what they all need is asked once while it is under way. */
  const underWay = new Map<string, Promise<unknown>>();
  function shared(route: `/${string}`): Promise<unknown> {
    const asked = underWay.get(route) ?? request('GET', route).finally(() => underWay.delete(route));
    underWay.set(route, asked);
    return asked;
  }

  /** The bot's permissions in channels of a server. */
  async function standingIn(guild: APIGuild): Promise<(channel: APIChannel) => bigint> {
    const memberId = await ownId();
    const { roles } = (await shared(Routes.guildMember(guild.id, memberId))) as { roles: string[] };
    return (channel) => {
      const overwrites = 'permission_overwrites' in channel ? (channel.permission_overwrites ?? []) : [];
      return grantedIn({ guild, memberId, memberRoles: roles, overwrites });
    };
  }

  /** @throws what Discord answers. */
  async function standingAt(channelId: string, ofServer?: string) {
    const asked = request('GET', Routes.channel(channelId)) as Promise<APIChannel>;
    const guildId = ofServer ?? serverOf(await asked);
    const [channel, standing] = await Promise.all([
      asked,
      shared(Routes.guild(guildId)).then((guild) => standingIn(guild as APIGuild)),
    ]);
    const thread = isThread(channel.type);
    // In a thread its parent's overwrites hold.
    const parent = 'parent_id' in channel && thread ? channel.parent_id : undefined;
    const ruling = parent ? ((await request('GET', Routes.channel(parent))) as APIChannel) : channel;
    const granted = standing(ruling);
    const missing = missingPermissions(granted, { thread, forum: isForum(channel.type) });
    return { channel, granted, missing };
  }

  return {
    async inspect(guildId, channelId, tagIds) {
      const seen = await trying(async (): Promise<Inspection> => {
        const { channel, granted, missing } = await standingAt(channelId, guildId);
        if (missing.length > 0) return { status: 'seen', missing };
        if (isLocked(channel) && !managesThreads(granted)) return THREAD_LOCKED;
        if (isForum(channel.type) && wantsTag(channel) && tagIds?.length === 0) return TAG_REQUIRED;
        return { status: 'seen', missing };
      });
      return seen.status === 'seen' || seen.status === 'blocked' ? seen : { status: 'unknown' };
    },

    async missingIn(channelId) {
      const seen = await trying(async (): Promise<Inspection> => {
        const { missing } = await standingAt(channelId);
        return { status: 'seen', missing };
      });
      return seen.status === 'seen' ? seen.missing : [];
    },

    async forumOf(guildId, channelId) {
      if (!isId(channelId)) return undefined;
      const seen = await trying(async () => {
        const channel = (await request('GET', Routes.channel(channelId))) as APIGuildForumChannel;
        if (!isForum(channel.type) || !isOf(guildId, channel)) return { status: 'none' as const };
        const all = channel.available_tags;
        const guild = () => request('GET', Routes.guild(guildId)) as Promise<APIGuild>;
        // Some tags are for those who manage threads alone.
        const restricted = all.some(({ moderated }) => moderated);
        const any = !restricted || managesThreads((await standingIn(await guild()))(channel));
        const tags = all.filter(({ moderated }) => any || !moderated).map(({ id, name }) => ({ id, name }));
        return { status: 'forum' as const, forum: { tags, tagRequired: wantsTag(channel) } };
      });
      return seen.status === 'forum' ? seen.forum : undefined;
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

const serverOf = (channel: APIChannel): string => ('guild_id' in channel && channel.guild_id) || '';

const managesThreads = (granted: bigint): boolean => (granted & PermissionFlagsBits.ManageThreads) !== 0n;

const wantsTag = (channel: APIChannel): boolean => ((channel.flags ?? 0) & ChannelFlags.RequireTag) !== 0;

/** A thread that is archived and no more opens again with the next message; one that is locked does not. */
const isLocked = (channel: APIChannel): boolean =>
  'thread_metadata' in channel && channel.thread_metadata?.locked === true;

type Placed = APIChannel & { position?: number };

/** The channel for system messages first, then as the server orders them. */
const rank = ({ id, position = 0 }: Placed, guild: APIGuild): number =>
  id === guild.system_channel_id ? -1 : position;
