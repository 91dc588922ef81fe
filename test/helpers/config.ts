/** The configuration of a bot that runs against a loopback Discord, as its environment would give it. */
import type { LoopbackDiscord } from '../../sandbox/discord/loopback-discord.ts';
import { type Config, readConfig } from '../../src/config.ts';

/** @param more further settings, by the names of the environment. */
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
