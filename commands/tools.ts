/** `/tools`: the AI tools a platform offers. */
import type { CommandContext } from '../src/app/reply/command.ts';
import { platformCommand } from '../src/app/reply/platform-command.ts';
import { sourceLinks } from '../src/app/reply/source-links.ts';
import { labelledLine } from '../src/app/words/labels.ts';
import { type Answer, list, type Span, text } from '../src/domain/answer.ts';
import type { Platform } from '../src/domain/catalog.ts';

export const tools = platformCommand({
  name: 'tools',
  description: 'The AI tools a platform offers, and what each does',
  answer: toolsAnswer,
});

function toolsAnswer(platform: Platform, { t }: CommandContext): Answer {
  const lines: Span[][] = platform.tools.map(({ name, what, since, sources }) => [
    ...labelledLine(name, t.local(what), t),
    ...(since ? [' ', ...t.line('tools.since', { date: { date: since } })] : []),
    ...sourceLinks(sources, t),
  ]);
  return {
    title: t.text('tools.title', { platform: platform.name }),
    url: platform.homepage,
    tone: 'neutral',
    blocks: lines.length > 0 ? [list(lines)] : [text(t.text('tools.nothing'))],
    footer: t.text('tools.footer'),
    call: { command: 'tools', args: platform.id },
  };
}
