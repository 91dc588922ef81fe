import { type Command, type CommandData, MESSAGE_COMMAND_TYPE, OPTION_TYPE } from '../src/app/reply/command.ts';
import { COMMAND_NAMES, commandSpan, messageMenuName } from '../src/app/words/command-names.ts';
import type { Translator } from '../src/app/words/translator.ts';
import { heading, list, type Span, text } from '../src/domain/answer.ts';

/** `/help` lists the other commands, so it is made from them. */
export function createHelpCommand(others: readonly { data: CommandData }[]): Command {
  return {
    data: {
      name: 'help',
      description: 'What this bot does and what you can ask it',
      contexts: [0, 1, 2],
      integration_types: [0, 1],
    },
    async execute(_request, { t: say }) {
      return {
        title: 'Clausewatch',
        tone: 'neutral',
        blocks: [
          text(say.text('help.what')),
          heading(say.text('help.ask')),
          list(others.flatMap(({ data }) => commandLines(data, say))),
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

function commandLines({ type, name, description, options = [] }: CommandData, t: Translator): Span[][] {
  const { language } = t;
  if (type === MESSAGE_COMMAND_TYPE)
    return [[{ bold: messageMenuName(name, language) }, ` ${t.text('help.message-menu')}`]];
  const subcommands = options.filter((option) => option.type === OPTION_TYPE.subcommand);
  const lines =
    subcommands.length === 0
      ? [{ path: name, description }]
      : subcommands.map((one) => ({ path: `${name} ${one.name}`, description: one.description }));
  return lines.map((line) => {
    const words = language === 'en' ? line.description : COMMAND_NAMES[language][line.path]?.description;
    return [commandSpan(line.path, language), ` ${words ?? line.description ?? ''}`];
  });
}
