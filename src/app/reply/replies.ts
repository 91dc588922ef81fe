/** The short answers of `/alerts`: only the member who asked sees them. */
import { type Answer, list, type Span, text } from '../../domain/answer.ts';
import type { Translator } from '../words/translator.ts';
import type { RequestChannel } from './command.ts';

export const confirmation = (title: string, lines: Span[][]): Answer => ({
  title,
  tone: 'neutral',
  blocks: [list(lines)],
  ephemeral: true,
});

export const refusal = (why: string, t: Translator): Answer => ({
  title: t.text('alerts.not-done'),
  tone: 'trouble',
  blocks: [text(why)],
  ephemeral: true,
});

/** What the bot would need in a channel and may not do. */
export const missingPermissionsAnswer = ({ id, missingPermissions }: RequestChannel, t: Translator): Answer => ({
  title: t.text('alerts.cannot-post'),
  tone: 'trouble',
  blocks: [
    text(...t.line('alerts.lacking', { channel: { channel: id }, permissions: missingPermissions.join(', ') })),
    text(t.text('alerts.give-permissions')),
  ],
  ephemeral: true,
});
