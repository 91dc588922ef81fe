/**
 * A REST client that never asks too much: evenly paced, nothing repeated or waited for in here, away from Discord while Discord
 * wants that. What an error means is said by outcomes.ts.
 */
import { type InternalRequest, REST, RESTEvents } from 'discord.js';
import type { SendOutcome } from '../../app/ports/courier.ts';
import { createCircuitBreaker } from './circuit-breaker.ts';
import { outcomeOfError } from './error-outcomes.ts';
import { createRateLimiter, type SleepClock, systemSleepClock } from './rate-limiter.ts';

/** Discord allows 50 requests a second to a bot; the rest is left to slash answers. */
const MAX_REQUESTS_PER_SECOND = 40;
const REQUEST_TIMEOUT_MS = 15_000;
/** Where a wall does not say for how long it is there. */
const DEFAULT_CLOUDFLARE_BAN_SECONDS = 60;

export interface DiscordRestOptions {
  token: string;
  /** REST base without version, such as `https://discord.com/api`. */
  api: string;
  userAgentAppendix: string;
  requestsPerSecond?: number;
  sleepClock?: SleepClock;
}

export type Method = 'GET' | 'POST' | 'PATCH';

export interface DiscordRest {
  /** @throws what `outcomeOfError` understands. */
  request(
    method: Method,
    route: `/${string}`,
    more?: Pick<InternalRequest, 'body' | 'files' | 'query'>,
  ): Promise<unknown>;
  /**
   * Does what takes requests, unless none may be made.
   * @param exceptions what an error of a code means here, where that differs.
   */
  captureOutcome<Outcome>(
    work: () => Promise<Outcome>,
    exceptions?: Readonly<Record<number, Outcome>>,
  ): Promise<Outcome | SendOutcome>;
  /** Gives up what is under way. */
  abort(): void;
}

export function createDiscordRest(options: DiscordRestOptions): DiscordRest {
  const {
    token,
    api,
    userAgentAppendix,
    requestsPerSecond = MAX_REQUESTS_PER_SECOND,
    sleepClock: waits = systemSleepClock,
  } = options;
  const rest = new REST({
    api,
    userAgentAppendix,
    // Repeats and waits are ours to pace: the outbox keeps the row and its nonce, and nothing queues up in here.
    retries: 0,
    // Nor counted in here: turned away in the middle, a search of many requests would begin anew for ever.
    globalRequestsPerSecond: Number.POSITIVE_INFINITY,
    timeout: REQUEST_TIMEOUT_MS,
    rejectOnRateLimit: () => true,
  }).setToken(token);
  const breaker = createCircuitBreaker(waits.elapsedMs);
  const rateLimiter = createRateLimiter(requestsPerSecond, waits);
  const giveUp = new AbortController();
  let tokenError: unknown;

  rest.on(RESTEvents.Response, (_request, { status, headers }) => {
    const rateLimited = status === 429;
    if (status === 401 || status === 403 || (rateLimited && headers.get('x-ratelimit-scope') !== 'shared')) {
      breaker.recordInvalid();
    }
    // Not Discord speaks here but the wall before it (error 1015): it has banned this address for a while.
    const isCloudflareBan = rateLimited && !headers.get('content-type')?.startsWith('application/json');
    if (isCloudflareBan) breaker.openFor(Number(headers.get('retry-after')) || DEFAULT_CLOUDFLARE_BAN_SECONDS);
  });

  const paused = (afterSeconds: number): SendOutcome => ({
    status: 'paused',
    detail: 'Discord turns too many of our requests away',
    afterSeconds,
  });

  return {
    async request(method, route, more = {}) {
      await rateLimiter.acquire();
      return rest.request({
        ...more,
        method: method as InternalRequest['method'],
        fullRoute: route,
        signal: giveUp.signal,
      });
    },
    async captureOutcome(work, exceptions = {}) {
      if (tokenError) return outcomeOfError(tokenError);
      const seconds = breaker.secondsLeft();
      if (seconds > 0) return paused(seconds);
      try {
        return await work();
      } catch (error) {
        const code = error instanceof Error && 'code' in error ? Number(error.code) : 0;
        const outcome = outcomeOfError(error);
        // The library forgets the token then, and would complain of that from now on.
        if (outcome.status === 'unauthorised') tokenError = error;
        const banned = breaker.secondsLeft();
        return exceptions[code] ?? (banned > 0 ? paused(banned) : outcome);
      }
    },
    abort: () => giveUp.abort(),
  };
}
