/** Discord's ids ("snowflakes"): they begin with the time, so they sort by it. discord.js wants 17 to 19 digits of them. */

/** The first instant of 2015, where Discord's time begins. */
const DISCORD_EPOCH_MS = 1_420_070_400_000;
const COUNTER_BITS = 22n;

/** Makes ids that never repeat, in order of time. */
export function createIds(now: () => Date): () => string {
  let counter = 0n;
  return () => {
    counter = (counter + 1n) % (1n << COUNTER_BITS);
    return String((BigInt(now().getTime() - DISCORD_EPOCH_MS) << COUNTER_BITS) | counter);
  };
}
