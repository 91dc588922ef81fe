/** Discord's ids ("snowflakes"): their high bits are the time, so they sort by it. discord.js expects 17 to 19 digits. */

/** 2015-01-01T00:00:00Z */
const DISCORD_EPOCH_MS = 1_420_070_400_000;
const COUNTER_BITS = 22n;

/** @returns a generator of unique ids in chronological order. */
export function createIds(now: () => Date): () => string {
  let counter = 0n;
  return () => {
    counter = (counter + 1n) % (1n << COUNTER_BITS);
    return String((BigInt(now().getTime() - DISCORD_EPOCH_MS) << COUNTER_BITS) | counter);
  };
}
