import { type Answer, list, type Span, text } from '../src/domain/answer.ts';
import { sourceLinks } from '../src/app/reply/source-links.ts';
import type { Say } from '../src/app/words/translator.ts';
import { labelled } from '../src/app/words/labels.ts';
import type { Platform } from '../src/domain/catalog.ts';
import type { Command } from '../src/app/reply/command.ts';
import { namedPlatform, platformOption, suggest } from '../src/app/reply/platform-option.ts';

export const tools = {
  data: {
    name: 'tools',
    description: 'The AI tools a platform offers, and what each does',
    contexts: [0, 1, 2],
    integration_types: [0, 1],
    options: [platformOption('The platform', { required: true })],
  },
  async execute(request, context) {
    const named = namedPlatform(request.options.platform ?? '', context);
    return named.status === 'unknown' ? named.answer : toolsAnswer(named.platform, context.say);
  },
  autocomplete: (_option, typed, _request, context) => suggest(typed, context),
  optionsFor: (about) => ({ platform: about }),
} satisfies Command;

function toolsAnswer({ id, name, homepage, tools: offered }: Platform, say: Say): Answer {
  const lines: Span[][] = offered.map(({ name: tool, what, since, sources }) => [
    ...labelled(tool, say.local(what), say),
    ...(since ? [' ', ...say.line('tools.since', { date: { date: since } })] : []),
    ...sourceLinks(sources, say),
  ]);
  return {
    title: say.text('tools.title', { platform: name }),
    url: homepage,
    tone: 'neutral',
    blocks: lines.length > 0 ? [list(lines)] : [text(say.text('tools.nothing'))],
    footer: say.text('tools.footer'),
    ask: { command: 'tools', about: id },
  };
}
