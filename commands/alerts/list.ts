/** `/alerts list`: the server's subscriptions. */
import type { CommandContext, CommandRequest } from '../../src/app/reply/command.ts';
import { confirmation, noAlertsReply } from '../../src/app/reply/replies.ts';
import { subscriptionLine } from '../../src/app/reply/subscription-line.ts';
import type { Answer } from '../../src/domain/answer.ts';

export async function list(_request: CommandRequest, guildId: string, context: CommandContext): Promise<Answer> {
  const { t } = context;
  const subscriptions = await context.subscriptionService.list(guildId);
  if (subscriptions.length === 0) return noAlertsReply(t);
  return {
    ...confirmation(
      t.text('alerts.count', { count: subscriptions.length }),
      subscriptions.map((subscription) => subscriptionLine(subscription, context)),
    ),
    call: { command: 'alerts', args: 'list' },
  };
}
