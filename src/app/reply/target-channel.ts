/** The channel and role an alert is meant for: whether the bot can post there, whose they are, and whether the role can be pinged. */
import { type Answer, type Span, text } from '../../domain/answer.ts';
import type { Translator } from '../words/translator.ts';
import type { CommandContext, CommandRequest, RequestChannel } from './command.ts';
import { problem, refusal } from './replies.ts';

/** @returns a refusal where permissions are missing or the channel or role belongs to another server, whatever the interaction claims. */
export async function checkTarget(
  { channel, roleId }: { channel?: RequestChannel; roleId?: string },
  guildId: string,
  { subscriptionService, t }: CommandContext,
): Promise<Answer | undefined> {
  if (channel && channel.missingPermissions.length > 0) return missingPermissionsAnswer(channel, t);
  if (channel === undefined && roleId === undefined) return undefined;
  switch (await subscriptionService.checkOwnership(guildId, { channelId: channel?.id, roleId })) {
    case 'own':
      return undefined;
    case 'foreign':
      return refusal(t.text('alerts.not-ours'), t);
    case 'unknown':
      return refusal(t.text('alerts.not-looked-up'), t);
  }
}

const missingPermissionsAnswer = ({ id, missingPermissions }: RequestChannel, t: Translator): Answer =>
  problem(
    t.text('alerts.cannot-post'),
    text(...t.line('alerts.lacking', { channel: { channel: id }, permissions: missingPermissions.join(', ') })),
    text(t.text('alerts.give-permissions')),
  );

/** A role that not everybody may mention appears in the alert, but nobody is pinged. */
export function mentionWarnings(
  { roles: { role } }: CommandRequest,
  { canMentionAnyRole }: RequestChannel,
  t: Translator,
): Span[][] {
  if (role === undefined || role.mentionable || canMentionAnyRole) return [];
  return [t.line('alerts.not-mentionable', { role: { role: role.id } })];
}
