/** What a server's admins are told, once, when alerts cannot be posted any more: silence is never to be a fault. */
import { createHash } from 'node:crypto';
import type { Language, Subscription } from '../../domain.ts';
import { type Answer, text } from '../answers/answer.ts';
import { commandSpan } from '../words/command-names.ts';
import { sayIn } from '../words/say.ts';

export function noticeOf(
  channelId: string,
  { detail }: NonNullable<Subscription['trouble']>,
  language: Language,
): Answer {
  const say = sayIn(language);
  return {
    title: say.text('notice.title'),
    tone: 'trouble',
    blocks: [
      text(...say.line('notice.words', { channel: { channel: channelId }, detail })),
      text(...say.line('notice.kept', { command: commandSpan('alerts list', language) })),
    ],
    language,
  };
}

/** One notice a trouble, whatever happens in between. */
export function noticeNonce(channelId: string, since: string): string {
  return createHash('sha256').update(`notice ${channelId} ${since}`).digest('hex').slice(0, 25);
}
