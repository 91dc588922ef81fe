import { heading, list, type Span, text } from '../src/app/answer.ts';
import { COMMAND_NAMES, commandSpan } from '../src/app/command-names.ts';
import type { Language } from '../src/domain.ts';
import { type Command, type CommandData, OPTION } from './command.ts';

/** `/help` lists the other commands, so it is made from them. */
export function helpFor(others: readonly { data: CommandData }[]): Command {
  return {
    data: {
      name: 'help',
      description: 'What this bot does and what you can ask it',
      contexts: [0, 1, 2],
      integration_types: [0, 1],
    },
    async execute(_request, { say }) {
      return {
        title: 'Clausewatch',
        tone: 'neutral',
        blocks: [
          text(say.text('help.what')),
          heading(say.text('help.ask')),
          list(others.flatMap(({ data }) => commandLines(data, say.language))),
          heading(say.text('help.be-told')),
          text(
            ...say.line('help.alerts', {
              add: commandSpan('alerts add', say.language),
              test: commandSpan('alerts test', say.language),
            }),
          ),
        ],
        ephemeral: true,
      };
    },
  };
}

function commandLines(data: CommandData, language: Language): Span[][] {
  const subcommands = (data.options ?? []).filter(({ type }) => type === OPTION.subcommand);
  const named = subcommands.length === 0 ? [data] : subcommands;
  return named.map(({ name, description }) => {
    const path = named === subcommands ? `${data.name} ${name}` : name;
    const words = language === 'en' ? description : (COMMAND_NAMES[language][path]?.description ?? description);
    return [commandSpan(path, language), ` ${words}`];
  });
}
