/** Routes for channel messages: post (once per nonce), read, edit, delete, publish. */
import { z } from 'zod';
import { ApiError } from '../model/api-error.ts';
import { CROSSPOSTED, MESSAGE, NEW_MESSAGE } from '../model/message-schema.ts';
import type { Message } from '../model/messages.ts';
import { may } from '../model/permissions.ts';
import { isForum, isThread, requireUnlocked, setArchived } from '../model/threads.ts';
import { parseBody } from '../model/validate.ts';
import {
  botPermissions,
  channelOf,
  requireMessagePermissions,
  requirePermissions,
  type World,
} from '../model/world.ts';
import { type Call, done, ok, param, type Route } from './route.ts';

/** Discord documents "the past few minutes". */
const NONCE_REMEMBERED_MS = 5 * 60_000;
const SNOWFLAKE_ID = z
  .string()
  .regex(/^\d{1,20}$/)
  .transform(BigInt)
  .optional();
const PAGE = z.object({
  limit: z.coerce.number().int().min(1).max(100).default(50),
  around: SNOWFLAKE_ID,
  before: SNOWFLAKE_ID,
  after: SNOWFLAKE_ID,
});
const ANNOUNCEMENT_CHANNEL = 5;

export const messageRoutes: readonly Route[] = [
  { method: 'GET', path: '/channels/:channel/messages', handle: list },
  { method: 'POST', path: '/channels/:channel/messages', handle: post },
  {
    method: 'GET',
    path: '/channels/:channel/messages/:message',
    handle: (call) => ok(findMessage(call)),
  },
  { method: 'PATCH', path: '/channels/:channel/messages/:message', handle: edit },
  { method: 'DELETE', path: '/channels/:channel/messages/:message', handle: remove },
  { method: 'POST', path: '/channels/:channel/messages/:message/crosspost', handle: crosspost },
];

function post(call: Call) {
  const { world } = call;
  const channel = channelOf(world, param(call, 'channel'));
  if (isForum(channel)) throw new ApiError('forum-wants-posts');
  requirePermissions(world, channel, isThread(channel) ? 'SEND_MESSAGES_IN_THREADS' : 'SEND_MESSAGES');
  requireUnlocked(world, channel);
  const body = parseBody(NEW_MESSAGE, call.body);
  requireMessagePermissions(world, channel, body);
  // A message unarchives a thread.
  if (channel.thread_metadata?.archived) setArchived(world, channel, { archived: false });

  const nonce = body.nonce ?? undefined;
  const existing = body.enforce_nonce && nonce !== undefined ? messageWithNonce(world, nonce) : undefined;
  if (existing) return ok(world.messages.find(existing.channel_id, existing.id));
  const message = world.messages.create(body, { channelId: channel.id, author: world.bot, nonce });
  if (body.enforce_nonce && nonce !== undefined) {
    world.nonces.set(String(nonce), { message, at: world.now().getTime() });
  }
  return ok(message);
}

function messageWithNonce(world: World, nonce: string | number): Message | undefined {
  const existing = world.nonces.get(String(nonce));
  return existing && world.now().getTime() - existing.at < NONCE_REMEMBERED_MS ? existing.message : undefined;
}

/** Newest first, even with `after`; empty without Read Message History. */
function list(call: Call) {
  const channel = channelOf(call.world, param(call, 'channel'));
  requirePermissions(call.world, channel);
  const { limit, around, before, after } = parseBody(PAGE, Object.fromEntries(call.query));
  if (!may(botPermissions(call.world, channel), 'READ_MESSAGE_HISTORY')) return ok([]);
  const all = call.world.messages.inChannel(channel.id);
  const until = (id: bigint) => all.filter((one) => BigInt(one.id) < id);
  const from = (id: bigint) => all.filter((one) => BigInt(one.id) > id);
  // Discord uses the first of these that is given.
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
  const message = requireOwnMessage(call);
  if (channelOf(call.world, message.channel_id).thread_metadata?.archived) throw new ApiError('thread-archived');
  return ok(call.world.messages.edit(message, parseBody(MESSAGE, call.body)));
}

function remove(call: Call) {
  const message = findMessage(call);
  if (message.author.id !== call.world.bot.id) {
    requirePermissions(call.world, channelOf(call.world, message.channel_id), 'MANAGE_MESSAGES');
  }
  call.world.messages.delete(message);
  return done;
}

function crosspost(call: Call) {
  const channel = channelOf(call.world, param(call, 'channel'));
  if (channel.type !== ANNOUNCEMENT_CHANNEL) throw new ApiError('wrong-channel-type');
  requirePermissions(call.world, channel, 'SEND_MESSAGES');
  const message = requireOwnMessage(call);
  if (message.flags & CROSSPOSTED) throw new ApiError('already-crossposted');
  return ok(call.world.messages.edit(message, {}, message.flags | CROSSPOSTED));
}

function findMessage(call: Call): Message {
  const channel = channelOf(call.world, param(call, 'channel'));
  requirePermissions(call.world, channel, 'READ_MESSAGE_HISTORY');
  return call.world.messages.find(channel.id, param(call, 'message'));
}

function requireOwnMessage(call: Call): Message {
  const message = findMessage(call);
  if (message.author.id !== call.world.bot.id) throw new ApiError('not-author');
  return message;
}
