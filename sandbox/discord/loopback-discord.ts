/** A Discord of one's own on this machine: REST, gateway, one server. A real client runs against it unchanged. */
import { type LoopbackServer, startLoopbackServer } from '../loopback-server.ts';
import type { Events } from './events.ts';
import { createFaults, type Order } from './faults.ts';
import { createGateway, type Gateway, guildCreateOf } from './gateway.ts';
import type { Channel, Member } from './guild.ts';
import { createMembers, type Members } from './members.ts';
import type { Message } from './messages.ts';
import { bitsOf, type Permission } from './permissions.ts';
import { createRateLimits } from './rate-limits.ts';
import { createRest, type OnRequest } from './rest.ts';
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
  /** Makes a channel; `announcements` can be published to those who follow them. */
  addChannel(name: string, kind?: 'text' | 'announcements'): Channel;
  /** What everybody sees in a channel, oldest first. */
  messages(channelId: string): Message[];
  events: Events;
  trouble: Troublemaker;
  close(): Promise<void>;
}

/** What goes wrong in the life of a bot. */
export interface Troublemaker {
  /** The next requests that fit fail. */
  order(order: Order): void;
  /** Takes a permission from the bot in a channel. */
  deny(channelId: string, permission: Permission): void;
  /** Gives everything back that was taken in a channel. */
  restore(channelId: string): void;
  deleteChannel(channelId: string): void;
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
    addChannel(name, kind = 'text') {
      const [like] = world.guild.channels;
      const type = kind === 'text' ? 0 : 5;
      const position = world.guild.channels.length;
      const channel: Channel = { ...like, id: world.nextId(), type, name, position, last_message_id: null };
      world.guild.channels.push(channel);
      gateway.dispatch('CHANNEL_CREATE', channel);
      world.events.emit({ type: 'channels' });
      return channel;
    },
    messages: (channelId) => world.messages.inChannel(channelId),
    events: world.events,
    trouble: createTroublemaker(world, gateway, faults.order),
    async close() {
      gateway.close();
      await close();
    },
  };
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

function memberOf({ guild }: World, userId: string): Member {
  const member = guild.members.find(({ user }) => user.id === userId);
  if (member === undefined) throw new Error(`there is no member ${userId}`);
  return member;
}

function deniedTo(userId: string, { permission_overwrites = [] }: Channel): bigint {
  return BigInt(permission_overwrites.find(({ id }) => id === userId)?.deny ?? 0);
}
