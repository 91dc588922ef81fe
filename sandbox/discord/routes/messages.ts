/** Messages in channels: post (once per nonce), read, edit, delete, publish. */
import { ApiError } from '../api-error.ts';
import { CROSSPOSTED, MESSAGE, NEW_MESSAGE } from '../message-schema.ts';
import type { Message } from '../messages.ts';
import { archive, isForum, isThread, refuseLocked } from '../threads.ts';
import { validated } from '../validate.ts';
import { channelOf, demand, demandForMessage, type World } from '../world.ts';
import { type Call, done, ok, param, type Route } from './route.ts';

/** "Past few minutes", says Discord. */
const NONCE_REMEMBERED_MS = 5 * 60_000;
const MOST_LISTED = 100;
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

/** Newest first, as Discord lists them. */
function list(call: Call) {
  const channel = channelOf(call.world, param(call, 'channel'));
  demand(call.world, channel, 'READ_MESSAGE_HISTORY');
  const limit = Math.min(Number(call.query.get('limit') ?? 50), MOST_LISTED);
  const [before, after] = [call.query.get('before'), call.query.get('after')];
  const fitting = call.world.messages
    .inChannel(channel.id)
    .filter(({ id }) => (!before || BigInt(id) < BigInt(before)) && (!after || BigInt(id) > BigInt(after)));
  return ok((after ? fitting.slice(0, limit) : fitting.slice(-limit)).reverse());
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
