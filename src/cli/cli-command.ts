/** Defines a command of the command line, and parses its arguments. */
import { type ParseArgsConfig, parseArgs } from 'node:util';
import type { ClauseReader } from '../core/judge/clause-reader.ts';

/** What commands share, created once. */
export interface CliContext {
  clauseReader: ClauseReader;
}

export interface CliCommand {
  name: string;
  /** The arguments after the name, as `--help` shows them. */
  usage: string;
  /** One line for the overview. */
  summary: string;
  help: string;
  /** @throws UsageError, or an error with a `code`, whose message is one clear line. */
  run(args: string[], context: CliContext): Promise<void>;
}

/** Bad input; the user sees its message and nothing else. */
export class UsageError extends Error {
  readonly code = 'usage';
}

type Options = NonNullable<ParseArgsConfig['options']>;

/** Parses options by name, and between `min` and `max` positionals (none by default). @throws UsageError */
export function parseArguments<const T extends Options>(
  args: string[],
  options: T,
  { min = 0, max = min }: { min?: number; max?: number } = {},
) {
  const parsed = parse(args, options);
  const { length } = parsed.positionals;
  if (length < min || length > max) {
    const expected = min === max ? String(min) : `${min} to ${max}`;
    throw new UsageError(`expected ${expected} argument${max === 1 ? '' : 's'}, got ${length}; see --help`);
  }
  return parsed;
}

function parse<const T extends Options>(args: string[], options: T) {
  try {
    return parseArgs({ args, options, allowPositionals: true });
  } catch (error) {
    // Node goes on to explain arguments that begin with a dash.
    const [problem] = String(error instanceof Error ? error.message : error).split(/\.? To specify |\.?\n/, 1);
    throw new UsageError(`${problem}; see --help`);
  }
}

export const JSON_OPTION = { json: { type: 'boolean' } } as const;
