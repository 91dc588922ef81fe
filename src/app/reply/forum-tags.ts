/** The `tags` option: the tags of an alert's posts in a forum, checked against the tags the forum offers. */
import type { Answer } from '../../domain/answer.ts';
import { DISCORD_LIMITS } from '../../domain/discord-limits.ts';
import type { ForumInfo } from '../ports/courier.ts';
import { filterByName, type NamedValue, parseCommaList, splitCommaList, suggestCommaList } from './comma-list.ts';
import type { Choice, CommandContext, CommandRequest } from './command.ts';
import { refusal } from './replies.ts';

/** Removes all tags. */
const NONE = 'none';
/** Of a word that is no tag, this much is repeated. */
const MAX_ECHOED_CHARACTERS = 60;

export type ParsedTags = { status: 'ok'; tagIds?: string[] } | { status: 'refused'; answer: Answer };

/** Where the posts go, and the tags they have so far. */
interface TagTarget {
  channelId: string;
  isForum: boolean;
  tagIds?: readonly string[];
}

/**
 * @param words names or ids of tags, comma-separated; undefined keeps the tags that still exist.
 * @returns no `tagIds` where the channel is not a forum.
 */
export async function parseTags(
  words: string | undefined,
  { channelId, isForum, tagIds: current = [] }: TagTarget,
  guildId: string,
  { subscriptionService, t }: CommandContext,
): Promise<ParsedTags> {
  const refuse = (reason: string): ParsedTags => ({ status: 'refused', answer: refusal(reason, t) });
  if (!isForum) {
    return words === undefined || isNone(words) ? { status: 'ok' } : refuse(t.text('alerts.tags-no-forum'));
  }
  const forum = await subscriptionService.getForum(guildId, channelId);
  if (forum === undefined) return refuse(t.text('alerts.tags-unknown-now'));
  const available = tagsOf(forum);
  const tagNames = available.map(({ name }) => name).join(', ') || '–';
  const parsed = parseCommaList(words ?? '', available);
  // A forum may have a tag called "none".
  const isRemoval = words !== undefined && isNone(words) && parsed.unknown !== undefined;
  if (parsed.unknown !== undefined && !isRemoval) {
    const echo = parsed.unknown.slice(0, MAX_ECHOED_CHARACTERS);
    return refuse(t.text('alerts.tags-unknown', { words: echo, tags: tagNames }));
  }
  if (parsed.values.length > DISCORD_LIMITS.tagsPerPost)
    return refuse(t.text('alerts.tags-too-many', { most: DISCORD_LIMITS.tagsPerPost }));
  const tagIds =
    words === undefined ? current.filter((id) => available.some(({ value }) => value === id)) : parsed.values;
  if (tagIds.length === 0 && forum.tagRequired) return refuse(t.text('alerts.tags-required', { tags: tagNames }));
  return { status: 'ok', tagIds };
}

/** Tags of the forum picked, or else of the alert's forum. */
export async function suggestTags(
  typed: string,
  { options, guildId = '' }: CommandRequest,
  { subscriptionService }: CommandContext,
): Promise<Choice[]> {
  const { channel, alert } = options;
  const subscription =
    channel || !alert ? undefined : (await subscriptionService.list(guildId)).find(({ id }) => id === alert);
  const channelId = channel ?? (subscription?.tagIds && subscription.channelId);
  const forum = channelId ? await subscriptionService.getForum(guildId, channelId) : undefined;
  if (forum === undefined) return [];
  if (splitCommaList(typed.slice(0, typed.lastIndexOf(',') + 1)).length >= DISCORD_LIMITS.tagsPerPost) return [];
  const available = tagsOf(forum);
  return suggestCommaList(typed, available, (last) => filterByName(available, last));
}

const tagsOf = ({ tags }: ForumInfo): NamedValue<string>[] => tags.map(({ id, name }) => ({ value: id, name }));
const isNone = (words: string): boolean => ['', NONE].includes(words.trim().toLowerCase());
