/** What a member should know about a wish that is granted all the same. */
import type { Span } from '../../domain/answer.ts';
import type { Translator } from '../words/translator.ts';
import type { CommandRequest, RequestChannel } from './command.ts';

/** A role that not everybody may mention is named in the alert, and nobody is pinged. */
export function mentionWarnings(
  { roles }: CommandRequest,
  { canMentionAnyRole: mentionsAnyRole }: RequestChannel,
  t: Translator,
): Span[][] {
  const { role } = roles;
  if (role === undefined || role.mentionable || mentionsAnyRole) return [];
  return [t.line('alerts.not-mentionable', { role: { role: role.id } })];
}
