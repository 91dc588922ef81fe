/**
 * Which channels the bot may not write to, as far as the gateway tells without being asked. Rights are worked out when a server or
 * a channel comes by and not kept; when roles change, nothing is known of that server's channels until they come by again.
 */
import { type APIChannel, type APIOverwrite, type APIRole, ChannelType } from 'discord.js';
import { grantedIn, missingPermissions } from './permissions.ts';

export interface ClosedChannels {
  has(place: { guildId: string; channelId: string }): boolean;
  /** A server as it is now, with its channels. */
  read(server: ServerSeen, botId: string): void;
  readChannel(channel: ChannelSeen, guildId: string): void;
  forgetChannel(channelId: string, guildId: string): void;
  /** Somebody changed roles. */
  forgetServer(guildId: string): void;
}

/** What is used of a server's payload. */
interface ServerSeen {
  id: string;
  owner_id?: string;
  roles?: Pick<APIRole, 'id' | 'permissions'>[];
  members?: { user?: { id: string }; roles: string[] }[];
  channels?: ChannelSeen[];
}

type ChannelSeen = Pick<APIChannel, 'id' | 'type'> & { permission_overwrites?: APIOverwrite[] };
type Standing = Omit<Parameters<typeof grantedIn>[0], 'overwrites'>;

/** Where alerts go. In a thread its parent's rights hold, which are not at hand. */
const FOR_ALERTS: ReadonlySet<number> = new Set([
  ChannelType.GuildText,
  ChannelType.GuildAnnouncement,
  ChannelType.GuildForum,
  ChannelType.GuildMedia,
]);
/** Without the others a message is refused as well, but may go in another form. */
const TO_WRITE_AT_ALL: ReadonlySet<string> = new Set(['View Channel', 'Send Messages']);

/** As numbers: of three hundred thousand channels all may be closed. */
type ChannelIds = BigUint64Array;

export function createClosedChannels(): ClosedChannels {
  const servers = new Map<string, { standing: Standing; closed: ChannelIds }>();

  const isShut = (standing: Standing, { type, permission_overwrites: overwrites = [] }: ChannelSeen): boolean =>
    FOR_ALERTS.has(type) &&
    missingPermissions(grantedIn({ ...standing, overwrites })).some((name) => TO_WRITE_AT_ALL.has(name));

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
    read(server, botId) {
      const standing = standingIn(server, botId);
      if (standing === undefined) {
        servers.delete(server.id);
        return;
      }
      const shut = (server.channels ?? []).filter((channel) => isShut(standing, channel));
      servers.set(server.id, { standing, closed: BigUint64Array.from(shut, ({ id }) => BigInt(id)) });
    },
    readChannel(channel, guildId) {
      forgetChannel(channel.id, guildId);
      const server = servers.get(guildId);
      if (server && isShut(server.standing, channel)) {
        server.closed = BigUint64Array.of(...server.closed, BigInt(channel.id));
      }
    },
  };
}

/** The bot's own roles and no others. */
function standingIn({ id, owner_id, roles, members }: ServerSeen, botId: string): Standing | undefined {
  const self = members?.find(({ user }) => user?.id === botId);
  if (self === undefined || roles === undefined || owner_id === undefined) return undefined;
  const held = roles.filter((role) => role.id === id || self.roles.includes(role.id));
  return {
    guild: { id, owner_id, roles: held.map((role) => ({ id: role.id, permissions: role.permissions })) },
    memberId: botId,
    memberRoles: self.roles,
  };
}
