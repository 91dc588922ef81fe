import { resolveGuildLanguage } from '../../src/app/notify/guild-settings.ts';
import type { CommandContext, CommandRequest } from '../../src/app/reply/command.ts';
import { refuseUnlessOwned } from '../../src/app/reply/guild-ownership.ts';
import { confirmation, missingPermissionsAnswer, refusal } from '../../src/app/reply/replies.ts';
import { translatorFor } from '../../src/app/words/translator.ts';
import { mergeForumTags } from '../../src/core/alerts/forum-tags.ts';
import { type Answer, text } from '../../src/domain/answer.ts';

/** Posts a message that says it is a test, in the language alerts have there. */
export async function test(request: CommandRequest, guildId: string, context: CommandContext): Promise<Answer> {
  const { t: say } = context;
  const channel = request.channels.channel ?? request.currentChannel;
  if (channel.missingPermissions.length > 0) return missingPermissionsAnswer(channel, say);
  const foreign = await refuseUnlessOwned({ channelId: channel.id }, guildId, context);
  if (foreign) return foreign;
  const there = translatorFor(await resolveGuildLanguage(context.readModel.store, guildId));
  const message: Answer = {
    language: there.language,
    title: there.text('alerts.test-title'),
    tone: 'neutral',
    blocks: [text(there.text('alerts.test-words'))],
  };
  // A post has the tags that the alerts of its forum have.
  const theirs = (await context.subscriptionService.list(guildId)).filter(({ channelId }) => channelId === channel.id);
  const forum = channel.forum ? { guildId, tagIds: mergeForumTags(theirs) ?? [] } : undefined;
  const outcome = await context.subscriptionService.sendTest(channel.id, message, forum);
  if (outcome.status !== 'sent') return refusal(say.text('alerts.test-failed', { detail: outcome.detail }), say);
  return confirmation(say.text('alerts.test-sent'), [say.line('alerts.look-in', { channel: { channel: channel.id } })]);
}
