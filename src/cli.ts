#!/usr/bin/env node
/**
 * The command line: runs one command and exits 0, or 1 with one clear line on stderr. Each command is a file in src/cli/ with
 * `export const x: CliCommand`; to add one, list it in COMMANDS.
 */
import { config as loadDotenv } from 'dotenv';
import { stance } from '../commands/stance.ts';
import { timeline } from '../commands/timeline.ts';
import { check } from './cli/check.ts';
import { type CliCommand, UsageError } from './cli/cli-command.ts';
import { compare } from './cli/compare.ts';
import { explain } from './cli/explain.ts';
import { extract } from './cli/extract.ts';
import { feed } from './cli/feed.ts';
import { importHistory } from './cli/import.ts';
import { poll } from './cli/poll.ts';
import { exitOnUncaughtException, formatError } from './cli/process-errors.ts';
import { read } from './cli/read.ts';
import { register } from './cli/register.ts';
import { relevance } from './cli/relevance.ts';
import { replay } from './cli/replay.ts';
import { slashCommand } from './cli/run-slash-command.ts';
import { sandbox } from './cli/sandbox.ts';
import { start } from './cli/start.ts';
import { loadClauseReader } from './io/load-clause-reader.ts';

const COMMANDS: readonly CliCommand[] = [
  start,
  sandbox,
  register,
  check,
  poll,
  compare,
  extract,
  read,
  explain,
  feed,
  replay,
  importHistory,
  relevance,
  slashCommand('stance', stance),
  slashCommand('timeline', timeline),
];

async function main([name, ...args]: string[]): Promise<void> {
  if (name === undefined || name === '--help' || name === '-h' || name === 'help') {
    process.stdout.write(overview());
    return;
  }
  const command = COMMANDS.find((candidate) => candidate.name === name);
  if (command === undefined) throw new UsageError(`there is no command "${name}"; clausewatch --help lists them`);
  if (args.includes('--help') || args.includes('-h')) {
    process.stdout.write(`clausewatch ${command.name} ${command.usage}\n\n${command.help}\n`);
    return;
  }
  await command.run(args, { clauseReader: loadClauseReader() });
}

function overview(): string {
  const rows = COMMANDS.map(({ name, usage, summary }) => `  ${name} ${usage}\n      ${summary}`);
  return `clausewatch: watches what music platforms say about AI and reports changes\n\n${rows.join('\n')}\n\nEvery command has --help.\n`;
}

/** A broken pipe (`… | head`) is no error. */
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(0);
  throw error;
});

exitOnUncaughtException();
loadDotenv({ quiet: true });
main(process.argv.slice(2)).catch((error: unknown) => {
  process.stderr.write(`clausewatch: ${formatError(error)}\n`);
  process.exitCode = 1;
});
