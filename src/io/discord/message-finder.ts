/** Finds a message of the bot that may have been posted: page by page from the moment it was sent. */
import { type APIMessage, Routes } from 'discord.js';
import type { OutgoingMessage } from '../../app/ports/courier.ts';
import { DISCORD_LIMITS } from '../../domain/discord-limits.ts';
import type { Instant } from '../../domain/vocabulary.ts';
import { hasNonceMarker } from './custom-id.ts';
import { hasSameContent, type Payload } from './payload.ts';
import type { DiscordRest } from './rest-client.ts';
import { snowflakeBefore } from './snowflake.ts';

const PAGE_SIZE = DISCORD_LIMITS.messagesPerPage;
/** It is on the first page, unless much was written within a minute of it. */
const MAX_PAGES = 10;
/** Searched where the moment is not known, or our clock was ahead of Discord's then. */
const RECENT_MESSAGES_SEARCHED = 50;

interface MessageFinderOptions {
  rest: Pick<DiscordRest, 'request'>;
  buildPayload(message: OutgoingMessage): Promise<Payload>;
}

/** @returns what finds the id of a message. */
export function createMessageFinder({ rest, buildPayload }: MessageFinderOptions) {
  async function list(channelId: string, query: Record<string, string>): Promise<APIMessage[]> {
    const route = Routes.channelMessages(channelId);
    return (await rest.request('GET', route, { query: new URLSearchParams(query) })) as APIMessage[];
  }

  return async (message: OutgoingMessage, since?: Instant): Promise<string | undefined> => {
    const payload = await buildPayload(message);
    const findOwn = (page: readonly APIMessage[]) =>
      page.find((candidate) => isOwnMessage(candidate, message, payload))?.id;

    let after = since === undefined ? undefined : snowflakeBefore(since);
    for (let page = 0; after !== undefined && page < MAX_PAGES; page++) {
      const messages = await list(message.channelId, { after, limit: String(PAGE_SIZE) });
      const id = findOwn(messages);
      if (id) return id;
      // Newest first, also in a page that follows an id.
      after = messages.length < PAGE_SIZE ? undefined : messages[0]?.id;
    }
    return findOwn(await list(message.channelId, { limit: String(RECENT_MESSAGES_SEARCHED) }));
  };
}

/** By its nonce marker, or by its content where it has no button to carry one. */
export const isOwnMessage = (candidate: APIMessage, { nonce }: OutgoingMessage, payload: Payload): boolean =>
  hasNonceMarker(candidate.components, nonce) || hasSameContent(candidate, payload);
