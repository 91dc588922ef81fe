/** The bot's own id, asked once. */
import { Routes } from 'discord.js';
import type { DiscordRest } from './rest-client.ts';

export type GetBotUserId = () => Promise<string>;

export function createBotUserIdLookup({ request }: Pick<DiscordRest, 'request'>): GetBotUserId {
  let id: Promise<string> | undefined;
  async function ask(): Promise<string> {
    try {
      return ((await request('GET', Routes.user())) as { id: string }).id;
    } catch (error) {
      id = undefined;
      throw error;
    }
  }
  return () => {
    id ??= ask();
    return id;
  };
}
