/** What the bot knows of Discord's ids: digits that carry the time they were made at. */
import type { Instant } from '../../domain/vocabulary.ts';

/** The first instant of 2015, where the time in snowflakes begins. */
const DISCORD_EPOCH_MS = 1_420_070_400_000;
const TIMESTAMP_SHIFT = 22n;
/** Discord's clock and ours may differ by so much. */
export const MAX_CLOCK_SKEW_MS = 60_000;

/** Anything else must not become part of a URL that is requested with the bot's token. */
export const isSnowflake = (id: string): boolean => /^\d{1,20}$/.test(id);

/** @returns an id lower than those of everything made since an instant, less the clock skew. */
export function snowflakeBefore(instant: Instant): string {
  const ms = Math.max(0, Date.parse(instant) - MAX_CLOCK_SKEW_MS - DISCORD_EPOCH_MS);
  return String(BigInt(ms) << TIMESTAMP_SHIFT);
}
