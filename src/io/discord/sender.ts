/**
 * Posts alerts through a REST client of its own, so that slash answers never wait behind them, and turns every answer of
 * Discord into an outcome by its exact error code.
 */
import {
  DiscordAPIError,
  HTTPError,
  RateLimitError,
  REST,
  type RESTPostAPIChannelMessageResult,
  Routes,
} from 'discord.js';
import type { OutgoingMessage, Sender, SendOutcome } from '../../app/ports.ts';
import { renderAnswer } from './render.ts';

/** Discord allows 50 requests a second to a bot; the rest is left to slash answers. */
const REQUESTS_PER_SECOND = 40;
/** A rate limit longer than this is given back to the outbox instead of being waited for. */
const LONGEST_WAIT_MS = 60_000;

/** A channel that cannot be written to until somebody mends it: access, permission, gone, or of a wrong kind. */
const BLOCKED_CODES = new Set([50001, 50013, 10003, 10004, 50024, 50008, 40058, 220001]);
/** A deleted original answers a repeated nonce: it did arrive, and somebody took it away. */
const DELETED_ORIGINAL = 10008;

export interface SenderOptions {
  token: string;
  /** REST base without version, such as `https://discord.com/api`. */
  api: string;
  userAgentAppendix: string;
}

export function createSender({ token, api, userAgentAppendix }: SenderOptions): Sender {
  const rest = new REST({
    api,
    userAgentAppendix,
    globalRequestsPerSecond: REQUESTS_PER_SECOND,
    // Repeats are ours to pace: the outbox keeps the row and its nonce.
    retries: 0,
    timeout: 15_000,
    rejectOnRateLimit: ({ retryAfter }) => retryAfter > LONGEST_WAIT_MS,
  }).setToken(token);

  return {
    async send(message) {
      try {
        const posted = await rest.post(Routes.channelMessages(message.channelId), { body: bodyOf(message) });
        return { status: 'sent', messageId: (posted as RESTPostAPIChannelMessageResult).id };
      } catch (error) {
        return outcomeOf(error);
      }
    },
  };
}

function bodyOf({ answer, roleId, nonce }: OutgoingMessage) {
  return {
    ...renderAnswer(answer),
    content: roleId === undefined ? undefined : `<@&${roleId}>`,
    // The role that the server's admins chose, and nothing else, ever.
    allowed_mentions: roleId === undefined ? { parse: [] } : { parse: [], roles: [roleId] },
    nonce,
    enforce_nonce: true,
  };
}

/** What an error of Discord means for this delivery. Precedence: exact code, then status, then everything else. */
function outcomeOf(error: unknown): SendOutcome {
  if (error instanceof RateLimitError) {
    return { status: 'retry', detail: 'Discord asks to wait', afterSeconds: Math.ceil(error.retryAfter / 1000) };
  }
  if (error instanceof DiscordAPIError) {
    const code = Number(error.code);
    const detail = error.rawError && 'message' in error.rawError ? error.rawError.message : error.message;
    if (error.status === 401)
      return { status: 'unauthorised', detail: 'Discord does not accept the bot token any more' };
    if (code === DELETED_ORIGINAL) return { status: 'sent', messageId: '' };
    if (BLOCKED_CODES.has(code)) return { status: 'blocked', code, detail };
    if (error.status >= 500) return { status: 'retry', detail: `Discord answered ${error.status}` };
    return { status: 'refused', code, detail };
  }
  if (error instanceof HTTPError) {
    return { status: 'retry', detail: `Discord answered ${error.status}` };
  }
  // No answer at all: it may have arrived or not, and the nonce makes the repeat harmless.
  return {
    status: 'retry',
    detail: `no answer from Discord (${error instanceof Error ? error.message : String(error)})`,
  };
}
