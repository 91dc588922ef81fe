/** Discord's refusals that end the program, each with a line that tells the operator what to do. */
import { DiscordAPIError } from 'discord.js';

export type DiscordFatalErrorCode =
  | 'bad-token'
  | 'bad-command'
  | 'bad-intents'
  | 'bad-shard'
  | 'unreachable'
  | 'no-answer';

export class DiscordFatalError extends Error {
  readonly code: DiscordFatalErrorCode;
  constructor(code: DiscordFatalErrorCode, message: string, cause?: unknown) {
    super(message, { cause });
    this.name = 'DiscordRefusal';
    this.code = code;
  }
}

const BAD_TOKEN =
  'Discord does not accept DISCORD_TOKEN. Copy the bot token again from discord.com/developers/applications → your ' +
  'application → Bot → Reset Token.';

/** Gateway close codes after which Discord wants no reconnection. */
const CLOSE_CODES: Record<number, [DiscordFatalErrorCode, string]> = {
  4004: ['bad-token', BAD_TOKEN],
  4010: ['bad-shard', 'Discord closed the connection: invalid shard (4010).'],
  4011: ['bad-shard', 'Discord closed the connection: the bot is in so many servers that it needs shards (4011).'],
  4012: ['bad-shard', 'Discord closed the connection: gateway version 10 is not accepted any more (4012).'],
  4013: ['bad-intents', 'Discord closed the connection: invalid intents (4013).'],
  4014: ['bad-intents', 'Discord closed the connection: an intent was asked for that this bot may not use (4014).'],
};

/** The token was accepted, and is not any more. */
export const invalidTokenError = (): DiscordFatalError => new DiscordFatalError('bad-token', BAD_TOKEN);

/** The refusal behind a close code, or nothing when a reconnection is in order. */
export function fatalErrorOfCloseCode(code: number): DiscordFatalError | undefined {
  const [refusal, message] = CLOSE_CODES[code] ?? [];
  return refusal === undefined || message === undefined ? undefined : new DiscordFatalError(refusal, message);
}

/** The refusal behind an error of logging in or registering. The token never becomes part of it. */
export function toFatalError(error: unknown): DiscordFatalError {
  if (error instanceof DiscordFatalError) return error;
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === 'TokenInvalid' || (error instanceof DiscordAPIError && error.status === 401)) {
    return new DiscordFatalError('bad-token', BAD_TOKEN, error);
  }
  if (code === 'DisallowedIntents')
    return fatalErrorOfCloseCode(4014) ?? new DiscordFatalError('bad-intents', String(error));
  const why = error instanceof Error ? error.message.split('\n')[0] : String(error);
  return new DiscordFatalError('unreachable', `Discord cannot be reached: ${why}`, error);
}
