import { stance as command } from '../../commands/stance.ts';
import { answerFromArchive } from './run-slash-command.ts';
import type { CliCommand } from './cli-command.ts';

export const stance: CliCommand = {
  name: 'stance',
  usage: 'PLATFORM [--json]',
  summary: 'says what /stance says, as text',
  help: 'Answers from the catalog and the store; nothing is fetched.',
  run: (args) => answerFromArchive(command, args),
};
