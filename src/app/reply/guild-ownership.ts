/** Channels and roles that a member named: those of another server are refused, whatever the interaction says of them. */
import type { Answer } from '../../domain/answer.ts';
import type { Context } from './command.ts';
import { refused } from './replies.ts';

/** @returns the refusal, or nothing where all is the server's own. */
export async function refuseForeign(
  named: { channelId?: string; roleId?: string },
  guildId: string,
  { desk, say }: Context,
): Promise<Answer | undefined> {
  if (named.channelId === undefined && named.roleId === undefined) return undefined;
  switch (await desk.belongs(guildId, named)) {
    case 'own':
      return undefined;
    case 'foreign':
      return refused(say.text('alerts.not-ours'), say);
    case 'unknown':
      return refused(say.text('alerts.not-looked-up'), say);
  }
}
