import { heading, list, type Span, text } from '../src/app/answer.ts';
import type { Command, CommandData } from './command.ts';

/** `/help` lists the other commands, so it is made from them. */
export function helpFor(others: readonly { data: CommandData }[]): Command {
  return {
    data: {
      name: 'help',
      description: 'What this bot does and what you can ask it',
      contexts: [0, 1, 2],
      integration_types: [0, 1],
    },
    async execute() {
      return {
        title: 'Clausewatch',
        tone: 'neutral',
        blocks: [
          text(
            'I read what music platforms say about AI in their terms, guidelines and newsrooms, notice when they change it, ' +
              'and tell the channels that care. Everything I say is a quote of a dated document or an event with its source.',
          ),
          heading('Ask me'),
          list(others.flatMap(commandLines)),
          heading('Be told'),
          text(
            'Members with Manage Server use ',
            { code: '/alerts add' },
            ' in the channel that should hear of changes, and ',
            { code: '/alerts test' },
            ' to see that it works.',
          ),
        ],
        ephemeral: true,
      };
    },
  };
}

function commandLines({ data }: { data: CommandData }): Span[][] {
  const subcommands = (data.options ?? []).filter(({ type }) => type === 1);
  if (subcommands.length === 0) return [[{ code: `/${data.name}` }, ` ${data.description}`]];
  return subcommands.map(({ name, description }) => [{ code: `/${data.name} ${name}` }, ` ${description}`]);
}
