/**
 * Posts in forums: each alert is a thread of its own, whose first message has the thread's id. Discord knows no nonce of them,
 * so a post that is in doubt is looked for among the forum's threads, by the mark in its first message.
 */
import { type APIMessage, type APIThreadChannel, DiscordAPIError, Routes } from 'discord.js';
import type { OutgoingMessage } from '../../app/ports/courier.ts';
import type { Instant } from '../../domain/vocabulary.ts';
import type { GetBotUserId } from './bot-user-id.ts';
import { stripInvisible } from './escape.ts';
import { withoutLinks } from './fallback-content.ts';
import { DISCORD_LIMITS } from './limits.ts';
import { isOwnMessage, MAX_CLOCK_SKEW_MS, snowflakeBefore } from './message-finder.ts';
import type { Payload } from './payload.ts';
import type { DiscordRest } from './rest-client.ts';
import { truncateAtWord } from './truncate.ts';

/** First messages that are read back, of the open posts and of the archived ones. */
const MAX_POSTS_READ = 10;
/** The same where it is known when the post was made: of those made since. */
const MAX_POSTS_READ_SINCE = 50;
/** Archived posts on a page, those archived last; and pages. */
const ARCHIVE_PAGE_SIZE = 50;
const MAX_PAGES = 10;

/** What may keep the bot from reading a post back: it is gone, or it may not. Then it is not known again. */
const UNREADABLE_ERROR_CODES: ReadonlySet<number> = new Set([10003, 10008, 50001, 50013]);

/** The body of a new post. */
export function forumPostBody(message: OutgoingMessage, body: object): object {
  const tags = message.form === 'without-tags' ? [] : message.forum?.tagIds;
  return { name: forumPostTitle(message), applied_tags: tags, message: body };
}

/** A post is called as its alert is, in plain text. */
export function forumPostTitle({ answer, form }: Pick<OutgoingMessage, 'answer' | 'form'>): string {
  const { title } = form === 'without-links' ? withoutLinks(answer) : answer;
  const words = stripInvisible(title).replaceAll(/\s+/g, ' ').trim();
  return truncateAtWord(words, DISCORD_LIMITS.threadName) || '…';
}

interface ForumPostFinderOptions {
  rest: Pick<DiscordRest, 'request'>;
  getBotUserId: GetBotUserId;
  buildPayload(message: OutgoingMessage): Promise<Payload>;
}

/** @returns what finds the id of a post of ours; open posts come before archived ones. */
export function createForumPostFinder({ rest, getBotUserId: ownId, buildPayload: payloadOf }: ForumPostFinderOptions) {
  return async (message: OutgoingMessage, guildId: string, since?: Instant): Promise<string | undefined> => {
    const us = await ownId();
    const payload = await payloadOf(message);
    const name = forumPostTitle(message);
    const first = since === undefined ? 0n : BigInt(snowflakeBefore(since));
    const recognised = async (threads: readonly APIThreadChannel[]): Promise<string | undefined> => {
      const ours = threads.filter(({ parent_id, owner_id }) => parent_id === message.channelId && owner_id === us);
      const made = ours.filter(({ id }) => BigInt(id) >= first);
      // Somebody may have renamed it: posts of its name go first, those made soon after it was sent before the others.
      const byAge = since === undefined ? newerFirst : olderFirst;
      const likely = made.sort((a, b) => Number(b.name === name) - Number(a.name === name) || byAge(a, b));
      for (const { id } of likely.slice(0, since === undefined ? MAX_POSTS_READ : MAX_POSTS_READ_SINCE)) {
        const begin = await undefinedIfUnreadable(() => rest.request('GET', Routes.channelMessage(id, id)));
        if (begin && isOwnMessage(begin as APIMessage, message, payload)) return id;
      }
      return undefined;
    };
    const open = await rest.request('GET', Routes.guildActiveThreads(guildId));
    return (await recognised(threadsIn(open))) ?? recognised(await archivedSince(message.channelId, since));
  };

  /** Those archived last, back to the moment: what was made after it was archived after it. */
  async function archivedSince(channelId: string, since: Instant | undefined): Promise<APIThreadChannel[]> {
    const all: APIThreadChannel[] = [];
    let before: Instant | undefined;
    for (let page = 0; page < (since === undefined ? 1 : MAX_PAGES); page++) {
      const query = new URLSearchParams({ limit: String(ARCHIVE_PAGE_SIZE), ...(before ? { before } : {}) });
      const listed = await undefinedIfUnreadable(() =>
        rest.request('GET', Routes.channelThreads(channelId, 'public'), { query }),
      );
      const threads = threadsIn(listed);
      all.push(...threads);
      before = threads.at(-1)?.thread_metadata?.archive_timestamp;
      if (threads.length < ARCHIVE_PAGE_SIZE || before === undefined) break;
      if (since !== undefined && Date.parse(before) < Date.parse(since) - MAX_CLOCK_SKEW_MS) break;
    }
    return all;
  }
}

const threadsIn = (listed: unknown): APIThreadChannel[] =>
  (listed as { threads: APIThreadChannel[] } | undefined)?.threads ?? [];

const newerFirst = (a: APIThreadChannel, b: APIThreadChannel): number => (BigInt(a.id) < BigInt(b.id) ? 1 : -1);
const olderFirst = (a: APIThreadChannel, b: APIThreadChannel): number => newerFirst(b, a);

/** Nothing where the bot may not read. */
async function undefinedIfUnreadable(read: () => Promise<unknown>): Promise<unknown> {
  try {
    return await read();
  } catch (error) {
    if (error instanceof DiscordAPIError && UNREADABLE_ERROR_CODES.has(Number(error.code))) return undefined;
    throw error;
  }
}
