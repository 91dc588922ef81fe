/** The guarded, conditional and polite way to other people's servers. */
import { setTimeout as delay } from 'node:timers/promises';
import { Agent } from 'undici';
import type { Fetcher, FetchOutcome, FetchRequest } from '../../app/ports/fetch.ts';
import { createGuardedConnector, type DnsLookup, systemLookup } from './address-guard.ts';
import { type Exchange, exchange } from './exchange.ts';
import { FetchError, redactedUrl, toFetchError } from './fetch-error.ts';
import { createHostRateLimiter } from './host-rate-limiter.ts';

export interface FetcherOptions {
  /** Says who asks and where to complain: `Clausewatch/<version> (+<contact url>)`. */
  userAgent: string;
  /** Hosts that may be private addresses: exact `host` or `host:port` (FETCH_ALLOW_PRIVATE). */
  allowPrivateHosts?: readonly string[];
  /** Largest body, received or unpacked. */
  maxBytes?: number;
  /** Time for one fetch with all its redirects, waiting for its turns not counted. */
  deadlineMs?: number;
  maxRedirects?: number;
  /** Least time between two requests to one host. */
  spacingMs?: number;
  /** How many hosts are asked at the same time. */
  maxParallel?: number;
  /** Milliseconds since the epoch. */
  now?: () => number;
  sleep?: (ms: number, signal: AbortSignal) => Promise<void>;
  lookup?: DnsLookup;
}

/** A fetcher that holds sockets until it is closed; fetches still under way then fail. */
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

  /** Notes each address in `trail` before it is asked. */
  async function followRedirects(address: string, request: FetchRequest, trail: URL[]): Promise<FetchOutcome> {
    const askInTime = createDeadline(deadlineMs, now);
    let url = checkedAddress(address);
    while (trail.length <= maxRedirects) {
      trail.push(url);
      const asked = url;
      const answer = await hostLimiter.enqueue(asked.hostname, () =>
        askInTime((signal): Promise<Exchange> => exchange(asked, request, signal, { agent, userAgent, maxBytes, now })),
      );
      if (answer.status !== 'redirect') return answer;
      url = checkedRedirect(answer.location, asked);
    }
    throw new FetchError('too-many-redirects', `the answer is a chain of more than ${maxRedirects} redirects`);
  }
}

/** Runs pieces of work, one after the other, that share one allowance of time. */
function createDeadline(allowanceMs: number, now: () => number) {
  let leftMs = allowanceMs;
  return async <T>(work: (signal: AbortSignal) => Promise<T>): Promise<T> => {
    const startedAt = now();
    try {
      return await work(AbortSignal.timeout(Math.max(leftMs, 0)));
    } finally {
      leftMs -= now() - startedAt;
    }
  };
}

function checkedAddress(address: string): URL {
  const url = URL.parse(address);
  if (url === null) throw new FetchError('bad-url', 'this is not a web address');
  const objection = refusalReason(url);
  if (objection) throw new FetchError('bad-url', objection);
  return withoutFragment(url);
}

function checkedRedirect(location: string, from: URL): URL {
  const url = location === '' ? null : URL.parse(location, from.href);
  const objection = url === null ? 'it leads nowhere' : refusalReason(url);
  if (url === null || objection) {
    throw new FetchError(
      'redirect-refused',
      `${redactedUrl(from)} answers with a redirect that is not followed: ${objection}`,
    );
  }
  return withoutFragment(url);
}

function refusalReason({ protocol, username, password }: URL): string | undefined {
  if (protocol !== 'http:' && protocol !== 'https:')
    return `only http and https are read, not "${protocol.slice(0, 20)}"`;
  return username || password ? 'addresses with a user name or password in them are not read' : undefined;
}

function withoutFragment(url: URL): URL {
  url.hash = '';
  return url;
}

function failureOf(error: unknown, trail: readonly URL[]): FetchOutcome {
  const [first, last] = [trail.at(0), trail.at(-1)];
  const fault = toFetchError(error, last?.host ?? '');
  if (fault === undefined) throw error;
  const redirected = first !== undefined && last !== undefined && trail.length > 1;
  return {
    status: 'failed',
    code: fault.code,
    detail: redirected ? `${fault.message} (redirected from ${redactedUrl(first)})` : fault.message,
    ...(fault.httpStatus !== undefined && { httpStatus: fault.httpStatus }),
    retryAfterSeconds: fault.retryAfterSeconds,
  };
}
