/** The bot's own id, asked once. */
import { Routes } from 'discord.js';
import type { PacedRest } from './paced-rest.ts';

export type OwnId = () => Promise<string>;

export function createOwnId({ request }: Pick<PacedRest, 'request'>): OwnId {
  let id: string | undefined;
  return async () => {
    id ??= ((await request('GET', Routes.user())) as { id: string }).id;
    return id;
  };
}
