/** Decides what an outcome means for a row of the outbox. Pure: clock and randomness are arguments. */
import { HOUR_MS } from '../../core/instants.ts';
import type { Delivery } from '../../domain/alert.ts';
import type { Instant } from '../../domain/vocabulary.ts';
import type { SendOutcome } from '../ports/courier.ts';

/** The first retry comes quickly: it is harmless while Discord remembers the nonce. */
const INITIAL_BACKOFF_SECONDS = 2;
const MAX_BACKOFF_SECONDS = 600;
/** Discord's own delays are kept, except one so short that it would make a busy loop. */
const MIN_RETRY_AFTER_SECONDS = 1;
/** An older alert is no news. The attempts must be used up as well, so that a clock that jumps ahead gives nothing up. */
const MIN_GIVE_UP_AGE_HOURS = 48;
const MIN_GIVE_UP_ATTEMPTS = 12;

export type DeliveryAction =
  | { action: 'done'; messageId: string }
  /** It will never be a message. */
  | { action: 'drop'; code?: number; detail: string }
  /** Another row replaced it. */
  | { action: 'bundled' }
  /** Its channel got too many alerts: it waits for `row.nextAttemptAt`. */
  | { action: 'hold'; row: Delivery }
  /** It failed for now, and waits for `row.nextAttemptAt`. */
  | { action: 'retry'; row: Delivery; detail: string }
  /** It waits until somebody fixes the channel. */
  | { action: 'suspend'; row: Delivery; code: number; detail: string; missing?: string[] }
  /** All deliveries wait. */
  | { action: 'pause'; row: Delivery; seconds: number; detail: string }
  /** Nothing can be sent any more. */
  | { action: 'stop'; row: Delivery; detail: string };

/**
 * @param row as it was before the attempt.
 * @param attemptedAt when the attempt began.
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
      const { detail, afterSeconds, mayHaveArrived } = outcome;
      const attempts = row.attempts + 1;
      const isOld = now.getTime() - Date.parse(row.createdAt) > MIN_GIVE_UP_AGE_HOURS * HOUR_MS;
      if (isOld && attempts >= MIN_GIVE_UP_ATTEMPTS) {
        return { action: 'drop', detail: `given up after ${attempts} attempts: ${detail}` };
      }
      const seconds = afterSeconds === undefined ? backoffSeconds(attempts, random) : clampRetryAfter(afterSeconds);
      const unsureSince = mayHaveArrived ? (row.unsureSince ?? attemptedAt) : row.unsureSince;
      return { action: 'retry', detail, row: { ...reschedule(waiting, now, seconds), attempts, unsureSince } };
    }
    case 'paused':
      return { action: 'pause', row: waiting, seconds: clampRetryAfter(outcome.afterSeconds), detail: outcome.detail };
    case 'blocked':
      // The message of an edit is posted already. What blocks the channel is found by the next post.
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
        const fallback: Delivery = { ...reschedule(waiting, now, 0), form: outcome.fallback };
        return { action: 'retry', row: fallback, detail: outcome.detail };
      }
      return { action: 'drop', code: outcome.code, detail: outcome.detail };
    case 'refused':
      return { action: 'drop', code: outcome.code, detail: outcome.detail };
    case 'unauthorised':
      return { action: 'stop', row: waiting, detail: outcome.detail };
  }
}

/** The row, due after so many seconds. */
export function reschedule(row: Delivery, now: Date, seconds: number): Delivery {
  const nextAttemptAt = new Date(now.getTime() + seconds * 1000).toISOString();
  return { ...row, state: 'pending', waitsFrom: now.toISOString(), nextAttemptAt };
}

/** Exponential, with jitter from half to whole, so that rows that failed together are not retried together. */
function backoffSeconds(attempts: number, random: number): number {
  const doubled = INITIAL_BACKOFF_SECONDS * 2 ** (attempts - 1);
  return Math.min(doubled, MAX_BACKOFF_SECONDS) * (0.5 + random / 2);
}

const clampRetryAfter = (seconds: number): number => Math.max(seconds, MIN_RETRY_AFTER_SECONDS);
