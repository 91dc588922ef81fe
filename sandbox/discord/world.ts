/** All that the loopback Discord holds: one application with its bot, one server, messages, commands, open interactions. */
import { randomBytes } from 'node:crypto';
import type { z } from 'zod';
import { ApiError } from './api-error.ts';
import type { COMMAND } from './command-schema.ts';
import { createEvents, type Events } from './events.ts';
import { type Channel, createTrialServer, type TrialServer } from './guild.ts';
import { createIds } from './ids.ts';
import type { Interaction } from './interaction.ts';
import type { Spoken } from './locales.ts';
import type { MessageBody } from './message-schema.ts';
import { createMessages, type Message, type Messages } from './messages.ts';
import { may, type Permission, permissionsOf } from './permissions.ts';

export type RegisteredCommand = z.output<typeof COMMAND> & {
  id: string;
  application_id: string;
  version: string;
  guild_id?: string;
};

export interface World extends TrialServer {
  now(): Date;
  nextId(): string;
  applicationId: string;
  spoken: Spoken;
  /** The server is away for a while. */
  outage: boolean;
  /** The bot's token; none after it was revoked. */
  token: string | undefined;
  /** Channels of other servers that the bot is in, by channel id. */
  elsewhere: Map<string, Channel>;
  /** Channels of direct messages, by channel id. */
  directs: Map<string, Channel>;
  /** By their ids. */
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
  const server = createTrialServer(nextId, now());
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
    guild.channels.find((one) => one.id === id) ?? directs.get(id) ?? elsewhere.get(id) ?? threads.get(id);
  // A thread goes with its channel.
  if (channel === undefined || rulingIn(world, channel) === undefined) throw new ApiError('unknown-channel');
  return channel;
}

/** The channel whose overwrites hold in a channel: of a thread, its parent. */
export function rulingIn({ guild, threads }: World, channel: Channel): Channel | undefined {
  return threads.has(channel.id) ? guild.channels.find(({ id }) => id === channel.parent_id) : channel;
}

/** The bot's permissions in a channel; in direct messages it has all it needs. */
export function botPermissions(world: World, channel: Channel): bigint {
  const member = world.guild.members.find(({ user }) => user.id === world.bot.id);
  if (member === undefined) return 0n;
  return channel.guild_id === undefined
    ? permissionsOf(member, world.guild)
    : permissionsOf(member, world.guild, rulingIn(world, channel));
}

/** @throws ApiError 50001 where the bot does not see the channel, 50013 where it lacks something else. */
export function demand(world: World, channel: Channel, ...needed: Permission[]): void {
  const granted = botPermissions(world, channel);
  if (!may(granted, 'VIEW_CHANNEL')) throw new ApiError('missing-access');
  if (!needed.every((name) => may(granted, name))) throw new ApiError('missing-permissions');
}

/** What the parts of a message need beside the right to write. @throws ApiError 50013 */
export function demandForMessage(world: World, channel: Channel, { embeds, attachments }: MessageBody): void {
  if (embeds?.length) demand(world, channel, 'EMBED_LINKS');
  if (attachments?.length) demand(world, channel, 'ATTACH_FILES');
}
