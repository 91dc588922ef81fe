import { timeline as command } from '../../commands/timeline.ts';
import type { CliCommand } from './cli-command.ts';
import { runSlashCommand } from './run-slash-command.ts';

export const timeline: CliCommand = {
  name: 'timeline',
  usage: 'PLATFORM [--json]',
  summary: 'says what /timeline says, as text',
  help: 'Answers from the catalog and the store; nothing is fetched.',
  run: (args) => runSlashCommand(command, args),
};
