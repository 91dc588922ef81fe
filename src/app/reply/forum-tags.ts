/** The tags of a forum's posts: what was put in, held against the tags the forum has. */

import { MAX_FORUM_TAGS } from '../../core/alerts/forum-tags.ts';
import type { Answer } from '../../domain/answer.ts';
import type { ForumInfo } from '../ports/courier.ts';
import { parseCommaList, splitCommaList, suggestCommaList } from './comma-list.ts';
import type { Choice, CommandContext, CommandRequest } from './command.ts';
import { refusal } from './replies.ts';

/** Takes tags back. */
const NONE = 'none';
/** Of a word that is no tag, this much is repeated. */
const MAX_ECHOED_CHARACTERS = 60;

export type ParsedTags = { status: 'ok'; tagIds?: string[] } | { status: 'refused'; answer: Answer };

/** Where posts would go, and which tags they have so far. */
interface TagTarget {
  channelId: string;
  forum: boolean;
  tagIds?: readonly string[];
}

/**
 * The tags for posts in a channel, by their names or ids.
 * @returns no `tagIds` where the channel is no forum.
 */
export async function parseTags(
  words: string | undefined,
  { channelId, forum: isForum, tagIds: before = [] }: TagTarget,
  guildId: string,
  { subscriptionService: desk, t: say }: CommandContext,
): Promise<ParsedTags> {
  const no = (why: string): ParsedTags => ({ status: 'refused', answer: refusal(why, say) });
  if (!isForum) return words === undefined || isNone(words) ? { status: 'ok' } : no(say.text('alerts.tags-no-forum'));
  const forum = await desk.getForum(guildId, channelId);
  if (forum === undefined) return no(say.text('alerts.tags-unknown-now'));
  const named = namedTags(forum);
  const there = namesOf(forum) || '–';
  const known = parseCommaList(words ?? '', named);
  const read = words !== undefined && isNone(words) && known.unknown !== undefined ? { values: [] } : known;
  if (read.unknown !== undefined) {
    return no(say.text('alerts.tags-unknown', { words: read.unknown.slice(0, MAX_ECHOED_CHARACTERS), tags: there }));
  }
  if (read.values.length > MAX_FORUM_TAGS) return no(say.text('alerts.tags-too-many', { most: MAX_FORUM_TAGS }));
  const tagIds = words === undefined ? before.filter((id) => named.some(({ value }) => value === id)) : read.values;
  if (tagIds.length === 0 && forum.tagRequired) return no(say.text('alerts.tags-required', { tags: there }));
  return { status: 'ok', tagIds };
}

/** Suggestions of the forum that was picked, or that the alert goes to; none where it is not known yet. */
export async function suggestTags(
  typed: string,
  { options, guildId = '' }: CommandRequest,
  { subscriptionService: desk }: CommandContext,
): Promise<Choice[]> {
  const { channel, alert } = options;
  const held = channel || !alert ? undefined : (await desk.list(guildId)).find(({ id }) => id === alert);
  const channelId = channel ?? (held?.tagIds && held.channelId);
  const forum = channelId ? await desk.getForum(guildId, channelId) : undefined;
  if (forum === undefined) return [];
  const named = namedTags(forum);
  if (splitCommaList(typed.slice(0, typed.lastIndexOf(',') + 1)).length >= MAX_FORUM_TAGS) return [];
  return suggestCommaList(typed, named, (last) =>
    named.filter(({ name }) => name.toLowerCase().includes(last.toLowerCase())),
  );
}

const namedTags = ({ tags }: ForumInfo) => tags.map(({ id, name }) => ({ value: id, name }));
const namesOf = ({ tags }: ForumInfo): string => tags.map(({ name }) => name).join(', ');
const isNone = (words: string): boolean => ['', NONE].includes(words.trim().toLowerCase());
