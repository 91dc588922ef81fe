/** Builds the configuration of a bot that runs against a loopback Discord. */
import type { LoopbackDiscord } from '../../sandbox/discord/loopback-discord.ts';
import { type Config, readConfig } from '../../src/bot/config.ts';

/** @param more further environment variables. */
export function configFor(
  { token, api }: Pick<LoopbackDiscord, 'token' | 'api'>,
  more: NodeJS.ProcessEnv = {},
): Config {
  const read = readConfig({
    DISCORD_TOKEN: token,
    DISCORD_API: api,
    STORE_URL: 'sqlite::memory:',
    LOG_LEVEL: 'silent',
    ...more,
  });
  if (read.status === 'faulty') throw new Error(read.faults.join('\n'));
  return read.config;
}
