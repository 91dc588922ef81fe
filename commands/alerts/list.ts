import type { Answer } from '../../src/domain/answer.ts';
import { commandSpan } from '../../src/app/words/command-names.ts';
import type { Context } from '../../src/app/reply/command.ts';
import { describe } from '../../src/app/reply/subscription-line.ts';
import { done } from '../../src/app/reply/replies.ts';

export async function listed(guildId: string, context: Context): Promise<Answer> {
  const { say } = context;
  const subscriptions = await context.desk.list(guildId);
  if (subscriptions.length === 0) {
    const add = commandSpan('alerts add', say.language);
    return done(say.text('alerts.none'), [say.line('alerts.none-words', { command: add })]);
  }
  return {
    ...done(
      say.text('alerts.count', { count: subscriptions.length }),
      subscriptions.map((one) => describe(one, context)),
    ),
    ask: { command: 'alerts', about: 'list' },
  };
}
