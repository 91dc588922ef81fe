/** `/alerts remove`: deletes a subscription. */
import type { CommandContext, CommandRequest } from '../../src/app/reply/command.ts';
import { confirmation, refusal } from '../../src/app/reply/replies.ts';
import { subscriptionLine } from '../../src/app/reply/subscription-line.ts';
import type { Answer } from '../../src/domain/answer.ts';

export async function remove({ options }: CommandRequest, guildId: string, context: CommandContext): Promise<Answer> {
  const { t } = context;
  const removed = await context.subscriptionService.remove(guildId, options.alert ?? '');
  if (removed === undefined) return refusal(t.text('alerts.unknown'), t);
  return confirmation(t.text('alerts.removed'), [subscriptionLine(removed, context)]);
}
