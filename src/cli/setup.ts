/** Configuration and catalog for the commands that need them, with every fault told. */
import { type Config, readConfig } from '../config.ts';
import type { Catalog } from '../domain/catalog.ts';
import { loadCatalog } from '../io/catalog/load.ts';
import { faultsOf } from './cli-command.ts';

export function configured(): Config {
  const result = readConfig(process.env);
  if (result.status === 'ok') return result.config;
  throw faultsOf(`the environment has ${count(result.faults.length, 'fault')}`, result.faults);
}

/** @throws UsageError with every fault of every file: nothing starts half-loaded. */
export async function catalogFrom(dirs: readonly string[]): Promise<Catalog> {
  const result = await loadCatalog(dirs);
  if (result.status === 'ok') return result.catalog;
  const lines = result.faults.map(({ file, path, problem }) => `${file}${path ? ` ${path}` : ''}: ${problem}`);
  throw faultsOf(`the catalog has ${count(result.faults.length, 'fault')}`, lines);
}

export const count = (n: number, noun: string): string => `${n} ${noun}${n === 1 ? '' : 's'}`;
