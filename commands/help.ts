/** `/help`: what the bot does, and its commands. */
import {
  type Command,
  type CommandData,
  MESSAGE_COMMAND_TYPE,
  OPTION_TYPE,
  USABLE_ANYWHERE,
} from '../src/app/reply/command.ts';
import { COMMAND_NAMES, commandSpan, messageMenuName } from '../src/app/words/command-names.ts';
import type { Translator } from '../src/app/words/translator.ts';
import { heading, list, type Span, text } from '../src/domain/answer.ts';

/** @param others the commands it lists. */
export function createHelpCommand(others: readonly { data: CommandData }[]): Command {
  return {
    data: { name: 'help', description: 'What this bot does and what you can ask it', ...USABLE_ANYWHERE },
    async execute(_request, { t }) {
      return {
        title: 'Clausewatch',
        tone: 'neutral',
        blocks: [
          text(t.text('help.what')),
          heading(t.text('help.ask')),
          list(others.flatMap(({ data }) => commandLines(data, t))),
          heading(t.text('help.be-told')),
          text(
            ...t.line('help.alerts', {
              add: commandSpan('alerts add', t.language),
              test: commandSpan('alerts test', t.language),
            }),
          ),
        ],
        ephemeral: true,
      };
    },
  };
}

/** One line, or one for each subcommand. */
function commandLines({ type, name, description, options = [] }: CommandData, t: Translator): Span[][] {
  const { language } = t;
  if (type === MESSAGE_COMMAND_TYPE) {
    return [[{ bold: messageMenuName(name, language) }, ` ${t.text('help.message-menu')}`]];
  }
  const subcommands = options.filter((option) => option.type === OPTION_TYPE.subcommand);
  const entries =
    subcommands.length === 0
      ? [{ path: name, description }]
      : subcommands.map((subcommand) => ({ path: `${name} ${subcommand.name}`, description: subcommand.description }));
  return entries.map((entry) => {
    const translated = language === 'en' ? undefined : COMMAND_NAMES[language][entry.path]?.description;
    return [commandSpan(entry.path, language), ` ${translated ?? entry.description ?? ''}`];
  });
}
