import { MAX_SUBSCRIPTIONS_PER_GUILD } from '../../src/app/notify/subscription-service.ts';
import type { CommandContext, CommandRequest } from '../../src/app/reply/command.ts';
import { parseTags } from '../../src/app/reply/forum-tags.ts';
import { refuseUnlessOwned } from '../../src/app/reply/guild-ownership.ts';
import { mentionWarnings } from '../../src/app/reply/mention-warnings.ts';
import { confirmation, missingPermissionsAnswer, refusal } from '../../src/app/reply/replies.ts';
import { subscriptionLine } from '../../src/app/reply/subscription-line.ts';
import { parseSubscriptionOptions } from '../../src/app/reply/subscription-options.ts';
import { commandSpan } from '../../src/app/words/command-names.ts';
import { ALERT_KINDS } from '../../src/domain/alert.ts';
import type { Answer } from '../../src/domain/answer.ts';

export async function add(request: CommandRequest, guildId: string, context: CommandContext): Promise<Answer> {
  const { t: say } = context;
  const parsed = parseSubscriptionOptions(request, context);
  if (parsed.status === 'refused') return parsed.answer;
  const channel = request.channels.channel ?? request.currentChannel;
  if (channel.missingPermissions.length > 0) return missingPermissionsAnswer(channel, say);

  const foreign = await refuseUnlessOwned({ channelId: channel.id, roleId: request.roles.role?.id }, guildId, context);
  if (foreign) return foreign;

  const place = { channelId: channel.id, forum: channel.forum ?? false };
  const tags = await parseTags(request.options.tags, place, guildId, context);
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
      return refusal(say.text('alerts.too-many', { most: MAX_SUBSCRIPTIONS_PER_GUILD }), say);
    case 'already-there':
      return confirmation(say.text('alerts.already-there'), [
        say.line('alerts.already-there-words'),
        subscriptionLine(outcome.subscription, context),
      ]);
    case 'added':
      return confirmation(say.text('alerts.added'), [
        subscriptionLine(outcome.subscription, context),
        ...mentionWarnings(request, channel, say),
        say.line('alerts.first-sight', { command: commandSpan('alerts test', say.language) }),
      ]);
  }
}
