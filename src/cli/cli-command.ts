/** What a command of the command line is, and how it takes its words. */
import { type ParseArgsConfig, parseArgs } from 'node:util';
import type { ClauseReader } from '../core/judge/clause-reader.ts';

/** What commands share, made once. */
export interface CliContext {
  clauseReader: ClauseReader;
}

export interface CliCommand {
  name: string;
  /** The words after the name, as `--help` shows them. */
  usage: string;
  /** One line for the overview. */
  summary: string;
  help: string;
  /** @throws UsageError, or an error with a `code`, whose message is one clear line. */
  run(args: string[], parts: CliContext): Promise<void>;
}

/** Bad input from the command line: its message is all that the user is shown. */
export class UsageError extends Error {
  readonly code = 'usage';
}

/** What is wrong with something: a single fault on the same line, several on lines of their own. */
export function usageErrorOf(what: string, faults: readonly string[]): UsageError {
  const [only = '', ...more] = faults;
  return new UsageError(
    more.length === 0 ? `${what}: ${only}` : `${what}:\n${faults.map((one) => `  ${one}`).join('\n')}`,
  );
}

type Options = NonNullable<ParseArgsConfig['options']>;

/** The command's words: `positionals` of the wanted number, and options by name. */
export function parseArguments<const T extends Options>(
  args: string[],
  options: T,
  { min: least = 0, max: most = least }: { min?: number; max?: number } = {},
) {
  const parsed = parse(args, options);
  if (parsed.positionals.length < least || parsed.positionals.length > most) {
    const wanted = least === most ? String(least) : `${least} to ${most}`;
    throw new UsageError(
      `${wanted} ${most === 1 ? 'argument is' : 'arguments are'} wanted, ${parsed.positionals.length} given; see --help`,
    );
  }
  return parsed;
}

function parse<const T extends Options>(args: string[], options: T) {
  try {
    return parseArgs({ args, options, allowPositionals: true });
  } catch (error) {
    // Node's further sentences are on words that begin with a dash.
    const complaint = String(error instanceof Error ? error.message : error).split(/\.? To specify |\.?\n/, 1)[0];
    throw new UsageError(`${complaint}; see --help`);
  }
}

export const JSON_OPTION = { json: { type: 'boolean' } } as const;
