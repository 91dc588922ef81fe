/** `/alerts test`: posts a test message, in the language and with the tags that alerts have in that channel. */
import { resolveGuildLanguage } from '../../src/app/notify/guild-settings.ts';
import type { CommandContext, CommandRequest } from '../../src/app/reply/command.ts';
import { confirmation, refusal } from '../../src/app/reply/replies.ts';
import { checkTarget } from '../../src/app/reply/target-channel.ts';
import { translatorFor } from '../../src/app/words/translator.ts';
import { mergeForumTags } from '../../src/core/alerts/forum-tags.ts';
import { type Answer, text } from '../../src/domain/answer.ts';

export async function test(request: CommandRequest, guildId: string, context: CommandContext): Promise<Answer> {
  const { subscriptionService, readModel, t } = context;
  const channel = request.channels.channel ?? request.currentChannel;
  const refused = await checkTarget({ channel }, guildId, context);
  if (refused) return refused;
  const guildTranslator = translatorFor(await resolveGuildLanguage(readModel.store, guildId));
  const message: Answer = {
    language: guildTranslator.language,
    title: guildTranslator.text('alerts.test-title'),
    tone: 'neutral',
    blocks: [text(guildTranslator.text('alerts.test-words'))],
  };
  const subscriptions = (await subscriptionService.list(guildId)).filter(({ channelId }) => channelId === channel.id);
  const forum = channel.forum ? { guildId, tagIds: mergeForumTags(subscriptions) ?? [] } : undefined;
  const outcome = await subscriptionService.sendTest(channel.id, message, forum);
  if (outcome.status !== 'sent') return refusal(t.text('alerts.test-failed', { detail: outcome.detail }), t);
  return confirmation(t.text('alerts.test-sent'), [t.line('alerts.look-in', { channel: { channel: channel.id } })]);
}
