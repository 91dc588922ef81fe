/** Routes for the application, its bot, the guild, channels and direct message channels. */
import { z } from 'zod';
import { ApiError } from '../model/api-error.ts';
import type { Channel } from '../model/guild.ts';
import { guildCreateOf } from '../model/guild-payload.ts';
import { parseBody } from '../model/validate.ts';
import { channelOf, requirePermissions, type World } from '../model/world.ts';
import { type Call, ok, param, type Route } from './route.ts';

export const placeRoutes: readonly Route[] = [
  { method: 'GET', path: '/applications/@me', handle: ({ world }) => ok(applicationOf(world)) },
  { method: 'GET', path: '/users/@me', handle: ({ world }) => ok(world.bot) },
  { method: 'GET', path: '/users/:user', handle: (call) => ok(memberOf(call).user) },
  { method: 'POST', path: '/users/@me/channels', handle: openDirect },
  { method: 'GET', path: '/guilds/:guild', handle: (call) => ok(guildCreateOf(guildIn(call))) },
  { method: 'GET', path: '/guilds/:guild/channels', handle: (call) => ok(guildIn(call).guild.channels) },
  { method: 'GET', path: '/guilds/:guild/roles', handle: (call) => ok(guildIn(call).guild.roles) },
  { method: 'GET', path: '/guilds/:guild/members/:user', handle: (call) => ok(memberOf(call, guildIn(call))) },
  { method: 'GET', path: '/channels/:channel', handle: channel },
];

function applicationOf({ applicationId, bot }: World) {
  return {
    id: applicationId,
    name: bot.username,
    description: '',
    icon: null,
    bot,
    bot_public: true,
    bot_require_code_grant: false,
    verify_key: '0'.repeat(64),
    flags: 0,
    approximate_guild_count: 1,
    integration_types_config: { 0: {}, 1: {} },
  };
}

/** Returns the same channel for the same recipient. */
function openDirect({ world, body }: Call) {
  const { recipient_id } = parseBody(z.object({ recipient_id: z.string() }), body);
  const member = world.guild.members.find(({ user }) => user.id === recipient_id);
  if (member === undefined || member.user.bot) throw new ApiError('cannot-message-user');
  const existing = [...world.directs.values()].find(({ recipients }) => recipients?.[0]?.id === recipient_id);
  const direct: Channel = existing ?? { id: world.nextId(), type: 1, last_message_id: null, recipients: [member.user] };
  world.directs.set(direct.id, direct);
  return ok(direct);
}

function channel(call: Call) {
  const found = channelOf(call.world, param(call, 'channel'));
  requirePermissions(call.world, found);
  return ok(found);
}

function guildIn(call: Call): World {
  const { guild, bot } = call.world;
  const isMember = guild.members.some(({ user }) => user.id === bot.id);
  if (param(call, 'guild') !== guild.id || !isMember) throw new ApiError('unknown-guild');
  return call.world;
}

function memberOf(call: Call, world = call.world) {
  const member = world.guild.members.find(({ user }) => user.id === param(call, 'user'));
  if (member === undefined) throw new ApiError('unknown-user');
  return member;
}
