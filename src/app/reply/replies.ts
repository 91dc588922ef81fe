/** Short replies that only the member who asked can see: problems, refusals and confirmations. */
import { type Answer, type Block, list, type Span, text } from '../../domain/answer.ts';
import { commandSpan } from '../words/command-names.ts';
import type { Translator } from '../words/translator.ts';

export const problem = (title: string, ...blocks: Block[]): Answer => ({
  title,
  tone: 'trouble',
  blocks,
  ephemeral: true,
});

/** Nothing was changed, and why. */
export const refusal = (reason: string, t: Translator): Answer => problem(t.text('alerts.not-done'), text(reason));

export const confirmation = (title: string, lines: Span[][]): Answer => ({
  title,
  tone: 'neutral',
  blocks: [list(lines)],
  ephemeral: true,
});

export const noAlertsReply = (t: Translator): Answer =>
  confirmation(t.text('alerts.none'), [
    t.line('alerts.none-words', { command: commandSpan('alerts add', t.language) }),
  ]);
