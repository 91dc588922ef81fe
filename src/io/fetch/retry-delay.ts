/** When to try a failed fetch again. */

const FIRST_DELAY_SECONDS = 60;
const LONGEST_DELAY_SECONDS = 6 * 60 * 60;
/** A server may ask for more than our own longest delay, but not for silence for ever. */
const LONGEST_RETRY_AFTER_SECONDS = 24 * 60 * 60;

export interface RetryDelayInput {
  /** How many times it has failed in a row, from 1. */
  attempt: number;
  /** What the server asked for, where it did. */
  retryAfterSeconds?: number;
  /** From 0 to 1, as `Math.random` gives it; spreads out retries that would come together. */
  random: number;
}

/**
 * Doubles with each attempt, up to a cap; of that a random half to whole. Never before the server allows it.
 * @returns whole seconds
 */
export function retryDelaySeconds({ attempt, retryAfterSeconds = 0, random }: RetryDelayInput): number {
  const doubled = FIRST_DELAY_SECONDS * 2 ** Math.max(attempt - 1, 0);
  const ours = Math.min(doubled, LONGEST_DELAY_SECONDS) * (0.5 + random / 2);
  return Math.ceil(Math.max(ours, Math.min(retryAfterSeconds, LONGEST_RETRY_AFTER_SECONDS)));
}
