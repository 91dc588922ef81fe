/**
 * What each of Discord's answers means for a message. The exact code decides, never the status alone: a wall between us and
 * Discord answers 403 too, and no server's subscription is to suffer for that. docs/delivery.md is this table in words.
 */
import { DiscordAPIError, HTTPError, RateLimitError } from 'discord.js';
import type { SendOutcome } from '../../app/ports/courier.ts';

type Failure = Exclude<SendOutcome, { status: 'sent' }>;
type OutcomeFactory = (code: number, detail: string, error?: DiscordAPIError) => SendOutcome;

const blocked: OutcomeFactory = (code, detail) => ({ status: 'blocked', code, detail });
const asPlainText: OutcomeFactory = (code, detail) => ({ status: 'unfit', code, detail, fallback: 'plain' });
const withoutTags: OutcomeFactory = (code, detail) => ({ status: 'unfit', code, detail, fallback: 'without-tags' });
/** The errors of a malformed body stand at the fields they are about. */
const malformed: OutcomeFactory = (code, detail, error) => {
  const { errors = {} } = { ...error?.rawError } as { errors?: object };
  return 'applied_tags' in errors ? withoutTags(code, detail) : asPlainText(code, detail);
};
const withoutLinks: OutcomeFactory = (code, detail) => ({ status: 'unfit', code, detail, fallback: 'without-links' });
const retryIn =
  (afterSeconds: number): OutcomeFactory =>
  (_code, detail) => ({ status: 'retry', detail, afterSeconds });
const unauthorised: OutcomeFactory = () => ({
  status: 'unauthorised',
  detail: 'Discord does not accept the bot token any more',
});

/** An hour: how long Discord's ban of an address lasts where it does not say. */
const BAN_SECONDS = 3600;

const OUTCOME_BY_ERROR_CODE: Readonly<Record<number, OutcomeFactory>> = {
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
  40004: retryIn(600),
  40006: retryIn(600),
  // Slow mode; too many open threads, until some are archived.
  20016: retryIn(600),
  160006: retryIn(3600),
  160007: retryIn(3600),
  // The message: our mistake, or the server's filter.
  50035: malformed,
  50006: asPlainText,
  200000: withoutLinks,
  200001: withoutLinks,
  240000: withoutLinks,
  // Too many edits of messages that are older than an hour.
  30046: retryIn(3600),
  // All of us.
  40001: unauthorised,
  50014: unauthorised,
  40333: (_code, detail) => ({ status: 'paused', detail, afterSeconds: BAN_SECONDS }),
  // Overloaded: it may have been done all the same.
  130000: (_code, detail) => ({ status: 'retry', detail, mayHaveArrived: true }),
};

/** A message was refused for permissions that the bot was then seen to lack. */
export class MissingPermissionsError extends Error {
  readonly code = 50013;
  readonly missing: string[];
  constructor(missing: string[], cause: unknown) {
    super('Missing Permissions', { cause });
    this.name = 'LackingPermissions';
    this.missing = missing;
  }
}

/** What an error means. Precedence: rate limit, exact code, a token that is worth nothing, then everything that may pass. */
export function outcomeOfError(error: unknown): Failure | Extract<SendOutcome, { status: 'sent' }> {
  if (error instanceof RateLimitError) return outcomeOfRateLimit(error);
  if (error instanceof MissingPermissionsError) {
    return { status: 'blocked', code: error.code, detail: error.message, missing: error.missing };
  }
  if (error instanceof DiscordAPIError) {
    const code = Number(error.code);
    const detail = error.message.replaceAll(/\s+/g, ' ');
    const meaning = OUTCOME_BY_ERROR_CODE[code];
    if (meaning) return meaning(code, detail, error);
    if (error.status === 401) return unauthorised(0, detail);
    // Without a code of Discord's own it is not about this message.
    if (!(code > 0)) return { status: 'retry', detail: `Discord answered ${error.status}` };
    return { status: 'refused', code, detail };
  }
  if (error instanceof HTTPError)
    return { status: 'retry', detail: `Discord answered ${error.status}`, mayHaveArrived: true };
  const why = error instanceof Error ? error.message : String(error);
  return { status: 'retry', detail: `no answer from Discord (${why})`, mayHaveArrived: true };
}

function outcomeOfRateLimit({ global, retryAfter }: RateLimitError): Failure {
  const afterSeconds = retryAfter / 1000;
  if (global) return { status: 'paused', detail: 'Discord’s limit for all requests', afterSeconds };
  return { status: 'retry', detail: 'Discord’s limit for this channel', afterSeconds };
}
