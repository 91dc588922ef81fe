/**
 * Which channels the bot may not write to, as far as the gateway tells without being asked. Rights are worked out when a server or
 * a channel comes by and not kept; when roles change, nothing is known of that server's channels until they come by again.
 */
import { type APIChannel, type APIOverwrite, type APIRole, ChannelType } from 'discord.js';
import { computePermissions, missingPermissions } from './permissions.ts';

export interface UnwritableChannels {
  has(place: { guildId: string; channelId: string }): boolean;
  /** A server as it is now, with its channels. */
  updateGuild(server: GuildPayload, botId: string): void;
  updateChannel(channel: ChannelPayload, guildId: string): void;
  forgetChannel(channelId: string, guildId: string): void;
  /** Somebody changed roles. */
  forgetServer(guildId: string): void;
}

/** What is used of a server's payload. */
interface GuildPayload {
  id: string;
  owner_id?: string;
  roles?: Pick<APIRole, 'id' | 'permissions'>[];
  members?: { user?: { id: string }; roles: string[] }[];
  channels?: ChannelPayload[];
}

type ChannelPayload = Pick<APIChannel, 'id' | 'type'> & { permission_overwrites?: APIOverwrite[] };
type MemberContext = Omit<Parameters<typeof computePermissions>[0], 'overwrites'>;

/** Where alerts go. In a thread its parent's rights hold, which are not at hand. */
const ALERT_CHANNEL_TYPES: ReadonlySet<number> = new Set([
  ChannelType.GuildText,
  ChannelType.GuildAnnouncement,
  ChannelType.GuildForum,
  ChannelType.GuildMedia,
]);
/** Without the others a message is refused as well, but may go in another form. */
const ESSENTIAL_PERMISSIONS: ReadonlySet<string> = new Set(['View Channel', 'Send Messages']);

/** As numbers: of three hundred thousand channels all may be closed. */
type ChannelIds = BigUint64Array;

export function createUnwritableChannels(): UnwritableChannels {
  const servers = new Map<string, { standing: MemberContext; closed: ChannelIds }>();

  const isUnwritableChannel = (
    standing: MemberContext,
    { type, permission_overwrites: overwrites = [] }: ChannelPayload,
  ): boolean =>
    ALERT_CHANNEL_TYPES.has(type) &&
    missingPermissions(computePermissions({ ...standing, overwrites })).some((name) => ESSENTIAL_PERMISSIONS.has(name));

  function forgetChannel(channelId: string, guildId: string): void {
    const server = servers.get(guildId);
    if (server?.closed.includes(BigInt(channelId))) {
      server.closed = server.closed.filter((id) => id !== BigInt(channelId));
    }
  }

  return {
    has: ({ guildId, channelId }) => servers.get(guildId)?.closed.includes(BigInt(channelId)) ?? false,
    forgetChannel,
    forgetServer: (guildId) => void servers.delete(guildId),
    updateGuild(server, botId) {
      const standing = memberContextIn(server, botId);
      if (standing === undefined) {
        servers.delete(server.id);
        return;
      }
      const shut = (server.channels ?? []).filter((channel) => isUnwritableChannel(standing, channel));
      servers.set(server.id, { standing, closed: BigUint64Array.from(shut, ({ id }) => BigInt(id)) });
    },
    updateChannel(channel, guildId) {
      forgetChannel(channel.id, guildId);
      const server = servers.get(guildId);
      if (server && isUnwritableChannel(server.standing, channel)) {
        server.closed = BigUint64Array.of(...server.closed, BigInt(channel.id));
      }
    },
  };
}

/** The bot's own roles and no others. */
function memberContextIn({ id, owner_id, roles, members }: GuildPayload, botId: string): MemberContext | undefined {
  const self = members?.find(({ user }) => user?.id === botId);
  if (self === undefined || roles === undefined || owner_id === undefined) return undefined;
  const held = roles.filter((role) => role.id === id || self.roles.includes(role.id));
  return {
    guild: { id, owner_id, roles: held.map((role) => ({ id: role.id, permissions: role.permissions })) },
    memberId: botId,
    memberRoles: self.roles,
  };
}
