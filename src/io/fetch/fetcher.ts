/** Fetches from other people's servers: guarded, conditional and polite. */
import { setTimeout as delay } from 'node:timers/promises';
import { Agent } from 'undici';
import type { Fetcher, FetchOutcome, FetchRequest } from '../../app/ports/fetch.ts';
import { createGuardedConnector, type DnsLookup, systemLookup } from './address-guard.ts';
import { type Exchange, exchange } from './exchange.ts';
import { FetchError, redactedUrl, toFetchError } from './fetch-error.ts';
import { createHostRateLimiter } from './host-rate-limiter.ts';

export interface FetcherOptions {
  /** `Clausewatch/<version> (+<contact url>)`. */
  userAgent: string;
  /** Hosts that may have private addresses: exact `host` or `host:port` (FETCH_ALLOW_PRIVATE). */
  allowPrivateHosts?: readonly string[];
  /** Of a body, both compressed and decompressed. */
  maxBytes?: number;
  /** For one fetch with all its redirects; time in the queue does not count. */
  deadlineMs?: number;
  maxRedirects?: number;
  /** Minimum time between two requests to one host. */
  spacingMs?: number;
  /** Hosts in parallel. */
  maxParallel?: number;
  /** Milliseconds since the epoch. */
  now?: () => number;
  sleep?: (ms: number, signal: AbortSignal) => Promise<void>;
  lookup?: DnsLookup;
}

/** Holds sockets until it is closed; pending fetches fail then. */
export interface ClosableFetcher extends Fetcher {
  close(): Promise<void>;
}

const DEFAULTS = {
  allowPrivateHosts: [],
  maxBytes: 8_000_000,
  deadlineMs: 30_000,
  maxRedirects: 5,
  spacingMs: 2_000,
  maxParallel: 8,
  now: Date.now,
  sleep: (ms: number, signal: AbortSignal): Promise<void> => delay(ms, undefined, { signal }),
  lookup: systemLookup,
} as const satisfies Omit<Required<FetcherOptions>, 'userAgent'>;

export function createFetcher(options: FetcherOptions): ClosableFetcher {
  const settings = { ...DEFAULTS, ...options };
  const { userAgent, maxBytes, deadlineMs, maxRedirects, now } = settings;
  const closing = new AbortController();
  const hostLimiter = createHostRateLimiter({ ...settings, sleep: (ms) => settings.sleep(ms, closing.signal) });
  const agent = new Agent({
    connect: createGuardedConnector({ ...settings, timeoutMs: deadlineMs }),
    // One deadline covers connecting, headers and body.
    headersTimeout: 0,
    bodyTimeout: 0,
  });

  return {
    async fetch(address, request) {
      const visitedUrls: URL[] = [];
      try {
        return await followRedirects(address, request, visitedUrls);
      } catch (error) {
        return failureOf(error, visitedUrls);
      }
    },

    async close() {
      closing.abort();
      await agent.destroy();
    },
  };

  /** Adds each URL to `visitedUrls` before requesting it. */
  async function followRedirects(address: string, request: FetchRequest, visitedUrls: URL[]): Promise<FetchOutcome> {
    const withDeadline = createDeadline(deadlineMs, now);
    let url = checkedAddress(address);
    while (visitedUrls.length <= maxRedirects) {
      visitedUrls.push(url);
      const current = url;
      const response = await hostLimiter.enqueue(current.hostname, () =>
        withDeadline(
          (signal): Promise<Exchange> => exchange(current, request, signal, { agent, userAgent, maxBytes, now }),
        ),
      );
      if (response.status !== 'redirect') return response;
      url = checkedRedirect(response.location, current);
    }
    throw new FetchError('too-many-redirects', `more than ${maxRedirects} redirects`);
  }
}

/** Runs tasks one after the other that share one time budget. */
function createDeadline(budgetMs: number, now: () => number) {
  let leftMs = budgetMs;
  return async <T>(task: (signal: AbortSignal) => Promise<T>): Promise<T> => {
    const startedAt = now();
    try {
      return await task(AbortSignal.timeout(Math.max(leftMs, 0)));
    } finally {
      leftMs -= now() - startedAt;
    }
  };
}

function checkedAddress(address: string): URL {
  const url = URL.parse(address);
  if (url === null) throw new FetchError('bad-url', 'not a valid URL');
  const refusal = refusalReason(url);
  if (refusal) throw new FetchError('bad-url', refusal);
  return withoutFragment(url);
}

function checkedRedirect(location: string, from: URL): URL {
  const url = location === '' ? null : URL.parse(location, from.href);
  const refusal = url === null ? 'it leads nowhere' : refusalReason(url);
  if (url === null || refusal) {
    throw new FetchError('redirect-refused', `a redirect of ${redactedUrl(from)} was not followed: ${refusal}`);
  }
  return withoutFragment(url);
}

function refusalReason({ protocol, username, password }: URL): string | undefined {
  if (protocol !== 'http:' && protocol !== 'https:')
    return `only http and https are fetched, not "${protocol.slice(0, 20)}"`;
  return username || password ? 'URLs with a user name or password are not fetched' : undefined;
}

function withoutFragment(url: URL): URL {
  url.hash = '';
  return url;
}

function failureOf(error: unknown, visitedUrls: readonly URL[]): FetchOutcome {
  const [first, last] = [visitedUrls.at(0), visitedUrls.at(-1)];
  const fetchError = toFetchError(error, last?.host ?? '');
  if (fetchError === undefined) throw error;
  const { code, message, httpStatus, retryAfterSeconds } = fetchError;
  return {
    status: 'failed',
    code,
    detail: first !== undefined && first !== last ? `${message} (redirected from ${redactedUrl(first)})` : message,
    ...(httpStatus !== undefined && { httpStatus }),
    retryAfterSeconds,
  };
}
