/** Looks up what the bot may do in a channel, and what belongs to a guild. Nothing of it is cached (docs/decisions/0007). */
import {
  type APIChannel,
  type APIGuild,
  type APIGuildForumChannel,
  type APIRole,
  ChannelFlags,
  ChannelType,
  PermissionFlagsBits,
  RESTJSONErrorCodes,
  Routes,
} from 'discord.js';
import type { ChannelInspection, Courier } from '../../app/ports/courier.ts';
import { isForumType, isThreadType } from './channel-types.ts';
import { computePermissions, missingPermissions } from './permissions.ts';
import type { DiscordRest } from './rest-client.ts';
import { isSnowflake } from './snowflake.ts';

/** What Discord would answer to a post. */
const TAG_REQUIRED: ChannelInspection = {
  status: 'blocked',
  code: RESTJSONErrorCodes.TagRequiredToCreateAForumPostInThisChannel,
  detail: 'A tag is required to create a forum post in this channel',
};
const THREAD_LOCKED: ChannelInspection = {
  status: 'blocked',
  code: RESTJSONErrorCodes.ThreadLocked,
  detail: 'Thread is locked',
};

export type GetBotUserId = () => Promise<string>;

type ChannelPermissions = Pick<Courier, 'inspectChannel' | 'getForum' | 'findNoticeChannel' | 'checkOwnership'> & {
  /** Permissions the bot lacks to write in a channel; empty where it has them all, or that cannot be found out. */
  missingPermissionsIn(channelId: string): Promise<string[]>;
};

/** Requests the bot's own id once. */
export function createBotUserIdLookup({ request }: Pick<DiscordRest, 'request'>): GetBotUserId {
  let id: Promise<string> | undefined;
  async function load(): Promise<string> {
    try {
      return ((await request('GET', Routes.user())) as { id: string }).id;
    } catch (error) {
      id = undefined;
      throw error;
    }
  }
  return () => {
    id ??= load();
    return id;
  };
}

