/** Merges the tags of forum posts. */
import { DISCORD_LIMITS } from '../../domain/discord-limits.ts';

/**
 * The tags of a post that serves several subscriptions or alerts: each tag once, up to the limit.
 * @param sources an empty list still means that the channel is a forum.
 * @returns nothing where it is no forum.
 */
export function mergeForumTags(sources: readonly { tagIds?: readonly string[] }[]): string[] | undefined {
  const lists = sources.flatMap(({ tagIds }) => (tagIds ? [tagIds] : []));
  return lists.length === 0 ? undefined : [...new Set(lists.flat())].slice(0, DISCORD_LIMITS.tagsPerPost);
}
