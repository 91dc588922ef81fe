/**
 * Finds a message of ours again that may have been posted: page by page from the moment it was sent, however much has been
 * written since.
 */
import { type APIMessage, Routes } from 'discord.js';
import type { OutgoingMessage } from '../../app/ports/courier.ts';
import type { Instant } from '../../domain/vocabulary.ts';
import { hasSameContent, type Payload } from './payload.ts';
import { hasNonceMarker } from './render.ts';
import type { DiscordRest } from './rest-client.ts';

/** Discord's most. */
const PAGE_SIZE = 100;
/** It is on the first page, unless much was written within a minute of it. */
const MAX_PAGES = 10;
/** The last ones are looked through where the moment is not known, or our clock was ahead of Discord's then. */
const RECENT_MESSAGES_SEARCHED = 50;
/** Discord's clock and ours may differ by so much. */
export const MAX_CLOCK_SKEW_MS = 60_000;

/** The first instant of 2015, where the time in Discord's ids begins. */
const DISCORD_EPOCH_MS = 1_420_070_400_000;
const SNOWFLAKE_TIMESTAMP_SHIFT = 22n;

interface MessageFinderOptions {
  rest: Pick<DiscordRest, 'request'>;
  buildPayload(message: OutgoingMessage): Promise<Payload>;
}

/** @returns what finds the id of a message. */
export function createMessageFinder({ rest, buildPayload: payloadOf }: MessageFinderOptions) {
  async function list(channelId: string, query: Record<string, string>): Promise<APIMessage[]> {
    const route = Routes.channelMessages(channelId);
    return (await rest.request('GET', route, { query: new URLSearchParams(query) })) as APIMessage[];
  }

  return async (message: OutgoingMessage, since?: Instant): Promise<string | undefined> => {
    const payload = await payloadOf(message);
    const oursAmong = (page: readonly APIMessage[]) => page.find((one) => isOwnMessage(one, message, payload))?.id;

    let after = since === undefined ? undefined : snowflakeBefore(since);
    for (let page = 0; after !== undefined && page < MAX_PAGES; page++) {
      const messages = await list(message.channelId, { after, limit: String(PAGE_SIZE) });
      const ours = oursAmong(messages);
      if (ours) return ours;
      // Newest first, also where they follow an id.
      after = messages.length < PAGE_SIZE ? undefined : messages[0]?.id;
    }
    return oursAmong(await list(message.channelId, { limit: String(RECENT_MESSAGES_SEARCHED) }));
  };
}

/** By its mark; where it has no button to carry one, by what it says. */
export const isOwnMessage = (one: APIMessage, { nonce }: OutgoingMessage, payload: Payload): boolean =>
  hasNonceMarker(one.components, nonce) || hasSameContent(one, payload);

/** An id before that of everything made at an instant, or a little earlier. */
export function snowflakeBefore(instant: Instant): string {
  const ms = Math.max(0, Date.parse(instant) - MAX_CLOCK_SKEW_MS - DISCORD_EPOCH_MS);
  return String(BigInt(ms) << SNOWFLAKE_TIMESTAMP_SHIFT);
}
