/** Errors of Discord that end the program, each with a line that tells the operator what to do. */
import { DiscordAPIError } from 'discord.js';

type DiscordFatalErrorCode = 'bad-token' | 'bad-command' | 'bad-intents' | 'bad-shard' | 'unreachable' | 'no-answer';

export class DiscordFatalError extends Error {
  readonly code: DiscordFatalErrorCode;
  constructor(code: DiscordFatalErrorCode, message: string, cause?: unknown) {
    super(message, { cause });
    this.name = 'DiscordFatalError';
    this.code = code;
  }
}

const BAD_TOKEN =
  'Discord does not accept DISCORD_TOKEN. Copy the bot token again from discord.com/developers/applications → your ' +
  'application → Bot → Reset Token.';

/** Gateway close codes after which reconnecting is pointless. */
const FATAL_CLOSE_CODES: Record<number, [DiscordFatalErrorCode, string]> = {
  4004: ['bad-token', BAD_TOKEN],
  4010: ['bad-shard', 'Discord closed the connection: invalid shard (4010).'],
  4011: ['bad-shard', 'Discord closed the connection: the bot is in so many servers that it needs shards (4011).'],
  4012: ['bad-shard', 'Discord closed the connection: gateway version 10 is not accepted any more (4012).'],
  4013: ['bad-intents', 'Discord closed the connection: invalid intents (4013).'],
  4014: ['bad-intents', 'Discord closed the connection: the bot requested an intent that it may not use (4014).'],
};

/** The token was valid before, and is not any more. */
export const invalidTokenError = (): DiscordFatalError => new DiscordFatalError('bad-token', BAD_TOKEN);

/** @returns undefined where the client should reconnect. */
export function fatalErrorOfCloseCode(closeCode: number): DiscordFatalError | undefined {
  const [code, message] = FATAL_CLOSE_CODES[closeCode] ?? [];
  return code === undefined || message === undefined ? undefined : new DiscordFatalError(code, message);
}

/** The fatal error behind a failed login or registration. The token never becomes part of it. */
export function toFatalError(error: unknown): DiscordFatalError {
  if (error instanceof DiscordFatalError) return error;
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === 'TokenInvalid' || (error instanceof DiscordAPIError && error.status === 401)) {
    return new DiscordFatalError('bad-token', BAD_TOKEN, error);
  }
  if (code === 'DisallowedIntents') {
    return fatalErrorOfCloseCode(4014) ?? new DiscordFatalError('bad-intents', String(error));
  }
  const reason = error instanceof Error ? error.message.split('\n')[0] : String(error);
  return new DiscordFatalError('unreachable', `Discord cannot be reached: ${reason}`, error);
}
