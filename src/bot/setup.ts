/** Loads configuration and catalog for programs that need them, or ends with all faults in one error. */
import type { Catalog } from '../domain/catalog.ts';
import { loadCatalog } from '../io/catalog/load.ts';
import { type Config, readConfig } from './config.ts';

/** The message is meant for the user. */
export class SetupError extends Error {
  readonly code = 'setup';
}

/** @throws SetupError */
export function requireConfig(): Config {
  const result = readConfig(process.env);
  if (result.status === 'ok') return result.config;
  throw new SetupError(describeFaults('the environment', result.faults));
}

/** @throws SetupError; nothing starts with half a catalog. */
export async function requireCatalog(dirs: readonly string[]): Promise<Catalog> {
  const result = await loadCatalog(dirs);
  if (result.status === 'ok') return result.catalog;
  const faults = result.faults.map(({ file, path, problem }) => `${file}${path ? ` ${path}` : ''}: ${problem}`);
  throw new SetupError(describeFaults('the catalog', faults));
}

function describeFaults(subject: string, faults: readonly string[]): string {
  return `${subject} has ${faults.length} fault${faults.length === 1 ? '' : 's'}:${listFaults(faults)}`;
}

/** A single fault goes on the same line, several go on lines of their own. */
export function listFaults(faults: readonly string[]): string {
  return faults.length === 1 ? ` ${faults[0]}` : faults.map((fault) => `\n  ${fault}`).join('');
}
