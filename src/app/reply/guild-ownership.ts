/** Channels and roles that a member named: those of another server are refused, whatever the interaction says of them. */
import type { Answer } from '../../domain/answer.ts';
import type { CommandContext } from './command.ts';
import { refusal } from './replies.ts';

/** @returns the refusal, or nothing where all is the server's own. */
export async function refuseUnlessOwned(
  named: { channelId?: string; roleId?: string },
  guildId: string,
  { subscriptionService: desk, t: say }: CommandContext,
): Promise<Answer | undefined> {
  if (named.channelId === undefined && named.roleId === undefined) return undefined;
  switch (await desk.checkOwnership(guildId, named)) {
    case 'own':
      return undefined;
    case 'foreign':
      return refusal(say.text('alerts.not-ours'), say);
    case 'unknown':
      return refusal(say.text('alerts.not-looked-up'), say);
  }
}
