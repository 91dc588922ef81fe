/** A local Discord with REST API, gateway and one guild. The real discord.js client runs against it unchanged. */
import { type LoopbackServer, startLoopbackServer } from '../http/loopback-server.ts';
import { createFaults, type FaultOrder } from './faults.ts';
import { createGateway, type Gateway } from './gateway.ts';
import { createMembers, type Members } from './members.ts';
import type { Events } from './model/events.ts';
import type { Channel, ForumTag, Member } from './model/guild.ts';
import { guildCreateOf } from './model/guild-payload.ts';
import type { Message } from './model/messages.ts';
import { bitsOf, type Permission } from './model/permissions.ts';
import { FORUM, isForum, MEDIA, openThread, type Post, postsOf, REQUIRE_TAG, setArchived } from './model/threads.ts';
import { channelOf, createWorld, type World } from './model/world.ts';
import { createRateLimits } from './rate-limits.ts';
import { createRest, type OnRequest } from './rest.ts';

export interface LoopbackOptions {
  /** 0, the default, picks a free port. */
  port?: number;
  /** Clock for messages and ids. */
  now?: () => Date;
  /** Time limit for the bot's first response; Discord's 3 seconds by default. */
  answerWithinMs?: number;
  /** Enforces Discord's rate limits; off by default. */
  limited?: boolean;
  onRequest?: OnRequest;
}

export interface LoopbackDiscord extends Members {
  /** The value for DISCORD_API. */
  api: string;
  /** The value for DISCORD_TOKEN. */
  token: string;
  world: World;
  /** @throws Error when there is no such channel. */
  channel(name: string): Channel;
  /** Adds a channel to the guild. */
  addChannel(name: string, kind?: keyof typeof CHANNEL_TYPES, forum?: ForumOptions): Channel;
  /** Adds a channel to another guild that the bot is also in. */
  addChannelElsewhere(name: string, kind?: keyof typeof CHANNEL_TYPES, forum?: ForumOptions): Channel;
  /** Opens a thread in a channel, as the bot. */
  addThread(channelId: string, name: string): Channel;
  /** The posts of a forum, oldest first. */
  posts(channelId: string): Post[];
  /** The non-ephemeral messages of a channel, oldest first. */
  messages(channelId: string): Message[];
  events: Events;
  faults: FaultControls;
  close(): Promise<void>;
}

export interface ForumOptions {
  tags?: string[];
  /** Tags that only members with Manage Threads may use. */
  moderatedTags?: string[];
  /** Posts need at least one tag. */
  tagRequired?: boolean;
}

const CHANNEL_TYPES = { text: 0, announcements: 5, forum: FORUM, media: MEDIA } as const;

/** Simulates failures and changes made by others. */
export interface FaultControls {
  /** Makes the next matching requests fail. */
  inject(order: FaultOrder): void;
  /** Denies the bot a permission in a channel. */
  deny(channelId: string, permission: Permission): void;
  /** Removes all of a channel's permission overwrites. */
  restore(channelId: string): void;
  deleteChannel(channelId: string): void;
  /** Archives a thread, archives and locks it, or reopens it. */
  archiveThread(threadId: string, how?: 'archived' | 'locked' | 'open'): void;
  /** Replaces a forum's tags and whether posts need one. */
  changeForum(channelId: string, wish: ForumOptions): void;
  /** Invalidates the token and closes the gateway connection. */
  revokeToken(): void;
  /** Kicks the bot, or makes the guild unavailable. */
  loseServer(how: 'kick' | 'outage'): void;
  /** Adds the bot again, or ends the outage. */
  returnServer(): void;
  gateway: Pick<Gateway, 'disconnect' | 'ask'>;
}

export async function startLoopbackDiscord(options: LoopbackOptions = {}): Promise<LoopbackDiscord> {
  const { port = 0, now = () => new Date(), answerWithinMs = 3000, limited = false, onRequest } = options;
  const world = createWorld(now);
  const faults = createFaults();
  let server: LoopbackServer | undefined;
  const gatewayUrl = () => `ws://127.0.0.1:${server?.port}/gateway`;
  const gateway = createGateway(world, gatewayUrl);
  server = await startLoopbackServer({
    port,
    answer: createRest({
      world,
      faults,
      limits: limited ? createRateLimits(() => performance.now()) : undefined,
      onRequest,
      gatewayUrl,
    }),
    upgrade: gateway.upgrade,
  });
  const { origin, close } = server;
  return {
    ...createMembers(world, gateway, answerWithinMs),
    api: `${origin}/api`,
    token: world.token ?? '',
    world,
    channel(name) {
      const channel = world.guild.channels.find((channel) => channel.name === name);
      if (channel === undefined) throw new Error(`there is no channel #${name}`);
      return channel;
    },
    addChannel(name, kind = 'text', forum = {}) {
      const channel = newChannel(world, name, kind, forum);
      world.guild.channels.push(channel);
      gateway.dispatch('CHANNEL_CREATE', channel);
      world.events.emit({ type: 'channels' });
      return channel;
    },
    addChannelElsewhere(name, kind = 'text', forum = {}) {
      const channel = { ...newChannel(world, name, kind, forum), guild_id: world.nextId() };
      world.elsewhere.set(channel.id, channel);
      return channel;
    },
    addThread(channelId, name) {
      const thread = openThread(world, channelOf(world, channelId), name);
      gateway.dispatch('THREAD_CREATE', thread);
      return thread;
    },
    posts: (channelId) => postsOf(world, channelOf(world, channelId)),
    messages: (channelId) => world.messages.inChannel(channelId),
    events: world.events,
    faults: createFaultControls(world, gateway, faults.inject),
    async close() {
      gateway.close();
      await close();
    },
  };
}

