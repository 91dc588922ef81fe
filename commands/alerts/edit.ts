/** `/alerts edit`: changes what was given and keeps the rest. */
import type { CommandContext, CommandRequest, RequestChannel } from '../../src/app/reply/command.ts';
import { parseTags } from '../../src/app/reply/forum-tags.ts';
import { confirmation, refusal } from '../../src/app/reply/replies.ts';
import { subscriptionLine } from '../../src/app/reply/subscription-line.ts';
import { parseSubscriptionOptions } from '../../src/app/reply/subscription-options.ts';
import { checkTarget, mentionWarnings } from '../../src/app/reply/target-channel.ts';
import type { Subscription } from '../../src/domain/alert.ts';
import type { Answer } from '../../src/domain/answer.ts';

export async function edit(request: CommandRequest, guildId: string, context: CommandContext): Promise<Answer> {
  const { subscriptionService, t } = context;
  const parsed = parseSubscriptionOptions(request, context);
  if (parsed.status === 'refused') return parsed.answer;
  const { channel } = request.channels;
  const { alert = '', tags: tagWords } = request.options;
  const current = (await subscriptionService.list(guildId)).find(({ id }) => id === alert);
  if (current === undefined) return refusal(t.text('alerts.unknown'), t);
  const refused = await checkTarget({ channel, roleId: request.roles.role?.id }, guildId, context);
  if (refused) return refused;

  const hasNewTags = channel !== undefined || tagWords !== undefined;
  const tags = hasNewTags ? await parseTags(tagWords, tagTarget(current, channel), guildId, context) : undefined;
  if (tags?.status === 'refused') return tags.answer;
  const changes = tags ? { ...parsed.changes, tagIds: tags.tagIds } : parsed.changes;
  const changed = await subscriptionService.change(guildId, alert, changes);
  if (changed === undefined) return refusal(t.text('alerts.unknown'), t);
  return confirmation(t.text('alerts.changed'), [
    subscriptionLine(changed, context),
    ...(channel ? mentionWarnings(request, channel, t) : []),
  ]);
}

/** Tags of one forum mean nothing in another channel. */
function tagTarget({ channelId, tagIds }: Subscription, channel: RequestChannel | undefined) {
  if (channel && channel.id !== channelId) return { channelId: channel.id, isForum: channel.forum ?? false };
  return { channelId, isForum: tagIds !== undefined, tagIds };
}
