/**
 * Finds a message of ours again that may have been posted: page by page from the moment it was sent, however much has been
 * written since.
 */
import { type APIMessage, Routes } from 'discord.js';
import type { OutgoingMessage } from '../../app/ports/courier.ts';
import type { Instant } from '../../domain/vocabulary.ts';
import type { PacedRest } from './rest-client.ts';
import { type Payload, saysTheSame } from './payload.ts';
import { markedBy } from './render.ts';

/** Discord's most. */
const PAGE = 100;
/** It is on the first page, unless much was written within a minute of it. */
const MOST_PAGES = 10;
/** The last ones are looked through where the moment is not known, or our clock was ahead of Discord's then. */
const LAST_ONES = 50;
/** Discord's clock and ours may differ by so much. */
export const CLOCKS_DIFFER_MS = 60_000;

/** The first instant of 2015, where the time in Discord's ids begins. */
const DISCORD_EPOCH_MS = 1_420_070_400_000;
const BITS_AFTER_TIME = 22n;

interface MessageSearch {
  rest: Pick<PacedRest, 'request'>;
  payloadOf(message: OutgoingMessage): Promise<Payload>;
}

/** @returns what finds the id of a message. */
export function createMessageSearch({ rest, payloadOf }: MessageSearch) {
  async function list(channelId: string, query: Record<string, string>): Promise<APIMessage[]> {
    const route = Routes.channelMessages(channelId);
    return (await rest.request('GET', route, { query: new URLSearchParams(query) })) as APIMessage[];
  }

  return async (message: OutgoingMessage, since?: Instant): Promise<string | undefined> => {
    const payload = await payloadOf(message);
    const oursAmong = (page: readonly APIMessage[]) => page.find((one) => isOurs(one, message, payload))?.id;

    let after = since === undefined ? undefined : firstIdAround(since);
    for (let page = 0; after !== undefined && page < MOST_PAGES; page++) {
      const messages = await list(message.channelId, { after, limit: String(PAGE) });
      const ours = oursAmong(messages);
      if (ours) return ours;
      // Newest first, also where they follow an id.
      after = messages.length < PAGE ? undefined : messages[0]?.id;
    }
    return oursAmong(await list(message.channelId, { limit: String(LAST_ONES) }));
  };
}

/** By its mark; where it has no button to carry one, by what it says. */
export const isOurs = (one: APIMessage, { nonce }: OutgoingMessage, payload: Payload): boolean =>
  markedBy(one.components, nonce) || saysTheSame(one, payload);

/** An id before that of everything made at an instant, or a little earlier. */
export function firstIdAround(instant: Instant): string {
  const ms = Math.max(0, Date.parse(instant) - CLOCKS_DIFFER_MS - DISCORD_EPOCH_MS);
  return String(BigInt(ms) << BITS_AFTER_TIME);
}
