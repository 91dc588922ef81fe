/**
 * What each of Discord's answers means for a message. The exact code decides, never the status alone: a wall between us and
 * Discord answers 403 too, and no server's subscription is to suffer for that. docs/delivery.md is this table in words.
 */
import { DiscordAPIError, HTTPError, RateLimitError } from 'discord.js';
import type { SendOutcome } from '../../app/ports/courier.ts';

type Failure = Exclude<SendOutcome, { status: 'sent' }>;
type Meaning = (code: number, detail: string, error?: DiscordAPIError) => SendOutcome;

const blocked: Meaning = (code, detail) => ({ status: 'blocked', code, detail });
const plainer: Meaning = (code, detail) => ({ status: 'unfit', code, detail, instead: 'plain' });
const withoutTags: Meaning = (code, detail) => ({ status: 'unfit', code, detail, instead: 'without-tags' });
/** The errors of a malformed body stand at the fields they are about. */
const malformed: Meaning = (code, detail, error) => {
  const { errors = {} } = { ...error?.rawError } as { errors?: object };
  return 'applied_tags' in errors ? withoutTags(code, detail) : plainer(code, detail);
};
const withoutLinks: Meaning = (code, detail) => ({ status: 'unfit', code, detail, instead: 'without-links' });
const laterBy =
  (afterSeconds: number): Meaning =>
  (_code, detail) => ({ status: 'retry', detail, afterSeconds });
const unauthorised: Meaning = () => ({
  status: 'unauthorised',
  detail: 'Discord does not accept the bot token any more',
});

/** An hour: how long Discord's ban of an address lasts where it does not say. */
const BAN_SECONDS = 3600;

const MEANINGS: Readonly<Record<number, Meaning>> = {
  // The channel, until somebody mends it: no access, no permission, gone, of a wrong kind, archived.
  50001: blocked,
  50013: blocked,
  10003: blocked,
  10004: blocked,
  10015: blocked,
  50008: blocked,
  50024: blocked,
  40058: blocked,
  50083: blocked,
  160005: blocked,
  220001: blocked,
  // A forum that wants tags, when its alerts name none, or that has none for us.
  40066: blocked,
  40067: blocked,
  // A tag that was deleted.
  10087: withoutTags,
  // Sending is switched off for a while, for this bot or for everybody.
  40004: laterBy(600),
  40006: laterBy(600),
  // Slow mode; too many open threads, until some are archived.
  20016: laterBy(600),
  160006: laterBy(3600),
  160007: laterBy(3600),
  // The message: our mistake, or the server's filter.
  50035: malformed,
  50006: plainer,
  200000: withoutLinks,
  200001: withoutLinks,
  240000: withoutLinks,
  // Too many edits of messages that are older than an hour.
  30046: laterBy(3600),
  // All of us.
  40001: unauthorised,
  50014: unauthorised,
  40333: (_code, detail) => ({ status: 'paused', detail, afterSeconds: BAN_SECONDS }),
  // Overloaded: it may have been done all the same.
  130000: (_code, detail) => ({ status: 'retry', detail, unsure: true }),
};

/** A message was refused for permissions that the bot was then seen to lack. */
export class LackingPermissions extends Error {
  readonly code = 50013;
  readonly missing: string[];
  constructor(missing: string[], cause: unknown) {
    super('Missing Permissions', { cause });
    this.name = 'LackingPermissions';
    this.missing = missing;
  }
}

/** What an error means. Precedence: rate limit, exact code, a token that is worth nothing, then everything that may pass. */
export function outcomeOf(error: unknown): Failure | Extract<SendOutcome, { status: 'sent' }> {
  if (error instanceof RateLimitError) return ofRateLimit(error);
  if (error instanceof LackingPermissions) {
    return { status: 'blocked', code: error.code, detail: error.message, missing: error.missing };
  }
  if (error instanceof DiscordAPIError) {
    const code = Number(error.code);
    const detail = error.message.replaceAll(/\s+/g, ' ');
    const meaning = MEANINGS[code];
    if (meaning) return meaning(code, detail, error);
    if (error.status === 401) return unauthorised(0, detail);
    // Without a code of Discord's own it is not about this message.
    if (!(code > 0)) return { status: 'retry', detail: `Discord answered ${error.status}` };
    return { status: 'refused', code, detail };
  }
  if (error instanceof HTTPError) return { status: 'retry', detail: `Discord answered ${error.status}`, unsure: true };
  const why = error instanceof Error ? error.message : String(error);
  return { status: 'retry', detail: `no answer from Discord (${why})`, unsure: true };
}

function ofRateLimit({ global, retryAfter }: RateLimitError): Failure {
  const afterSeconds = retryAfter / 1000;
  if (global) return { status: 'paused', detail: 'Discord’s limit for all requests', afterSeconds };
  return { status: 'retry', detail: 'Discord’s limit for this channel', afterSeconds };
}
