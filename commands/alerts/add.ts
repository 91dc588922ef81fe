import { MOST_SUBSCRIPTIONS_PER_SERVER } from '../../src/app/notify/subscription-service.ts';
import type { Answer } from '../../src/domain/answer.ts';
import { commandSpan } from '../../src/app/words/command-names.ts';
import { ALERT_KINDS } from '../../src/domain/alert.ts';
import type { Context, Request } from '../../src/app/reply/command.ts';
import { describe } from '../../src/app/reply/subscription-line.ts';
import { refuseForeign } from '../../src/app/reply/guild-ownership.ts';
import { done, lacking, refused } from '../../src/app/reply/replies.ts';
import { readTags } from '../../src/app/reply/forum-tags.ts';
import { warnings } from '../../src/app/reply/mention-warnings.ts';
import { readWish } from '../../src/app/reply/subscription-options.ts';

export async function add(request: Request, guildId: string, context: Context): Promise<Answer> {
  const { say } = context;
  const wish = readWish(request, context);
  if (wish.status === 'refused') return wish.answer;
  const channel = request.channels.channel ?? request.here;
  if (channel.missingPermissions.length > 0) return lacking(channel, say);

  const foreign = await refuseForeign({ channelId: channel.id, roleId: request.roles.role?.id }, guildId, context);
  if (foreign) return foreign;

  const place = { channelId: channel.id, forum: channel.forum ?? false };
  const tags = await readTags(request.options.tags, place, guildId, context);
  if (tags.status === 'refused') return tags.answer;

  const outcome = await context.desk.add({
    platforms: [],
    topics: [],
    kinds: [...ALERT_KINDS],
    ...wish.changes,
    guildId,
    channelId: channel.id,
    ...(tags.tagIds ? { tagIds: tags.tagIds } : {}),
    createdBy: request.userId,
  });
  switch (outcome.status) {
    case 'too-many':
      return refused(say.text('alerts.too-many', { most: MOST_SUBSCRIPTIONS_PER_SERVER }), say);
    case 'already-there':
      return done(say.text('alerts.already-there'), [
        say.line('alerts.already-there-words'),
        describe(outcome.subscription, context),
      ]);
    case 'added':
      return done(say.text('alerts.added'), [
        describe(outcome.subscription, context),
        ...warnings(request, channel, say),
        say.line('alerts.first-sight', { command: commandSpan('alerts test', say.language) }),
      ]);
  }
}
