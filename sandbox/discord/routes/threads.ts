/** Routes for threads: create a post with its first message, list active and archived threads, unarchive. */
import { z } from 'zod';
import { ApiError } from '../model/api-error.ts';
import type { Channel } from '../model/guild.ts';
import { MESSAGE } from '../model/message-schema.ts';
import { may } from '../model/permissions.ts';
import { isForum, isThread, openThread, REQUIRE_TAG, requireUnlocked, setArchived } from '../model/threads.ts';
import { parseBody } from '../model/validate.ts';
import {
  botPermissions,
  channelOf,
  requireMessagePermissions,
  requirePermissions,
  type World,
} from '../model/world.ts';
import { type Call, ok, param, type Route } from './route.ts';

const PAGE = z.object({
  limit: z.coerce.number().int().min(2).max(100).default(50),
  /** Returns only threads archived before this. */
  before: z.iso.datetime({ offset: true }).optional(),
});

const POST = z.object({
  name: z.string().min(1).max(100),
  applied_tags: z.array(z.string()).max(5).nullish(),
  // Posts take no nonce.
  message: MESSAGE,
});
const STATE = z.object({ archived: z.boolean().nullish(), locked: z.boolean().nullish() });

export const threadRoutes: readonly Route[] = [
  { method: 'POST', path: '/channels/:channel/threads', handle: post },
  { method: 'GET', path: '/guilds/:guild/threads/active', handle: active },
  { method: 'GET', path: '/channels/:channel/threads/archived/public', handle: archived },
  { method: 'PATCH', path: '/channels/:channel', handle: modify },
];

function post(call: Call) {
  const { world } = call;
  const forum = channelOf(world, param(call, 'channel'));
  if (!isForum(forum)) throw new ApiError('wrong-channel-type');
  requirePermissions(world, forum, 'SEND_MESSAGES');
  const { name, applied_tags, message: body } = parseBody(POST, call.body);
  requireValidTags(world, forum, applied_tags ?? []);
  requireMessagePermissions(world, forum, body);
  const thread = openThread(world, forum, name, applied_tags ?? []);
  try {
    const message = world.messages.create(body, { id: thread.id, channelId: thread.id, author: world.bot });
    thread.last_message_id = message.id;
    return { status: 201, body: { ...thread, message } };
  } catch (error) {
    // An empty message must not leave a post behind.
    world.threads.delete(thread.id);
    throw error;
  }
}

function requireValidTags(world: World, forum: Channel, applied: readonly string[]): void {
  const { available_tags = [], flags = 0 } = forum;
  const mayManage = may(botPermissions(world, forum), 'MANAGE_THREADS');
  for (const id of applied) {
    const tag = available_tags.find((one) => one.id === id);
    if (tag === undefined) throw new ApiError('unknown-tag');
    if (tag.moderated && !mayManage) throw new ApiError('missing-permissions');
  }
  if (applied.length === 0 && flags & REQUIRE_TAG) throw new ApiError('tag-required');
}

/** Newest first, from all channels the bot can see. */
function active(call: Call) {
  const { world } = call;
  if (param(call, 'guild') !== world.guild.id) throw new ApiError('unknown-guild');
  const seen = (thread: Channel) => may(botPermissions(world, thread), 'VIEW_CHANNEL');
  const threads = [...world.threads.values()].filter((one) => !one.thread_metadata?.archived && seen(one)).reverse();
  return ok({ threads, members: [] });
}

/** Most recently archived first. */
function archived(call: Call) {
  const { world } = call;
  const parent = channelOf(world, param(call, 'channel'));
  requirePermissions(world, parent, 'READ_MESSAGE_HISTORY');
  const { limit, before } = parseBody(PAGE, Object.fromEntries(call.query));
  const all = [...world.threads.values()]
    .filter(({ parent_id, thread_metadata }) => parent_id === parent.id && thread_metadata?.archived)
    .filter((thread) => before === undefined || Date.parse(archivedAt(thread)) < Date.parse(before))
    .sort((a, b) => (archivedAt(a) < archivedAt(b) ? 1 : -1));
  return ok({ threads: all.slice(0, limit), members: [], has_more: all.length > limit });
}

const archivedAt = ({ thread_metadata }: Channel): string => thread_metadata?.archive_timestamp ?? '';

/** Only unarchiving is supported, which needs Send Messages in Threads. */
function modify(call: Call) {
  const { world } = call;
  const thread = channelOf(world, param(call, 'channel'));
  const { archived: wished, locked } = parseBody(STATE, call.body);
  if (!isThread(thread) || wished !== false || locked != null) throw new ApiError('missing-permissions');
  requirePermissions(world, thread, 'SEND_MESSAGES_IN_THREADS');
  requireUnlocked(world, thread);
  setArchived(world, thread, { archived: false });
  return ok(thread);
}
