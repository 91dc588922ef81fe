import { serverLanguage } from '../../src/app/notify/guild-settings.ts';
import { type Answer, text } from '../../src/domain/answer.ts';
import { sayIn } from '../../src/app/words/translator.ts';
import { tagsOfAll } from '../../src/core/alerts/forum-tags.ts';
import type { Context, Request } from '../../src/app/reply/command.ts';
import { refuseForeign } from '../../src/app/reply/guild-ownership.ts';
import { done, lacking, refused } from '../../src/app/reply/replies.ts';

/** Posts a message that says it is a test, in the language alerts have there. */
export async function test(request: Request, guildId: string, context: Context): Promise<Answer> {
  const { say } = context;
  const channel = request.channels.channel ?? request.here;
  if (channel.missingPermissions.length > 0) return lacking(channel, say);
  const foreign = await refuseForeign({ channelId: channel.id }, guildId, context);
  if (foreign) return foreign;
  const there = sayIn(await serverLanguage(context.archive.store, guildId));
  const message: Answer = {
    language: there.language,
    title: there.text('alerts.test-title'),
    tone: 'neutral',
    blocks: [text(there.text('alerts.test-words'))],
  };
  // A post has the tags that the alerts of its forum have.
  const theirs = (await context.desk.list(guildId)).filter(({ channelId }) => channelId === channel.id);
  const forum = channel.forum ? { guildId, tagIds: tagsOfAll(theirs) ?? [] } : undefined;
  const outcome = await context.desk.test(channel.id, message, forum);
  if (outcome.status !== 'sent') return refused(say.text('alerts.test-failed', { detail: outcome.detail }), say);
  return done(say.text('alerts.test-sent'), [say.line('alerts.look-in', { channel: { channel: channel.id } })]);
}
