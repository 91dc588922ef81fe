import type { CommandContext, CommandRequest, RequestChannel } from '../../src/app/reply/command.ts';
import { parseTags } from '../../src/app/reply/forum-tags.ts';
import { refuseUnlessOwned } from '../../src/app/reply/guild-ownership.ts';
import { mentionWarnings } from '../../src/app/reply/mention-warnings.ts';
import { confirmation, missingPermissionsAnswer, refusal } from '../../src/app/reply/replies.ts';
import { subscriptionLine } from '../../src/app/reply/subscription-line.ts';
import { parseSubscriptionOptions } from '../../src/app/reply/subscription-options.ts';
import type { Subscription } from '../../src/domain/alert.ts';
import type { Answer } from '../../src/domain/answer.ts';

/** Changes what was put in and keeps the rest. */
export async function edit(request: CommandRequest, guildId: string, context: CommandContext): Promise<Answer> {
  const { t: say } = context;
  const wish = parseSubscriptionOptions(request, context);
  if (wish.status === 'refused') return wish.answer;
  const { channel } = request.channels;
  if (channel && channel.missingPermissions.length > 0) return missingPermissionsAnswer(channel, say);
  const { alert = '', tags: words } = request.options;
  const held = (await context.subscriptionService.list(guildId)).find(({ id }) => id === alert);
  if (held === undefined) return refusal(say.text('alerts.unknown'), say);
  const foreign = await refuseUnlessOwned({ channelId: channel?.id, roleId: request.roles.role?.id }, guildId, context);
  if (foreign) return foreign;
  if (channel || words !== undefined) {
    const tags = await parseTags(words, tagTarget(held, channel), guildId, context);
    if (tags.status === 'refused') return tags.answer;
    wish.changes.tagIds = tags.tagIds;
  }
  const changed = await context.subscriptionService.change(guildId, alert, wish.changes);
  if (changed === undefined) return refusal(say.text('alerts.unknown'), say);
  return confirmation(say.text('alerts.changed'), [
    subscriptionLine(changed, context),
    ...(channel ? mentionWarnings(request, channel, say) : []),
  ]);
}

/** Where it goes from now on; tags of another forum are of no use there. */
function tagTarget({ channelId, tagIds }: Subscription, channel: RequestChannel | undefined) {
  if (channel && channel.id !== channelId) return { channelId: channel.id, forum: channel.forum ?? false };
  return { channelId, forum: tagIds !== undefined, tagIds };
}
