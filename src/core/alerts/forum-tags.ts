/** The tags of a forum's posts, by their ids. */

/** Discord's limit for one post. */
export const MAX_FORUM_TAGS = 5;

/**
 * The tags of a post that several alerts of one forum make: those of all of them, each once, as many as a post can have.
 * @param wishes a tag list that is there, though empty, says that the channel is a forum.
 * @returns nothing where it is none.
 */
export function mergeForumTags(wishes: readonly { tagIds?: readonly string[] }[]): string[] | undefined {
  const lists = wishes.flatMap(({ tagIds }) => (tagIds ? [tagIds] : []));
  return lists.length === 0 ? undefined : [...new Set(lists.flat())].slice(0, MAX_FORUM_TAGS);
}
