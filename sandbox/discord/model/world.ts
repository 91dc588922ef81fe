/** The state of the loopback Discord: one application with its bot, one guild, messages, commands, open interactions. */
import { randomBytes } from 'node:crypto';
import type { z } from 'zod';
import { ApiError } from './api-error.ts';
import type { COMMAND } from './command-schema.ts';
import { createEvents, type Events } from './events.ts';
import { type Channel, createSandboxGuild, type SandboxGuild } from './guild.ts';
import { createIds } from './ids.ts';
import type { Interaction } from './interaction.ts';
import type { LocaleSettings } from './locales.ts';
import type { MessageBody } from './message-schema.ts';
import { createMessages, type Message, type Messages } from './messages.ts';
import { may, type Permission, permissionsOf } from './permissions.ts';

export type RegisteredCommand = z.output<typeof COMMAND> & {
  id: string;
  application_id: string;
  version: string;
  guild_id?: string;
};

export interface World extends SandboxGuild {
  now(): Date;
  nextId(): string;
  applicationId: string;
  spoken: LocaleSettings;
  /** The guild is unavailable. */
  outage: boolean;
  /** The bot's token; undefined once revoked. */
  token: string | undefined;
  /** Channels of other guilds, by id. */
  elsewhere: Map<string, Channel>;
  /** Direct message channels, by id. */
  directs: Map<string, Channel>;
  /** By id. */
  threads: Map<string, Channel>;
  messages: Messages;
  commands: RegisteredCommand[];
  /** By id. */
  interactions: Map<string, Interaction>;
  /** Messages by author and nonce, for `enforce_nonce`. */
  nonces: Map<string, { message: Message; at: number }>;
  events: Events;
}

export function createWorld(now: () => Date): World {
  const nextId = createIds(now);
  const server = createSandboxGuild(nextId, now());
  const events = createEvents();
  return {
    ...server,
    now,
    nextId,
    outage: false,
    // An application made in the developer portal has the same id as its bot.
    applicationId: server.bot.id,
    spoken: { you: 'en-GB', server: 'en-GB' },
    token: `${Buffer.from(server.bot.id).toString('base64url')}.sandbox.${randomBytes(20).toString('base64url')}`,
    elsewhere: new Map(),
    directs: new Map(),
    threads: new Map(),
    messages: createMessages({ guild: server.guild, nextId, now, events }),
    commands: [],
    interactions: new Map(),
    nonces: new Map(),
    events,
  };
}

/** @throws ApiError 10003 */
export function channelOf(world: World, id: string): Channel {
  const { guild, directs, elsewhere, threads } = world;
  const channel =
    guild.channels.find((channel) => channel.id === id) ?? directs.get(id) ?? elsewhere.get(id) ?? threads.get(id);
  // Deleting a channel deletes its threads.
  if (channel === undefined || permissionChannelOf(world, channel) === undefined) throw new ApiError('unknown-channel');
  return channel;
}

/** The channel whose overwrites apply: the parent of a thread, otherwise the channel itself. */
export function permissionChannelOf({ guild, threads }: World, channel: Channel): Channel | undefined {
  return threads.has(channel.id) ? guild.channels.find(({ id }) => id === channel.parent_id) : channel;
}

/** The bot's permissions in a channel; in direct messages, its guild permissions. */
export function botPermissions(world: World, channel: Channel): bigint {
  const member = world.guild.members.find(({ user }) => user.id === world.bot.id);
  if (member === undefined) return 0n;
  return channel.guild_id === undefined
    ? permissionsOf(member, world.guild)
    : permissionsOf(member, world.guild, permissionChannelOf(world, channel));
}

/** @throws ApiError 50001 when the bot cannot see the channel, 50013 when it lacks another permission */
export function requirePermissions(world: World, channel: Channel, ...needed: Permission[]): void {
  const granted = botPermissions(world, channel);
  if (!may(granted, 'VIEW_CHANNEL')) throw new ApiError('missing-access');
  if (!needed.every((name) => may(granted, name))) throw new ApiError('missing-permissions');
}

/** Checks the permissions for embeds and attachments. @throws ApiError 50013 */
export function requireMessagePermissions(world: World, channel: Channel, { embeds, attachments }: MessageBody): void {
  if (embeds?.length) requirePermissions(world, channel, 'EMBED_LINKS');
  if (attachments?.length) requirePermissions(world, channel, 'ATTACH_FILES');
}
