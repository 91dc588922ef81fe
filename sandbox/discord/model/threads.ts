/** Threads: posts of forums, and threads of text channels. */
import { ApiError } from './api-error.ts';
import type { Channel, ForumTag } from './guild.ts';
import type { Message } from './messages.ts';
import { may } from './permissions.ts';
import { botPermissions, type World } from './world.ts';

export const FORUM = 15;
export const MEDIA = 16;
const PUBLIC_THREAD = 11;
/** Channel flag of forums whose posts need a tag. */
export const REQUIRE_TAG = 1 << 4;
const ARCHIVED_AFTER_MINUTES = 4320;

export const isForum = ({ type }: Channel): boolean => type === FORUM || type === MEDIA;
export const isThread = ({ type }: Channel): boolean => type === PUBLIC_THREAD;

/** Opens a thread as the bot. */
export function openThread(world: World, parent: Channel, name: string, appliedTags: readonly string[] = []): Channel {
  const thread: Channel = {
    id: world.nextId(),
    type: PUBLIC_THREAD,
    guild_id: parent.guild_id,
    parent_id: parent.id,
    owner_id: world.bot.id,
    name,
    applied_tags: [...appliedTags],
    last_message_id: null,
    rate_limit_per_user: 0,
    thread_metadata: {
      archived: false,
      locked: false,
      auto_archive_duration: ARCHIVED_AFTER_MINUTES,
      archive_timestamp: world.now().toISOString(),
      create_timestamp: world.now().toISOString(),
    },
  };
  world.threads.set(thread.id, thread);
  return thread;
}

export function setArchived(world: World, thread: Channel, { archived = true, locked = false } = {}): void {
  const was = thread.thread_metadata;
  if (was === undefined) throw new ApiError('wrong-channel-type');
  thread.thread_metadata = { ...was, archived, locked, archive_timestamp: world.now().toISOString() };
}

/** @throws ApiError 160005 for a locked thread that the bot may not manage */
export function requireUnlocked(world: World, channel: Channel): void {
  const locked = channel.thread_metadata?.locked ?? false;
  if (locked && !may(botPermissions(world, channel), 'MANAGE_THREADS')) throw new ApiError('thread-locked');
}

export interface Post {
  id: string;
  name: string;
  /** Tag names. */
  tags: string[];
  /** Oldest first. */
  messages: Message[];
}

/** The posts of a forum, oldest first. */
export function postsOf(world: World, forum: Channel): Post[] {
  return [...world.threads.values()]
    .filter(({ parent_id }) => parent_id === forum.id)
    .map((thread) => ({
      id: thread.id,
      name: thread.name ?? '',
      tags: tagsOf(thread, forum).map(({ name }) => name),
      messages: world.messages.inChannel(thread.id),
    }));
}

export const tagsOf = ({ applied_tags = [] }: Channel, { available_tags = [] }: Channel): ForumTag[] =>
  available_tags.filter(({ id }) => applied_tags.includes(id));
