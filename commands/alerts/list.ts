import type { CommandContext } from '../../src/app/reply/command.ts';
import { confirmation } from '../../src/app/reply/replies.ts';
import { subscriptionLine } from '../../src/app/reply/subscription-line.ts';
import { commandSpan } from '../../src/app/words/command-names.ts';
import type { Answer } from '../../src/domain/answer.ts';

export async function listAlerts(guildId: string, context: CommandContext): Promise<Answer> {
  const { t: say } = context;
  const subscriptions = await context.subscriptionService.list(guildId);
  if (subscriptions.length === 0) {
    const add = commandSpan('alerts add', say.language);
    return confirmation(say.text('alerts.none'), [say.line('alerts.none-words', { command: add })]);
  }
  return {
    ...confirmation(
      say.text('alerts.count', { count: subscriptions.length }),
      subscriptions.map((one) => subscriptionLine(one, context)),
    ),
    call: { command: 'alerts', args: 'list' },
  };
}