function newChannel(world: World, name: string, kind: keyof typeof CHANNEL_TYPES, forum: ForumOptions): Channel {
  const [like] = world.guild.channels;
  const type = CHANNEL_TYPES[kind];
  const position = world.guild.channels.length;
  const made: Channel = { ...like, id: world.nextId(), type, name, position, last_message_id: null };
  return isForum(made) ? { ...made, ...forumFields(world, forum) } : made;
}

function createFaultControls(world: World, gateway: Gateway, inject: FaultControls['inject']): FaultControls {
  const botMember = memberOf(world, world.bot.id);
  const changed = (channel: Channel) => {
    gateway.dispatch('CHANNEL_UPDATE', channel);
    world.events.emit({ type: 'channels' });
  };
  return {
    inject,
    deny(channelId, permission) {
      const channel = channelOf(world, channelId);
      const others = (channel.permission_overwrites ?? []).filter(({ id }) => id !== world.bot.id);
      const denied = deniedTo(world.bot.id, channel) | bitsOf(permission);
      channel.permission_overwrites = [...others, { id: world.bot.id, type: 1, allow: '0', deny: String(denied) }];
      changed(channel);
    },
    restore(channelId) {
      const channel = channelOf(world, channelId);
      channel.permission_overwrites = [];
      changed(channel);
    },
    deleteChannel(channelId) {
      const channel = channelOf(world, channelId);
      world.guild.channels = world.guild.channels.filter((one) => one !== channel);
      gateway.dispatch('CHANNEL_DELETE', channel);
      world.events.emit({ type: 'channels' });
    },
    archiveThread(threadId, how = 'archived') {
      const thread = channelOf(world, threadId);
      setArchived(world, thread, { archived: how !== 'open', locked: how === 'locked' });
      gateway.dispatch('THREAD_UPDATE', thread);
    },
    changeForum(channelId, wish) {
      const forum = channelOf(world, channelId);
      Object.assign(forum, forumFields(world, wish, forum.available_tags));
      changed(forum);
    },
    revokeToken() {
      world.token = undefined;
      gateway.disconnect(4004);
    },
    loseServer(how) {
      world.outage = how === 'outage';
      if (how === 'kick') world.guild.members = world.guild.members.filter(({ user }) => user.id !== world.bot.id);
      gateway.dispatch(
        'GUILD_DELETE',
        how === 'kick' ? { id: world.guild.id } : { id: world.guild.id, unavailable: true },
      );
    },
    returnServer() {
      world.outage = false;
      if (!world.guild.members.includes(botMember)) world.guild.members.push(botMember);
      gateway.dispatch('GUILD_CREATE', guildCreateOf(world));
    },
    gateway,
  };
}

/** Existing tags keep their ids. */
function forumFields(
  world: World,
  { tags = [], moderatedTags = [], tagRequired = false }: ForumOptions,
  before: ForumTag[] = [],
) {
  const tag = (name: string, moderated: boolean): ForumTag => {
    const id = before.find((one) => one.name === name)?.id ?? world.nextId();
    return { id, name, moderated, emoji_id: null, emoji_name: null };
  };
  const available_tags = [...tags.map((name) => tag(name, false)), ...moderatedTags.map((name) => tag(name, true))];
  return { available_tags, flags: tagRequired ? REQUIRE_TAG : 0 };
}

function memberOf({ guild }: World, userId: string): Member {
  const member = guild.members.find(({ user }) => user.id === userId);
  if (member === undefined) throw new Error(`there is no member ${userId}`);
  return member;
}

function deniedTo(userId: string, { permission_overwrites = [] }: Channel): bigint {
  return BigInt(permission_overwrites.find(({ id }) => id === userId)?.deny ?? 0);
}
