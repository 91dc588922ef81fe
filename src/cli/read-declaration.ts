/** Reads Open Terms Archive declarations from service files. */
import { listFaults } from '../bot/setup.ts';
import type { Declaration } from '../domain/catalog.ts';
import { readDeclarationFile } from '../io/catalog/declaration.ts';
import { UsageError } from './cli-command.ts';
import { readJson } from './input.ts';

/** Reads each declaration once. */
export function createDeclarationReader(): (path: string, type: string) => Promise<Declaration> {
  const declarations = new Map<string, Promise<Declaration>>();
  return (path, type) => {
    const key = `${path}\0${type}`;
    const declaration = declarations.get(key) ?? readDeclaration(path, type);
    declarations.set(key, declaration);
    return declaration;
  };
}

/** @throws UsageError that lists the faults. */
export async function readDeclaration(path: string, type: string): Promise<Declaration> {
  const result = readDeclarationFile(await readJson(path), type);
  if (result.status === 'ok') return result.declaration;
  const faults = result.faults.map((fault) => `${fault.path}${fault.path ? ': ' : ''}${fault.problem}`);
  throw new UsageError(`${path} cannot be used:${listFaults(faults)}`);
}
