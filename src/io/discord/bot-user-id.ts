/** The bot's own id, asked once. */
import { Routes } from 'discord.js';
import type { PacedRest } from './rest-client.ts';

export type OwnId = () => Promise<string>;

export function createOwnId({ request }: Pick<PacedRest, 'request'>): OwnId {
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
