import type { Answer } from '../../src/domain/answer.ts';
import type { Subscription } from '../../src/domain/alert.ts';
import type { ChannelView, Context, Request } from '../../src/app/reply/command.ts';
import { describe } from '../../src/app/reply/subscription-line.ts';
import { refuseForeign } from '../../src/app/reply/guild-ownership.ts';
import { done, lacking, refused } from '../../src/app/reply/replies.ts';
import { readTags } from '../../src/app/reply/forum-tags.ts';
import { warnings } from '../../src/app/reply/mention-warnings.ts';
import { readWish } from '../../src/app/reply/subscription-options.ts';

/** Changes what was put in and keeps the rest. */
export async function edit(request: Request, guildId: string, context: Context): Promise<Answer> {
  const { say } = context;
  const wish = readWish(request, context);
  if (wish.status === 'refused') return wish.answer;
  const { channel } = request.channels;
  if (channel && channel.missingPermissions.length > 0) return lacking(channel, say);
  const { alert = '', tags: words } = request.options;
  const held = (await context.desk.list(guildId)).find(({ id }) => id === alert);
  if (held === undefined) return refused(say.text('alerts.unknown'), say);
  const foreign = await refuseForeign({ channelId: channel?.id, roleId: request.roles.role?.id }, guildId, context);
  if (foreign) return foreign;
  if (channel || words !== undefined) {
    const tags = await readTags(words, placeOf(held, channel), guildId, context);
    if (tags.status === 'refused') return tags.answer;
    wish.changes.tagIds = tags.tagIds;
  }
  const changed = await context.desk.change(guildId, alert, wish.changes);
  if (changed === undefined) return refused(say.text('alerts.unknown'), say);
  return done(say.text('alerts.changed'), [
    describe(changed, context),
    ...(channel ? warnings(request, channel, say) : []),
  ]);
}

/** Where it goes from now on; tags of another forum are of no use there. */
function placeOf({ channelId, tagIds }: Subscription, channel: ChannelView | undefined) {
  if (channel && channel.id !== channelId) return { channelId: channel.id, forum: channel.forum ?? false };
  return { channelId, forum: tagIds !== undefined, tagIds };
}
