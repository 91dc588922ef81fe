import { stance as command } from '../../commands/stance.ts';
import type { CliCommand } from './cli-command.ts';
import { runSlashCommand } from './run-slash-command.ts';

export const stance: CliCommand = {
  name: 'stance',
  usage: 'PLATFORM [--json]',
  summary: 'says what /stance says, as text',
  help: 'Answers from the catalog and the store; nothing is fetched.',
  run: (args) => runSlashCommand(command, args),
};
