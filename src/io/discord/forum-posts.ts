/**
 * Creates and finds forum posts: each alert is a thread whose first message has the thread's id. They have no nonce, so a post that is
 * in doubt is searched for among the forum's threads, by the nonce marker in its first message.
 */
import { type APIMessage, type APIThreadChannel, DiscordAPIError, RESTJSONErrorCodes, Routes } from 'discord.js';
import type { OutgoingMessage } from '../../app/ports/courier.ts';
import { DISCORD_LIMITS } from '../../domain/discord-limits.ts';
import type { Instant } from '../../domain/vocabulary.ts';
import type { GetBotUserId } from './channel-permissions.ts';
import { stripInvisible } from './escape.ts';
import { withoutLinks } from './fallback-content.ts';
import { isOwnMessage } from './message-finder.ts';
import type { Payload } from './payload.ts';
import type { DiscordRest } from './rest-client.ts';
import { MAX_CLOCK_SKEW_MS, snowflakeBefore } from './snowflake.ts';
import { truncateAtWord } from './truncate.ts';

/** First messages that are read, of the open posts and of the archived ones. */
const MAX_POSTS_READ = 10;
/** The same where it is known when the post was made: of those made since. */
const MAX_POSTS_READ_SINCE = 50;
const ARCHIVE_PAGE_SIZE = 50;
const MAX_ARCHIVE_PAGES = 10;

/** A post that was deleted or that the bot may not read is not found again. */
const UNREADABLE_ERROR_CODES: ReadonlySet<number> = new Set([
  RESTJSONErrorCodes.UnknownChannel,
  RESTJSONErrorCodes.UnknownMessage,
  RESTJSONErrorCodes.MissingAccess,
  RESTJSONErrorCodes.MissingPermissions,
]);

/** The request body of a new post. */
export function forumPostBody(message: OutgoingMessage, body: object): object {
  const tags = message.form === 'without-tags' ? [] : message.forum?.tagIds;
  return { name: forumPostTitle(message), applied_tags: tags, message: body };
}

/** The alert's title as plain text. */
export function forumPostTitle({ answer, form }: Pick<OutgoingMessage, 'answer' | 'form'>): string {
  const { title } = form === 'without-links' ? withoutLinks(answer) : answer;
  const plain = stripInvisible(title).replaceAll(/\s+/g, ' ').trim();
  return truncateAtWord(plain, DISCORD_LIMITS.threadName) || '…';
}

interface ForumPostFinderOptions {
  rest: Pick<DiscordRest, 'request'>;
  getBotUserId: GetBotUserId;
  buildPayload(message: OutgoingMessage): Promise<Payload>;
}

/** @returns what finds the id of one of the bot's posts, among the open ones first. */
export function createForumPostFinder({ rest, getBotUserId, buildPayload }: ForumPostFinderOptions) {
  return async (message: OutgoingMessage, guildId: string, since?: Instant): Promise<string | undefined> => {
    const botId = await getBotUserId();
    const payload = await buildPayload(message);
    const title = forumPostTitle(message);
    const earliestId = since === undefined ? 0n : BigInt(snowflakeBefore(since));
    const findAmong = async (threads: readonly APIThreadChannel[]): Promise<string | undefined> => {
      const candidates = threads.filter(
        ({ id, parent_id, owner_id }) =>
          parent_id === message.channelId && owner_id === botId && BigInt(id) >= earliestId,
      );
      // Posts with its title first, since somebody may have renamed it; then those made soonest after it was sent.
      const byAge = since === undefined ? newestFirst : oldestFirst;
      candidates.sort((a, b) => Number(b.name === title) - Number(a.name === title) || byAge(a, b));
      for (const { id } of candidates.slice(0, since === undefined ? MAX_POSTS_READ : MAX_POSTS_READ_SINCE)) {
        const first = await undefinedIfUnreadable(() => rest.request('GET', Routes.channelMessage(id, id)));
        if (first && isOwnMessage(first as APIMessage, message, payload)) return id;
      }
      return undefined;
    };
    const open = await rest.request('GET', Routes.guildActiveThreads(guildId));
    return (await findAmong(threadsIn(open))) ?? findAmong(await listArchived(message.channelId, since));
  };

  /** Those archived last, back to `since`: a post is archived after it is made. */
  async function listArchived(channelId: string, since: Instant | undefined): Promise<APIThreadChannel[]> {
    const all: APIThreadChannel[] = [];
    let before: Instant | undefined;
    for (let page = 0; page < (since === undefined ? 1 : MAX_ARCHIVE_PAGES); page++) {
      const query = new URLSearchParams({ limit: String(ARCHIVE_PAGE_SIZE), ...(before ? { before } : {}) });
      const response = await undefinedIfUnreadable(() =>
        rest.request('GET', Routes.channelThreads(channelId, 'public'), { query }),
      );
      const threads = threadsIn(response);
      all.push(...threads);
      before = threads.at(-1)?.thread_metadata?.archive_timestamp;
      if (threads.length < ARCHIVE_PAGE_SIZE || before === undefined) break;
      if (since !== undefined && Date.parse(before) < Date.parse(since) - MAX_CLOCK_SKEW_MS) break;
    }
    return all;
  }
}

const threadsIn = (response: unknown): APIThreadChannel[] =>
  (response as { threads: APIThreadChannel[] } | undefined)?.threads ?? [];

const newestFirst = (a: APIThreadChannel, b: APIThreadChannel): number => (BigInt(a.id) < BigInt(b.id) ? 1 : -1);
const oldestFirst = (a: APIThreadChannel, b: APIThreadChannel): number => newestFirst(b, a);

async function undefinedIfUnreadable(read: () => Promise<unknown>): Promise<unknown> {
  try {
    return await read();
  } catch (error) {
    if (error instanceof DiscordAPIError && UNREADABLE_ERROR_CODES.has(Number(error.code))) return undefined;
    throw error;
  }
}
