/**
 * Maps Discord's errors to outcomes of a message; docs/delivery.md is this table in words. The exact code decides, never the status
 * alone: Cloudflare answers 403 too, and no subscription must suffer for that.
 */
import { RESTJSONErrorCodes as Codes, DiscordAPIError, HTTPError, RateLimitError } from 'discord.js';
import { CHANNEL_FAULTS, type SendOutcome } from '../../app/ports/courier.ts';

type OutcomeFactory = (code: number, detail: string, error?: DiscordAPIError) => SendOutcome;

const blocked: OutcomeFactory = (code, detail) => ({ status: 'blocked', code, detail });
const asPlainText: OutcomeFactory = (code, detail) => ({ status: 'unfit', code, detail, fallback: 'plain' });
const withoutTags: OutcomeFactory = (code, detail) => ({ status: 'unfit', code, detail, fallback: 'without-tags' });
const withoutLinks: OutcomeFactory = (code, detail) => ({ status: 'unfit', code, detail, fallback: 'without-links' });
/** The error names the fields of the body that are malformed. */
const withoutMalformedPart: OutcomeFactory = (code, detail, error) => {
  const { errors = {} } = { ...error?.rawError } as { errors?: object };
  return 'applied_tags' in errors ? withoutTags(code, detail) : asPlainText(code, detail);
};
const retryAfter =
  (afterSeconds: number): OutcomeFactory =>
  (_code, detail) => ({ status: 'retry', detail, afterSeconds });
const unauthorised: OutcomeFactory = () => ({
  status: 'unauthorised',
  detail: 'Discord does not accept the bot token any more',
});

const TEN_MINUTES = 600;
const HOUR = 3600;

const OUTCOME_BY_ERROR_CODE: Readonly<Record<number, OutcomeFactory>> = {
  // The channel is blocked until somebody fixes it: no access, no permission, deleted, of a wrong type, archived, locked.
  [Codes.MissingAccess]: blocked,
  [Codes.MissingPermissions]: blocked,
  [Codes.UnknownChannel]: blocked,
  [Codes.UnknownGuild]: blocked,
  [Codes.UnknownWebhook]: blocked,
  [Codes.CannotSendMessagesInNonTextChannel]: blocked,
  [Codes.CannotExecuteActionOnThisChannelType]: blocked,
  [Codes.CannotSendAMessageInAForumChannel]: blocked,
  [Codes.InvalidActionOnArchivedThread]: blocked,
  [Codes.ThreadLocked]: blocked,
  [Codes.WebhooksPostedToForumChannelsMustHaveAThreadNameOrThreadId]: blocked,
  // A forum requires tags, and the subscription names none or the bot may set none.
  [Codes.ThereAreNoTagsAvailableThatCanBeSetByNonModerators]: blocked,
  [Codes.TagRequiredToCreateAForumPostInThisChannel]: blocked,
  // A tag was deleted.
  [Codes.UnknownTag]: withoutTags,
  // Sending is disabled for a while, for this bot or for everybody.
  [Codes.SendMessagesHasBeenTemporarilyDisabled]: retryAfter(TEN_MINUTES),
  [Codes.FeatureTemporarilyDisabledServerSide]: retryAfter(TEN_MINUTES),
  [Codes.ActionCannotBePerformedDueToSlowmodeRateLimit]: retryAfter(TEN_MINUTES),
  // Too many open threads, until some are archived.
  [Codes.MaximumActiveThreads]: retryAfter(HOUR),
  [Codes.MaximumActiveAnnouncementThreads]: retryAfter(HOUR),
  // The message itself: our mistake, or the guild's filter.
  [Codes.InvalidFormBodyOrContentType]: withoutMalformedPart,
  [Codes.CannotSendAnEmptyMessage]: asPlainText,
  [Codes.MessageWasBlockedByAutomaticModeration]: withoutLinks,
  [Codes.TitleWasBlockedByAutomaticModeration]: withoutLinks,
  [Codes.MessageBlockedByHarmfulLinksFilter]: withoutLinks,
  [Codes.MaximumNumberOfEditsToMessagesOlderThanOneHourReached]: retryAfter(HOUR),
  // The bot as a whole.
  [Codes.Unauthorized]: unauthorised,
  [Codes.InvalidToken]: unauthorised,
  // A ban that does not say how long it lasts.
  [Codes.CloudflareIsBlockingYourRequest]: (_code, detail) => ({ status: 'paused', detail, afterSeconds: HOUR }),
  [Codes.APIResourceOverloaded]: (_code, detail) => ({ status: 'retry', detail, mayHaveArrived: true }),
};

/** A message was refused for permissions that the bot was then seen to lack. */
export class MissingPermissionsError extends Error {
  readonly code = CHANNEL_FAULTS.missingPermissions.code;
  readonly missing: string[];
  constructor(missing: string[], cause: unknown) {
    super(CHANNEL_FAULTS.missingPermissions.detail, { cause });
    this.name = 'MissingPermissionsError';
    this.missing = missing;
  }
}

/** Precedence: rate limit, exact code, a rejected token, then everything transient. */
export function outcomeOfError(error: unknown): SendOutcome {
  if (error instanceof RateLimitError) return outcomeOfRateLimit(error);
  if (error instanceof MissingPermissionsError) {
    return { status: 'blocked', code: error.code, detail: error.message, missing: error.missing };
  }
  if (error instanceof DiscordAPIError) {
    const code = Number(error.code);
    const detail = error.message.replaceAll(/\s+/g, ' ');
    const createOutcome = OUTCOME_BY_ERROR_CODE[code];
    if (createOutcome) return createOutcome(code, detail, error);
    if (error.status === 401) return unauthorised(0, detail);
    // Without a code of Discord's own it is not about this message.
    if (!(code > 0)) return { status: 'retry', detail: `Discord answered ${error.status}` };
    return { status: 'refused', code, detail };
  }
  if (error instanceof HTTPError) {
    return { status: 'retry', detail: `Discord answered ${error.status}`, mayHaveArrived: true };
  }
  const reason = error instanceof Error ? error.message : String(error);
  return { status: 'retry', detail: `no answer from Discord (${reason})`, mayHaveArrived: true };
}

function outcomeOfRateLimit({ global, retryAfter: retryAfterMs }: RateLimitError): SendOutcome {
  const afterSeconds = retryAfterMs / 1000;
  if (global) return { status: 'paused', detail: 'Discord’s limit for all requests', afterSeconds };
  return { status: 'retry', detail: 'Discord’s limit for this channel', afterSeconds };
}
