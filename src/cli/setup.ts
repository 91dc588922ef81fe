/** Configuration and catalog for the commands that need them, with every fault told. */
import { type Config, readConfig } from '../config.ts';
import type { Catalog } from '../domain/catalog.ts';
import { loadCatalog } from '../io/catalog/load.ts';
import { usageErrorOf } from './cli-command.ts';

export function requireConfig(): Config {
  const result = readConfig(process.env);
  if (result.status === 'ok') return result.config;
  throw usageErrorOf(`the environment has ${pluralize(result.faults.length, 'fault')}`, result.faults);
}

/** @throws UsageError with every fault of every file: nothing starts half-loaded. */
export async function requireCatalog(dirs: readonly string[]): Promise<Catalog> {
  const result = await loadCatalog(dirs);
  if (result.status === 'ok') return result.catalog;
  const lines = result.faults.map(({ file, path, problem }) => `${file}${path ? ` ${path}` : ''}: ${problem}`);
  throw usageErrorOf(`the catalog has ${pluralize(result.faults.length, 'fault')}`, lines);
}

export const pluralize = (n: number, noun: string): string => `${n} ${noun}${n === 1 ? '' : 's'}`;
