/**
 * Discord's rate limits: of a route in a channel, of all requests of a token, and the wall that closes on who ignores them.
 * Windows begin with their first request, as Discord's do; that of all requests slides, which is stricter than Discord is.
 */
import { createHash } from 'node:crypto';

interface Rule {
  method: string;
  path: RegExp;
  requests: number;
  seconds: number;
}

/** As seen in Discord's headers; the channel is in the path, so that each has a bucket of its own. */
const RULES: readonly Rule[] = [
  { method: 'POST', path: /^\/channels\/\d+\/messages$/, requests: 5, seconds: 5 },
  { method: 'PATCH', path: /^\/channels\/\d+\/messages\/\d+$/, requests: 5, seconds: 5 },
  { method: 'POST', path: /^\/channels\/\d+\/messages\/\d+\/crosspost$/, requests: 10, seconds: 3600 },
];
const ALL_REQUESTS = { requests: 50, seconds: 1 };
/** Answers to interactions are not counted. */
const UNCOUNTED = /^\/(interactions|webhooks)\//;
const INVALID = { requests: 10_000, seconds: 600, banSeconds: 3600 };

export type Verdict =
  | { status: 'passes'; headers: Record<string, string> }
  | { status: 'limited'; headers: Record<string, string>; retryAfterSeconds: number; global: boolean }
  /** Not Discord answers but the wall before it. */
  | { status: 'banned'; retryAfterSeconds: number };

export interface RateLimits {
  /** @param path without the API's version. */
  judge(method: string, path: string): Verdict;
  /** An answer that Discord counts as invalid: 401, 403 or 429. */
  invalid(): void;
}

interface Bucket {
  begunMs: number;
  used: number;
}

/** @param elapsedMs milliseconds since some beginning. */
export function createRateLimits(elapsedMs: () => number): RateLimits {
  const buckets = new Map<string, Bucket>();
  let recent: number[] = [];
  let invalid: number[] = [];
  let bannedUntilMs = 0;

  const judgeRoute = (method: string, path: string, now: number): Verdict => {
    const rule = RULES.find((one) => one.method === method && one.path.test(path));
    if (rule === undefined) return { status: 'passes', headers: {} };
    const key = `${method} ${bucketOf(path)}`;
    const open = buckets.get(key);
    const bucket = open && now - open.begunMs < rule.seconds * 1000 ? open : { begunMs: now, used: 0 };
    buckets.set(key, bucket);
    const resetSeconds = (bucket.begunMs + rule.seconds * 1000 - now) / 1000;
    const limited = bucket.used >= rule.requests;
    if (!limited) bucket.used += 1;
    const headers = {
      'x-ratelimit-limit': String(rule.requests),
      'x-ratelimit-remaining': String(rule.requests - bucket.used),
      'x-ratelimit-reset-after': resetSeconds.toFixed(3),
      'x-ratelimit-bucket': createHash('md5').update(`${method} ${rule.path.source}`).digest('hex'),
    };
    return limited
      ? { status: 'limited', headers, retryAfterSeconds: resetSeconds, global: false }
      : { status: 'passes', headers };
  };

  return {
    judge(method, path) {
      const now = elapsedMs();
      if (now < bannedUntilMs) return { status: 'banned', retryAfterSeconds: (bannedUntilMs - now) / 1000 };
      if (!UNCOUNTED.test(path)) {
        recent = recent.filter((at) => now - at < ALL_REQUESTS.seconds * 1000);
        const [oldest] = recent;
        if (oldest !== undefined && recent.length >= ALL_REQUESTS.requests) {
          const retryAfterSeconds = ALL_REQUESTS.seconds - (now - oldest) / 1000;
          return { status: 'limited', headers: {}, retryAfterSeconds, global: true };
        }
        recent.push(now);
      }
      return judgeRoute(method, path, now);
    },
    invalid() {
      const now = elapsedMs();
      invalid = invalid.filter((at) => now - at < INVALID.seconds * 1000);
      invalid.push(now);
      if (invalid.length < INVALID.requests) return;
      invalid = [];
      bannedUntilMs = now + INVALID.banSeconds * 1000;
    },
  };
}

/** All messages of a channel share a bucket. */
const bucketOf = (path: string): string => path.replace(/\/messages\/\d+/, '/messages/*');
