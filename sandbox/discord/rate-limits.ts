/**
 * Discord's rate limits: per route and channel, global per token, and Cloudflare's ban after too many invalid requests.
 * Route windows start with their first request, as Discord's do; the global window slides, which is stricter than Discord.
 */
import { createHash } from 'node:crypto';

interface Rule {
  method: string;
  path: RegExp;
  requests: number;
  seconds: number;
}

/** As observed in Discord's headers. The path contains the channel, so each channel has its own bucket. */
const RULES: readonly Rule[] = [
  { method: 'POST', path: /^\/channels\/\d+\/messages$/, requests: 5, seconds: 5 },
  { method: 'PATCH', path: /^\/channels\/\d+\/messages\/\d+$/, requests: 5, seconds: 5 },
  { method: 'POST', path: /^\/channels\/\d+\/messages\/\d+\/crosspost$/, requests: 10, seconds: 3600 },
];
const GLOBAL_LIMIT = { requests: 50, seconds: 1 };
/** Interaction responses are not limited. */
const NOT_LIMITED_PATH = /^\/(interactions|webhooks)\//;
const INVALID_REQUEST_LIMIT = { requests: 10_000, seconds: 600, banSeconds: 3600 };

export type Verdict =
  | { status: 'passes'; headers: Record<string, string> }
  | { status: 'limited'; headers: Record<string, string>; retryAfterSeconds: number; global: boolean }
  /** Cloudflare, not Discord, answers. */
  | { status: 'banned'; retryAfterSeconds: number };

export interface RateLimits {
  /** @param path without the API prefix */
  judge(method: string, path: string): Verdict;
  /** Counts a response that Discord treats as invalid: 401, 403 or 429. */
  countInvalid(): void;
}

interface Bucket {
  startedMs: number;
  used: number;
}

/** @param elapsedMs a monotonic clock, in ms */
export function createRateLimits(elapsedMs: () => number): RateLimits {
  const buckets = new Map<string, Bucket>();
  let recent: number[] = [];
  let countInvalid: number[] = [];
  let bannedUntilMs = 0;

  const judgeRoute = (method: string, path: string, now: number): Verdict => {
    const rule = RULES.find((one) => one.method === method && one.path.test(path));
    if (rule === undefined) return { status: 'passes', headers: {} };
    const key = `${method} ${bucketPath(path)}`;
    const open = buckets.get(key);
    const bucket = open && now - open.startedMs < rule.seconds * 1000 ? open : { startedMs: now, used: 0 };
    buckets.set(key, bucket);
    const resetSeconds = (bucket.startedMs + rule.seconds * 1000 - now) / 1000;
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
      if (!NOT_LIMITED_PATH.test(path)) {
        recent = recent.filter((at) => now - at < GLOBAL_LIMIT.seconds * 1000);
        const [oldest] = recent;
        if (oldest !== undefined && recent.length >= GLOBAL_LIMIT.requests) {
          const retryAfterSeconds = GLOBAL_LIMIT.seconds - (now - oldest) / 1000;
          return { status: 'limited', headers: {}, retryAfterSeconds, global: true };
        }
        recent.push(now);
      }
      return judgeRoute(method, path, now);
    },
    countInvalid() {
      const now = elapsedMs();
      countInvalid = countInvalid.filter((at) => now - at < INVALID_REQUEST_LIMIT.seconds * 1000);
      countInvalid.push(now);
      if (countInvalid.length < INVALID_REQUEST_LIMIT.requests) return;
      countInvalid = [];
      bannedUntilMs = now + INVALID_REQUEST_LIMIT.banSeconds * 1000;
    },
  };
}

/** All messages of a channel share a bucket. */
const bucketPath = (path: string): string => path.replace(/\/messages\/\d+/, '/messages/*');
