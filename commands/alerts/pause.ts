/** `/alerts pause`: pauses a subscription, or resumes one that is paused. */
import type { CommandContext, CommandRequest } from '../../src/app/reply/command.ts';
import { confirmation, refusal } from '../../src/app/reply/replies.ts';
import { subscriptionLine } from '../../src/app/reply/subscription-line.ts';
import type { Answer } from '../../src/domain/answer.ts';

export async function pause({ options }: CommandRequest, guildId: string, context: CommandContext): Promise<Answer> {
  const { subscriptionService, t } = context;
  const id = options.alert ?? '';
  const current = (await subscriptionService.list(guildId)).find((subscription) => subscription.id === id);
  const isResuming = current?.paused === true;
  const changed = await subscriptionService.change(guildId, id, {
    paused: isResuming ? undefined : true,
    snoozedUntil: undefined,
  });
  if (changed === undefined) return refusal(t.text('alerts.unknown'), t);
  return confirmation(t.text(isResuming ? 'alerts.resumed-title' : 'alerts.paused-title'), [
    subscriptionLine(changed, context),
    t.line(isResuming ? 'alerts.resumed-words' : 'alerts.paused-words'),
  ]);
}
