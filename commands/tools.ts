import type { Command } from '../src/app/reply/command.ts';
import { platformOption, resolvePlatform, suggestPlatformChoices } from '../src/app/reply/platform-option.ts';
import { sourceLinks } from '../src/app/reply/source-links.ts';
import { labelledLine } from '../src/app/words/labels.ts';
import type { Translator } from '../src/app/words/translator.ts';
import { type Answer, list, type Span, text } from '../src/domain/answer.ts';
import type { Platform } from '../src/domain/catalog.ts';

export const tools = {
  data: {
    name: 'tools',
    description: 'The AI tools a platform offers, and what each does',
    contexts: [0, 1, 2],
    integration_types: [0, 1],
    options: [platformOption('The platform', { required: true })],
  },
  async execute(request, context) {
    const named = resolvePlatform(request.options.platform ?? '', context);
    return named.status === 'unknown' ? named.answer : toolsAnswer(named.platform, context.t);
  },
  autocomplete: (_option, typed, _request, context) => suggestPlatformChoices(typed, context),
  optionsFromArgs: (about) => ({ platform: about }),
} satisfies Command;

function toolsAnswer({ id, name, homepage, tools: offered }: Platform, t: Translator): Answer {
  const lines: Span[][] = offered.map(({ name: tool, what, since, sources }) => [
    ...labelledLine(tool, t.local(what), t),
    ...(since ? [' ', ...t.line('tools.since', { date: { date: since } })] : []),
    ...sourceLinks(sources, t),
  ]);
  return {
    title: t.text('tools.title', { platform: name }),
    url: homepage,
    tone: 'neutral',
    blocks: lines.length > 0 ? [list(lines)] : [text(t.text('tools.nothing'))],
    footer: t.text('tools.footer'),
    call: { command: 'tools', args: id },
  };
}
