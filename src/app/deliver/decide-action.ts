/** What an outcome means for a row of the outbox. Pure: the clock and the dice are arguments. */
import type { Delivery } from '../../domain/alert.ts';
import type { Instant } from '../../domain/vocabulary.ts';
import type { SendOutcome } from '../ports/courier.ts';

/** The first repeat comes quickly: as long as Discord remembers the nonce, it is harmless. */
const INITIAL_BACKOFF_SECONDS = 2;
const MAX_BACKOFF_SECONDS = 600;
/** Where Discord names a time, it is kept; but not one that would make a loop of us. */
const MIN_RETRY_AFTER_SECONDS = 1;
/** Whoever reads it then has read it elsewhere. So many tries as well: a clock that jumps ahead gives nothing up. */
const MIN_GIVE_UP_AGE_HOURS = 48;
const MIN_GIVE_UP_ATTEMPTS = 12;

/** What is done with a row. */
export type DeliveryAction =
  | { action: 'done'; messageId: string }
  /** It will never be a message. */
  | { action: 'drop'; code?: number; detail: string }
  /** Another row stands for it from here on. */
  | { action: 'gathered' }
  /** It waits for `row.nextAttemptAt`. */
  | { action: 'again'; row: Delivery; detail: string }
  /** It waits for somebody to mend the channel. */
  | { action: 'suspend'; row: Delivery; code: number; detail: string; missing?: string[] }
  /** Everything waits so many seconds. */
  | { action: 'pause'; row: Delivery; seconds: number; detail: string }
  /** Nothing can be sent any more. */
  | { action: 'stop'; row: Delivery; detail: string };

/**
 * @param row as it was before the try.
 * @param attemptedAt when the try began.
 * @param random from 0 to 1, as `Math.random` gives it.
 */
export function decideAction(
  row: Delivery,
  outcome: SendOutcome,
  attemptedAt: Instant,
  now: Date,
  random: number,
): DeliveryAction {
  const waiting: Delivery = { ...row, state: 'pending' };
  switch (outcome.status) {
    case 'sent':
      return { action: 'done', messageId: outcome.messageId };
    case 'retry': {
      const { detail, afterSeconds, mayHaveArrived: mayHaveBeenSent } = outcome;
      const attempts = row.attempts + 1;
      const old = now.getTime() - Date.parse(row.createdAt) > MIN_GIVE_UP_AGE_HOURS * 3_600_000;
      if (old && attempts >= MIN_GIVE_UP_ATTEMPTS) {
        return { action: 'drop', detail: `given up after ${attempts} tries: ${detail}` };
      }
      const seconds = afterSeconds === undefined ? backOff(attempts, random) : atLeast(afterSeconds);
      const unsureSince = mayHaveBeenSent ? (row.unsureSince ?? attemptedAt) : row.unsureSince;
      return { action: 'again', detail, row: { ...rescheduled(waiting, now, seconds), attempts, unsureSince } };
    }
    case 'paused':
      return { action: 'pause', row: waiting, seconds: atLeast(outcome.afterSeconds), detail: outcome.detail };
    case 'blocked':
      // Its message stands already; what keeps the next one out is found by the next one.
      if (row.act !== 'post') return { action: 'drop', code: outcome.code, detail: outcome.detail };
      return {
        action: 'suspend',
        row: { ...waiting, state: 'suspended' },
        code: outcome.code,
        detail: outcome.detail,
        missing: outcome.missing,
      };
    case 'unfit':
      if (row.form === undefined && row.act !== 'publish') {
        const simpler: Delivery = { ...rescheduled(waiting, now, 0), form: outcome.fallback };
        return { action: 'again', row: simpler, detail: outcome.detail };
      }
      return { action: 'drop', code: outcome.code, detail: outcome.detail };
    case 'refused':
      return { action: 'drop', code: outcome.code, detail: outcome.detail };
    case 'unauthorised':
      return { action: 'stop', row: waiting, detail: outcome.detail };
  }
}

/** The row, to be tried so many seconds later. */
export function rescheduled(row: Delivery, now: Date, seconds: number): Delivery {
  return { ...row, state: 'pending', waitsFrom: now.toISOString(), nextAttemptAt: after(now, seconds) };
}

/** Doubles with each attempt up to a cap; of that a random half to whole, so that what failed together does not return together. */
function backOff(attempts: number, random: number): number {
  const doubled = INITIAL_BACKOFF_SECONDS * 2 ** (attempts - 1);
  return Math.min(doubled, MAX_BACKOFF_SECONDS) * (0.5 + random / 2);
}

const atLeast = (seconds: number): number => Math.max(seconds, MIN_RETRY_AFTER_SECONDS);
const after = (now: Date, seconds: number): Instant => new Date(now.getTime() + seconds * 1000).toISOString();
