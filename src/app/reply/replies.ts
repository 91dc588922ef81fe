/** The short answers of `/alerts`: only the member who asked sees them. */
import { type Answer, list, type Span, text } from '../../domain/answer.ts';
import type { Say } from '../words/translator.ts';
import type { ChannelView } from './command.ts';

export const done = (title: string, lines: Span[][]): Answer => ({
  title,
  tone: 'neutral',
  blocks: [list(lines)],
  ephemeral: true,
});

export const refused = (why: string, say: Say): Answer => ({
  title: say.text('alerts.not-done'),
  tone: 'trouble',
  blocks: [text(why)],
  ephemeral: true,
});

/** What the bot would need in a channel and may not do. */
export const lacking = ({ id, missingPermissions }: ChannelView, say: Say): Answer => ({
  title: say.text('alerts.cannot-post'),
  tone: 'trouble',
  blocks: [
    text(...say.line('alerts.lacking', { channel: { channel: id }, permissions: missingPermissions.join(', ') })),
    text(say.text('alerts.give-permissions')),
  ],
  ephemeral: true,
});
