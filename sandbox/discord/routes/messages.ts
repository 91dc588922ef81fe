/** Messages in channels: post (once per nonce), read, edit, delete, publish. */
import { z } from 'zod';
import { ApiError } from '../api-error.ts';
import { CROSSPOSTED, MESSAGE, NEW_MESSAGE } from '../message-schema.ts';
import type { Message } from '../messages.ts';
import { may } from '../permissions.ts';
import { archive, isForum, isThread, refuseLocked } from '../threads.ts';
import { validated } from '../validate.ts';
import { botPermissions, channelOf, demand, demandForMessage, type World } from '../world.ts';
import { type Call, done, ok, param, type Route } from './route.ts';

/** "Past few minutes", says Discord. */
const NONCE_REMEMBERED_MS = 5 * 60_000;
const SNOWFLAKE = z
  .string()
  .regex(/^\d{1,20}$/)
  .transform(BigInt)
  .optional();
const PAGE = z.object({
  limit: z.coerce.number().int().min(1).max(100).default(50),
  around: SNOWFLAKE,
  before: SNOWFLAKE,
  after: SNOWFLAKE,
});
const ANNOUNCEMENT_CHANNEL = 5;

export const messageRoutes: readonly Route[] = [
  { method: 'GET', path: '/channels/:channel/messages', handle: list },
  { method: 'POST', path: '/channels/:channel/messages', handle: post },
  {
    method: 'GET',
    path: '/channels/:channel/messages/:message',
    handle: (call) => ok(foundIn(call)),
  },
  { method: 'PATCH', path: '/channels/:channel/messages/:message', handle: edit },
  { method: 'DELETE', path: '/channels/:channel/messages/:message', handle: remove },
  { method: 'POST', path: '/channels/:channel/messages/:message/crosspost', handle: crosspost },
];

function post(call: Call) {
  const { world } = call;
  const channel = channelOf(world, param(call, 'channel'));
  if (isForum(channel)) throw new ApiError('forum-wants-posts');
  demand(world, channel, isThread(channel) ? 'SEND_MESSAGES_IN_THREADS' : 'SEND_MESSAGES');
  refuseLocked(world, channel);
  const body = validated(NEW_MESSAGE, call.body);
  demandForMessage(world, channel, body);
  // A message opens an archived thread again.
  if (channel.thread_metadata?.archived) archive(world, channel, { archived: false });

  const nonce = body.nonce ?? undefined;
  const known = body.enforce_nonce && nonce !== undefined ? rememberedNonce(world, nonce) : undefined;
  if (known) return ok(world.messages.find(known.channel_id, known.id));
  const message = world.messages.create(body, { channelId: channel.id, author: world.bot, nonce });
  if (body.enforce_nonce && nonce !== undefined) {
    world.nonces.set(String(nonce), { message, at: world.now().getTime() });
  }
  return ok(message);
}

function rememberedNonce(world: World, nonce: string | number): Message | undefined {
  const known = world.nonces.get(String(nonce));
  return known && world.now().getTime() - known.at < NONCE_REMEMBERED_MS ? known.message : undefined;
}

/** Newest first, as Discord lists them, also those that follow an id; nothing where the bot may not read what was. */
function list(call: Call) {
  const channel = channelOf(call.world, param(call, 'channel'));
  demand(call.world, channel);
  const { limit, around, before, after } = validated(PAGE, Object.fromEntries(call.query));
  if (!may(botPermissions(call.world, channel), 'READ_MESSAGE_HISTORY')) return ok([]);
  const all = call.world.messages.inChannel(channel.id);
  const until = (id: bigint) => all.filter((one) => BigInt(one.id) < id);
  const from = (id: bigint) => all.filter((one) => BigInt(one.id) > id);
  // Of several, Discord takes the first of these.
  if (around !== undefined) {
    const half = Math.floor(limit / 2);
    const middle = all.filter((one) => BigInt(one.id) === around);
    return ok([...until(around).slice(-half), ...middle, ...from(around).slice(0, half)].reverse());
  }
  if (before !== undefined) return ok(until(before).slice(-limit).reverse());
  if (after !== undefined) return ok(from(after).slice(0, limit).reverse());
  return ok(all.slice(-limit).reverse());
}

function edit(call: Call) {
  const message = ownMessage(call);
  if (channelOf(call.world, message.channel_id).thread_metadata?.archived) throw new ApiError('thread-archived');
  return ok(call.world.messages.edit(message, validated(MESSAGE, call.body)));
}

function remove(call: Call) {
  const message = foundIn(call);
  if (message.author.id !== call.world.bot.id) {
    demand(call.world, channelOf(call.world, message.channel_id), 'MANAGE_MESSAGES');
  }
  call.world.messages.delete(message);
  return done;
}

function crosspost(call: Call) {
  const channel = channelOf(call.world, param(call, 'channel'));
  if (channel.type !== ANNOUNCEMENT_CHANNEL) throw new ApiError('wrong-channel-type');
  demand(call.world, channel, 'SEND_MESSAGES');
  const message = ownMessage(call);
  if (message.flags & CROSSPOSTED) throw new ApiError('already-crossposted');
  return ok(call.world.messages.edit(message, {}, message.flags | CROSSPOSTED));
}

function foundIn(call: Call): Message {
  const channel = channelOf(call.world, param(call, 'channel'));
  demand(call.world, channel, 'READ_MESSAGE_HISTORY');
  return call.world.messages.find(channel.id, param(call, 'message'));
}

function ownMessage(call: Call): Message {
  const message = foundIn(call);
  if (message.author.id !== call.world.bot.id) throw new ApiError('not-author');
  return message;
}
