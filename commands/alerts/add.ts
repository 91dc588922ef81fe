/** `/alerts add`: subscribes a channel. */
import { MAX_SUBSCRIPTIONS_PER_GUILD } from '../../src/app/notify/subscription-service.ts';
import type { CommandContext, CommandRequest } from '../../src/app/reply/command.ts';
import { parseTags } from '../../src/app/reply/forum-tags.ts';
import { confirmation, refusal } from '../../src/app/reply/replies.ts';
import { subscriptionLine } from '../../src/app/reply/subscription-line.ts';
import { parseSubscriptionOptions } from '../../src/app/reply/subscription-options.ts';
import { checkTarget, mentionWarnings } from '../../src/app/reply/target-channel.ts';
import { commandSpan } from '../../src/app/words/command-names.ts';
import { ALERT_KINDS } from '../../src/domain/alert.ts';
import type { Answer } from '../../src/domain/answer.ts';

export async function add(request: CommandRequest, guildId: string, context: CommandContext): Promise<Answer> {
  const { t } = context;
  const parsed = parseSubscriptionOptions(request, context);
  if (parsed.status === 'refused') return parsed.answer;
  const channel = request.channels.channel ?? request.currentChannel;
  const refused = await checkTarget({ channel, roleId: request.roles.role?.id }, guildId, context);
  if (refused) return refused;
  const tagTarget = { channelId: channel.id, isForum: channel.forum ?? false };
  const tags = await parseTags(request.options.tags, tagTarget, guildId, context);
  if (tags.status === 'refused') return tags.answer;

  const outcome = await context.subscriptionService.add({
    platforms: [],
    topics: [],
    kinds: [...ALERT_KINDS],
    ...parsed.changes,
    guildId,
    channelId: channel.id,
    ...(tags.tagIds ? { tagIds: tags.tagIds } : {}),
    createdBy: request.userId,
  });
  switch (outcome.status) {
    case 'too-many':
      return refusal(t.text('alerts.too-many', { most: MAX_SUBSCRIPTIONS_PER_GUILD }), t);
    case 'already-there':
      return confirmation(t.text('alerts.already-there'), [
        t.line('alerts.already-there-words'),
        subscriptionLine(outcome.subscription, context),
      ]);
    case 'added':
      return confirmation(t.text('alerts.added'), [
        subscriptionLine(outcome.subscription, context),
        ...mentionWarnings(request, channel, t),
        t.line('alerts.first-sight', { command: commandSpan('alerts test', t.language) }),
      ]);
  }
}
