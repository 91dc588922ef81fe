/** What a member should know about a wish that is granted all the same. */
import type { Span } from '../../domain/answer.ts';
import type { Say } from '../words/translator.ts';
import type { ChannelView, Request } from './command.ts';

/** A role that not everybody may mention is named in the alert, and nobody is pinged. */
export function warnings({ roles }: Request, { mentionsAnyRole }: ChannelView, say: Say): Span[][] {
  const { role } = roles;
  if (role === undefined || role.mentionable || mentionsAnyRole) return [];
  return [say.line('alerts.not-mentionable', { role: { role: role.id } })];
}