export function createChannelPermissions(
  { request, captureOutcome }: DiscordRest,
  getBotUserId: GetBotUserId,
): ChannelPermissions {
  const getChannel = async (channelId: string) => (await request('GET', Routes.channel(channelId))) as APIChannel;
  const getGuild = async (guildId: string) => (await request('GET', Routes.guild(guildId))) as APIGuild;

  /** Many channels of a guild are checked at once: they share the requests in flight. */
  const inFlight = new Map<string, Promise<unknown>>();
  function requestOnce(route: `/${string}`): Promise<unknown> {
    const response = inFlight.get(route) ?? request('GET', route).finally(() => inFlight.delete(route));
    inFlight.set(route, response);
    return response;
  }

  /** @returns what computes the bot's permissions in a channel of the guild. */
  async function loadMemberPermissions(guild: APIGuild): Promise<(channel: APIChannel) => bigint> {
    const memberId = await getBotUserId();
    const { roles } = (await requestOnce(Routes.guildMember(guild.id, memberId))) as { roles: string[] };
    return (channel) => {
      const overwrites = 'permission_overwrites' in channel ? (channel.permission_overwrites ?? []) : [];
      return computePermissions({ guild, memberId, memberRoles: roles }, overwrites);
    };
  }

  /**
   * @param knownGuildId where it is known, guild and channel are requested together.
   * @throws what Discord answers.
   */
  async function loadChannelPermissions(channelId: string, knownGuildId?: string) {
    const channelRequest = getChannel(channelId);
    const guildId = knownGuildId ?? guildIdOf(await channelRequest);
    const [channel, permissionsIn] = await Promise.all([
      channelRequest,
      requestOnce(Routes.guild(guildId)).then((guild) => loadMemberPermissions(guild as APIGuild)),
    ]);
    const thread = isThreadType(channel.type);
    // A thread has the overwrites of its parent.
    const parentId = 'parent_id' in channel && thread ? channel.parent_id : undefined;
    const granted = permissionsIn(parentId ? await getChannel(parentId) : channel);
    const missing = missingPermissions(granted, { thread, forum: isForumType(channel.type) });
    return { channel, granted, missing };
  }

  const channelBelongsTo = async (guildId: string, channelId: string): Promise<boolean> =>
    guildIdOf(await getChannel(channelId)) === guildId;
  const roleBelongsTo = async (guildId: string, roleId: string): Promise<boolean> =>
    ((await request('GET', Routes.guildRoles(guildId))) as APIRole[]).some(({ id }) => id === roleId);

  return {
    async inspectChannel(guildId, channelId, tagIds) {
      const inspection = await captureOutcome(async (): Promise<ChannelInspection> => {
        const { channel, granted, missing } = await loadChannelPermissions(channelId, guildId);
        if (missing.length > 0) return { status: 'seen', missing };
        if (isLocked(channel) && !canManageThreads(granted)) return THREAD_LOCKED;
        if (isForumType(channel.type) && requiresTag(channel) && tagIds?.length === 0) return TAG_REQUIRED;
        return { status: 'seen', missing };
      });
      return inspection.status === 'seen' || inspection.status === 'blocked' ? inspection : { status: 'unknown' };
    },

    async missingPermissionsIn(channelId) {
      const outcome = await captureOutcome(async () => {
        const { missing } = await loadChannelPermissions(channelId);
        return { status: 'seen' as const, missing };
      });
      return outcome.status === 'seen' ? outcome.missing : [];
    },

    async getForum(guildId, channelId) {
      if (!isSnowflake(channelId)) return undefined;
      const outcome = await captureOutcome(async () => {
        const channel = (await getChannel(channelId)) as APIGuildForumChannel;
        if (!isForumType(channel.type) || guildIdOf(channel) !== guildId) return { status: 'none' as const };
        const all = channel.available_tags;
        // Moderated tags may be set by those who manage threads only.
        const hasModerated = all.some(({ moderated }) => moderated);
        const maySetAll =
          !hasModerated || canManageThreads((await loadMemberPermissions(await getGuild(guildId)))(channel));
        const tags = all.filter(({ moderated }) => maySetAll || !moderated).map(({ id, name }) => ({ id, name }));
        return { status: 'forum' as const, forum: { tags, tagRequired: requiresTag(channel) } };
      });
      return outcome.status === 'forum' ? outcome.forum : undefined;
    },

    async checkOwnership(guildId, { channelId, roleId }) {
      if (![guildId, channelId, roleId].every((id) => id === undefined || isSnowflake(id))) return 'foreign';
      const outcome = await captureOutcome(async () => {
        const checks = await Promise.all([
          channelId === undefined || channelBelongsTo(guildId, channelId),
          roleId === undefined || roleBelongsTo(guildId, roleId),
        ]);
        return { status: checks.every(Boolean) ? ('own' as const) : ('foreign' as const) };
      });
      if (outcome.status === 'own' || outcome.status === 'foreign') return outcome.status;
      // Deleted, or invisible to the bot, which is the same to us.
      return outcome.status === 'blocked' ? 'foreign' : 'unknown';
    },

    async findNoticeChannel(guildId, exceptChannelId) {
      const outcome = await captureOutcome(async () => {
        const guild = await getGuild(guildId);
        const channels = (await request('GET', Routes.guildChannels(guildId))) as PositionedChannel[];
        const permissionsIn = await loadMemberPermissions(guild);
        const systemId = guild.system_channel_id;
        const [first] = channels
          .filter(({ id, type }) => id !== exceptChannelId && (type === ChannelType.GuildText || id === systemId))
          .filter((channel) => missingPermissions(permissionsIn(channel)).length === 0)
          .sort((a, b) => noticeRank(a, systemId) - noticeRank(b, systemId));
        return { status: 'seen' as const, id: first?.id };
      });
      return outcome.status === 'seen' ? outcome.id : undefined;
    },
  };
}

const guildIdOf = (channel: APIChannel): string => ('guild_id' in channel && channel.guild_id) || '';

const canManageThreads = (granted: bigint): boolean => (granted & PermissionFlagsBits.ManageThreads) !== 0n;

const requiresTag = (channel: APIChannel): boolean => ((channel.flags ?? 0) & ChannelFlags.RequireTag) !== 0;

/** The next message reopens a thread that is merely archived, but not a locked one. */
const isLocked = (channel: APIChannel): boolean =>
  'thread_metadata' in channel && channel.thread_metadata?.locked === true;

type PositionedChannel = APIChannel & { position?: number };

/** The channel for system messages first, then in the guild's order. */
const noticeRank = ({ id, position = 0 }: PositionedChannel, systemChannelId: string | null): number =>
  id === systemChannelId ? -1 : position;
