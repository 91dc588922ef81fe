/** The tags of a forum's posts: what was put in, held against the tags the forum has. */
import type { Answer } from '../../domain/answer.ts';
import type { Forum } from '../ports/courier.ts';
import { MOST_TAGS } from '../../core/alerts/forum-tags.ts';
import type { Choice, Context, Request } from './command.ts';
import { refused } from './replies.ts';
import { readSeveral, splitSeveral, suggestSeveral } from './comma-list.ts';

/** Takes tags back. */
const NONE = 'none';
/** Of a word that is no tag, this much is repeated. */
const SHOWN = 60;

export type ReadTags = { status: 'ok'; tagIds?: string[] } | { status: 'refused'; answer: Answer };

/** Where posts would go, and which tags they have so far. */
interface PostPlace {
  channelId: string;
  forum: boolean;
  tagIds?: readonly string[];
}

/**
 * The tags for posts in a channel, by their names or ids.
 * @returns no `tagIds` where the channel is no forum.
 */
export async function readTags(
  words: string | undefined,
  { channelId, forum: isForum, tagIds: before = [] }: PostPlace,
  guildId: string,
  { desk, say }: Context,
): Promise<ReadTags> {
  const no = (why: string): ReadTags => ({ status: 'refused', answer: refused(why, say) });
  if (!isForum) return words === undefined || isNone(words) ? { status: 'ok' } : no(say.text('alerts.tags-no-forum'));
  const forum = await desk.forumOf(guildId, channelId);
  if (forum === undefined) return no(say.text('alerts.tags-unknown-now'));
  const named = namedTags(forum);
  const there = namesOf(forum) || '–';
  const known = readSeveral(words ?? '', named);
  const read = words !== undefined && isNone(words) && known.unknown !== undefined ? { values: [] } : known;
  if (read.unknown !== undefined) {
    return no(say.text('alerts.tags-unknown', { words: read.unknown.slice(0, SHOWN), tags: there }));
  }
  if (read.values.length > MOST_TAGS) return no(say.text('alerts.tags-too-many', { most: MOST_TAGS }));
  const tagIds = words === undefined ? before.filter((id) => named.some(({ value }) => value === id)) : read.values;
  if (tagIds.length === 0 && forum.tagRequired) return no(say.text('alerts.tags-required', { tags: there }));
  return { status: 'ok', tagIds };
}

/** Suggestions of the forum that was picked, or that the alert goes to; none where it is not known yet. */
export async function suggestTags(
  typed: string,
  { options, guildId = '' }: Request,
  { desk }: Context,
): Promise<Choice[]> {
  const { channel, alert } = options;
  const held = channel || !alert ? undefined : (await desk.list(guildId)).find(({ id }) => id === alert);
  const channelId = channel ?? (held?.tagIds && held.channelId);
  const forum = channelId ? await desk.forumOf(guildId, channelId) : undefined;
  if (forum === undefined) return [];
  const named = namedTags(forum);
  if (splitSeveral(typed.slice(0, typed.lastIndexOf(',') + 1)).length >= MOST_TAGS) return [];
  return suggestSeveral(typed, named, (last) =>
    named.filter(({ name }) => name.toLowerCase().includes(last.toLowerCase())),
  );
}

const namedTags = ({ tags }: Forum) => tags.map(({ id, name }) => ({ value: id, name }));
const namesOf = ({ tags }: Forum): string => tags.map(({ name }) => name).join(', ');
const isNone = (words: string): boolean => ['', NONE].includes(words.trim().toLowerCase());
