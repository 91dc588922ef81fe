/** A Discord of one's own on this machine: REST, gateway, one server. A real client runs against it unchanged. */
import { type LoopbackServer, startLoopbackServer } from '../loopback-server.ts';
import type { Events } from './events.ts';
import { createFaults, type Order } from './faults.ts';
import { createGateway, type Gateway, guildCreateOf } from './gateway.ts';
import type { Channel, ForumTag, Member } from './guild.ts';
import { createMembers, type Members } from './members.ts';
import type { Message } from './messages.ts';
import { bitsOf, type Permission } from './permissions.ts';
import { createRateLimits } from './rate-limits.ts';
import { createRest, type OnRequest } from './rest.ts';
import { archive, FORUM, isForum, MEDIA, openThread, type Post, postsOf, REQUIRE_TAG } from './threads.ts';
import { channelOf, createWorld, type World } from './world.ts';

export interface LoopbackOptions {
  /** 0, the default, takes any free port. */
  port?: number;
  /** The clock of messages and ids. */
  now?: () => Date;
  /** How long the bot has for its first answer; Discord's 3 seconds when left out. */
  answerWithinMs?: number;
  /** Enforces Discord's rate limits; without it there are none. */
  limited?: boolean;
  onRequest?: OnRequest;
}

export interface LoopbackDiscord extends Members {
  /** What DISCORD_API is set to. */
  api: string;
  /** What DISCORD_TOKEN is set to. */
  token: string;
  world: World;
  /** A channel by its name. */
  channel(name: string): Channel;
  /** Makes a channel; `announcements` can be published to those who follow them, in a `forum` each message is a post. */
  addChannel(name: string, kind?: keyof typeof CHANNEL_TYPES, forum?: ForumWish): Channel;
  /** Makes a channel of another server that the bot is in too. */
  addChannelElsewhere(name: string, kind?: keyof typeof CHANNEL_TYPES, forum?: ForumWish): Channel;
  /** Opens a thread of the bot in a channel. */
  addThread(channelId: string, name: string): Channel;
  /** The posts of a forum, oldest first. */
  posts(channelId: string): Post[];
  /** What everybody sees in a channel, oldest first. */
  messages(channelId: string): Message[];
  events: Events;
  trouble: Troublemaker;
  close(): Promise<void>;
}

export interface ForumWish {
  tags?: string[];
  /** Tags for those who manage threads alone. */
  moderatedTags?: string[];
  /** Refuses posts without a tag. */
  tagRequired?: boolean;
}

const CHANNEL_TYPES = { text: 0, announcements: 5, forum: FORUM, media: MEDIA } as const;

/** What goes wrong in the life of a bot. */
export interface Troublemaker {
  /** The next requests that fit fail. */
  order(order: Order): void;
  /** Takes a permission from the bot in a channel. */
  deny(channelId: string, permission: Permission): void;
  /** Gives everything back that was taken in a channel. */
  restore(channelId: string): void;
  deleteChannel(channelId: string): void;
  /** Nobody wrote in a thread for a while, or somebody `locked` it; `open` is the end of both. */
  archiveThread(threadId: string, how?: 'archived' | 'locked' | 'open'): void;
  /** A forum has these tags from now on, and asks for them or not. */
  changeForum(channelId: string, wish: ForumWish): void;
  /** The token is worth nothing any more. */
  revokeToken(): void;
  /** The bot is thrown out of the server, or (`outage`) the server is away for a while. */
  loseServer(how: 'kick' | 'outage'): void;
  /** The bot is let in again, or the outage is over. */
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
      const channel = world.guild.channels.find((one) => one.name === name);
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
    trouble: createTroublemaker(world, gateway, faults.order),
    async close() {
      gateway.close();
      await close();
    },
  };
}

function newChannel(world: World, name: string, kind: keyof typeof CHANNEL_TYPES, forum: ForumWish): Channel {
  const [like] = world.guild.channels;
  const type = CHANNEL_TYPES[kind];
  const position = world.guild.channels.length;
  const made: Channel = { ...like, id: world.nextId(), type, name, position, last_message_id: null };
  return isForum(made) ? { ...made, ...forumOf(world, forum) } : made;
}

function createTroublemaker(world: World, gateway: Gateway, order: Troublemaker['order']): Troublemaker {
  const botMember = memberOf(world, world.bot.id);
  const changed = (channel: Channel) => {
    gateway.dispatch('CHANNEL_UPDATE', channel);
    world.events.emit({ type: 'channels' });
  };
  return {
    order,
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
      archive(world, thread, { archived: how !== 'open', locked: how === 'locked' });
      gateway.dispatch('THREAD_UPDATE', thread);
    },
    changeForum(channelId, wish) {
      const forum = channelOf(world, channelId);
      Object.assign(forum, forumOf(world, wish, forum.available_tags));
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

/** A tag that was there before keeps its id. */
function forumOf(
  world: World,
  { tags = [], moderatedTags = [], tagRequired = false }: ForumWish,
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
