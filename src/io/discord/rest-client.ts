/**
 * A REST client that stays below Discord's limits: evenly paced, without retries or queues of its own, and silent while Discord bans
 * us.
 */
import { type InternalRequest, REST, RESTEvents } from 'discord.js';
import type { SendOutcome } from '../../app/ports/courier.ts';
import { createCircuitBreaker } from './circuit-breaker.ts';
import { outcomeOfError } from './error-outcomes.ts';
import { createRateLimiter, type SleepClock, systemSleepClock } from './rate-limiter.ts';

/** Discord allows a bot 50 requests a second; the rest is left to slash answers. */
const MAX_REQUESTS_PER_SECOND = 40;
const REQUEST_TIMEOUT_MS = 15_000;
/** Where Cloudflare does not say how long its ban lasts. */
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
   * Runs work that makes requests, unless none may be made now, and turns its errors into outcomes.
   * @param exceptions what an error code means here, where that differs.
   */
  captureOutcome<Outcome>(
    work: () => Promise<Outcome>,
    exceptions?: Readonly<Record<number, Outcome>>,
  ): Promise<Outcome | SendOutcome>;
  /** Cancels the requests in flight. */
  abort(): void;
}

export function createDiscordRest(options: DiscordRestOptions): DiscordRest {
  const { token, api, userAgentAppendix, requestsPerSecond = MAX_REQUESTS_PER_SECOND } = options;
  const { sleepClock = systemSleepClock } = options;
  const rest = new REST({
    api,
    userAgentAppendix,
    // The outbox retries: it keeps the row and its nonce.
    retries: 0,
    // The rate limiter below paces: a search of many requests that was rejected half way would start over for ever.
    globalRequestsPerSecond: Number.POSITIVE_INFINITY,
    timeout: REQUEST_TIMEOUT_MS,
    rejectOnRateLimit: () => true,
  }).setToken(token);
  const breaker = createCircuitBreaker(sleepClock.elapsedMs);
  const rateLimiter = createRateLimiter(requestsPerSecond, sleepClock);
  const aborting = new AbortController();
  let tokenError: unknown;

  rest.on(RESTEvents.Response, (_request, { status, headers }) => {
    const isRateLimited = status === 429;
    if (status === 401 || status === 403 || (isRateLimited && headers.get('x-ratelimit-scope') !== 'shared')) {
      breaker.recordInvalid();
    }
    // Cloudflare, not Discord, sent this (error 1015): it bans this address for a while.
    const isCloudflareBan = isRateLimited && !headers.get('content-type')?.startsWith('application/json');
    if (isCloudflareBan) breaker.openFor(Number(headers.get('retry-after')) || DEFAULT_CLOUDFLARE_BAN_SECONDS);
  });

  const paused = (afterSeconds: number): SendOutcome => ({
    status: 'paused',
    detail: 'Discord rejects too many of our requests',
    afterSeconds,
  });

  return {
    async request(method, route, more = {}) {
      await rateLimiter.acquire();
      return rest.request({
        ...more,
        method: method as InternalRequest['method'],
        fullRoute: route,
        signal: aborting.signal,
      });
    },
    async captureOutcome(work, exceptions = {}) {
      if (tokenError) return outcomeOfError(tokenError);
      const openSeconds = breaker.secondsLeft();
      if (openSeconds > 0) return paused(openSeconds);
      try {
        return await work();
      } catch (error) {
        const code = error instanceof Error && 'code' in error ? Number(error.code) : 0;
        const outcome = outcomeOfError(error);
        // The library drops a rejected token, and would report a missing one from then on.
        if (outcome.status === 'unauthorised') tokenError = error;
        const bannedSeconds = breaker.secondsLeft();
        return exceptions[code] ?? (bannedSeconds > 0 ? paused(bannedSeconds) : outcome);
      }
    },
    abort: () => aborting.abort(),
  };
}
