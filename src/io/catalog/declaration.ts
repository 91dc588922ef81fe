/** Reads how to read a document from a service file of an Open Terms Archive declarations repository. */
import type { Declaration } from '../../domain/catalog.ts';
import { check, type Fault, pathText } from './validate.ts';
import { declarationFrom } from './normalise.ts';
import { DECLARATION, SERVICE_FILE } from './schema.ts';

export type DeclarationResult = { status: 'ok'; declaration: Declaration } | { status: 'faulty'; faults: Fault[] };

/** Types named when the one asked for is not there. */
const TYPES_TOLD = 12;

/**
 * The declaration of one document.
 * @param json a service file, `{ name, terms: { TYPE: … } }`; the older key `documents` serves as well.
 * @param type such as `Terms of Service`; the file's other declarations are not looked at.
 */
export function readDeclarationFile(json: unknown, type: string): DeclarationResult {
  const file = check(SERVICE_FILE, json);
  if (file.status === 'faulty') return file;
  const key = file.value.terms === undefined ? 'documents' : 'terms';
  const all = file.value[key];
  if (all === undefined) return faulty('', 'has neither "terms" nor "documents"');
  if (!Object.hasOwn(all, type)) return faulty(key, `has no "${type}"; ${typesIn(all)}`);

  const checked = check(DECLARATION, all[type]);
  if (checked.status === 'ok') return { status: 'ok', declaration: declarationFrom(checked.value) };
  const above = pathText([key, type]);
  return {
    status: 'faulty',
    faults: checked.faults.map(({ path, problem }) => ({ path: path ? `${above}.${path}` : above, problem })),
  };
}

function typesIn(all: Record<string, unknown>): string {
  const types = Object.keys(all);
  if (types.length === 0) return 'it is empty: the service is no longer tracked';
  const told = types.slice(0, TYPES_TOLD).map((one) => one.slice(0, 60));
  return `there ${types.length === 1 ? 'is' : 'are'} ${told.join(', ')}${types.length > told.length ? ', …' : ''}`;
}

const faulty = (path: string, problem: string): DeclarationResult => ({
  status: 'faulty',
  faults: [{ path, problem }],
});
