/**
 * Tracks which channels the bot may not write to, as far as the gateway says so unasked. Permissions are computed when a guild or a
 * channel comes by, and not kept; when roles change, nothing is known of a guild's channels until they come by again.
 */
import { type APIChannel, type APIOverwrite, type APIRole, ChannelType } from 'discord.js';
import { computePermissions, type MemberContext, missingPermissions } from './permissions.ts';

interface UnwritableChannels {
  has(channel: { guildId: string; channelId: string }): boolean;
  /** A guild as it is now, with its channels. */
  updateGuild(guild: GuildPayload, botId: string): void;
  updateChannel(channel: ChannelPayload, guildId: string): void;
  forgetChannel(channelId: string, guildId: string): void;
  /** Somebody changed roles. */
  forgetServer(guildId: string): void;
}

/** The part of a guild's payload that is used. */
interface GuildPayload {
  id: string;
  owner_id?: string;
  roles?: Pick<APIRole, 'id' | 'permissions'>[];
  members?: { user?: { id: string }; roles: string[] }[];
  channels?: ChannelPayload[];
}

type ChannelPayload = Pick<APIChannel, 'id' | 'type'> & { permission_overwrites?: APIOverwrite[] };

/** Threads are left out: the overwrites of their parents are not at hand. */
const ALERT_CHANNEL_TYPES: ReadonlySet<number> = new Set([
  ChannelType.GuildText,
  ChannelType.GuildAnnouncement,
  ChannelType.GuildForum,
  ChannelType.GuildMedia,
]);
/** Without the others a message is refused as well, but its fallback form may pass. */
const ESSENTIAL_PERMISSIONS: ReadonlySet<string> = new Set(['View Channel', 'Send Messages']);

/** Numbers instead of strings, since there may be three hundred thousand. */
type ChannelIds = BigUint64Array;

export function createUnwritableChannels(): UnwritableChannels {
  const guilds = new Map<string, { member: MemberContext; unwritable: ChannelIds }>();

  const isUnwritable = (
    member: MemberContext,
    { type, permission_overwrites: overwrites = [] }: ChannelPayload,
  ): boolean =>
    ALERT_CHANNEL_TYPES.has(type) &&
    missingPermissions(computePermissions(member, overwrites)).some((name) => ESSENTIAL_PERMISSIONS.has(name));

  function forgetChannel(channelId: string, guildId: string): void {
    const guild = guilds.get(guildId);
    if (guild?.unwritable.includes(BigInt(channelId))) {
      guild.unwritable = guild.unwritable.filter((id) => id !== BigInt(channelId));
    }
  }

  return {
    has: ({ guildId, channelId }) => guilds.get(guildId)?.unwritable.includes(BigInt(channelId)) ?? false,
    forgetChannel,
    forgetServer: (guildId) => void guilds.delete(guildId),
    updateGuild(guild, botId) {
      const member = toMemberContext(guild, botId);
      if (member === undefined) {
        guilds.delete(guild.id);
        return;
      }
      const unwritable = (guild.channels ?? []).filter((channel) => isUnwritable(member, channel));
      guilds.set(guild.id, { member, unwritable: BigUint64Array.from(unwritable, ({ id }) => BigInt(id)) });
    },
    updateChannel(channel, guildId) {
      forgetChannel(channel.id, guildId);
      const guild = guilds.get(guildId);
      if (guild && isUnwritable(guild.member, channel)) {
        guild.unwritable = BigUint64Array.of(...guild.unwritable, BigInt(channel.id));
      }
    },
  };
}

/** Keeps the bot's own roles only. */
function toMemberContext({ id, owner_id, roles, members }: GuildPayload, botId: string): MemberContext | undefined {
  const bot = members?.find(({ user }) => user?.id === botId);
  if (bot === undefined || roles === undefined || owner_id === undefined) return undefined;
  const botRoles = roles.filter((role) => role.id === id || bot.roles.includes(role.id));
  return {
    guild: { id, owner_id, roles: botRoles.map((role) => ({ id: role.id, permissions: role.permissions })) },
    memberId: botId,
    memberRoles: bot.roles,
  };
}
