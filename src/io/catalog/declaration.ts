/** Reads how to read a document from a service file of an Open Terms Archive declarations repository. */
import type { Declaration } from '../../domain/catalog.ts';
import { declarationFrom } from './normalise.ts';
import { DECLARATION_SCHEMA, SERVICE_FILE_SCHEMA } from './schema.ts';
import { formatPath, type ValidationIssue, validate } from './validate.ts';

export type DeclarationResult =
  | { status: 'ok'; declaration: Declaration }
  | { status: 'faulty'; faults: ValidationIssue[] };

/** Types named when the one asked for is not there. */
const MAX_TYPES_LISTED = 12;

/**
 * The declaration of one document.
 * @param json a service file, `{ name, terms: { TYPE: … } }`; the older key `documents` serves as well.
 * @param type such as `Terms of Service`; the file's other declarations are not looked at.
 */
export function readDeclarationFile(json: unknown, type: string): DeclarationResult {
  const file = validate(SERVICE_FILE_SCHEMA, json);
  if (file.status === 'faulty') return file;
  const key = file.value.terms === undefined ? 'documents' : 'terms';
  const all = file.value[key];
  if (all === undefined) return invalid('', 'has neither "terms" nor "documents"');
  if (!Object.hasOwn(all, type)) return invalid(key, `has no "${type}"; ${typesIn(all)}`);

  const checked = validate(DECLARATION_SCHEMA, all[type]);
  if (checked.status === 'ok') return { status: 'ok', declaration: declarationFrom(checked.value) };
  const above = formatPath([key, type]);
  return {
    status: 'faulty',
    faults: checked.faults.map(({ path, problem }) => ({ path: path ? `${above}.${path}` : above, problem })),
  };
}

function typesIn(all: Record<string, unknown>): string {
  const types = Object.keys(all);
  if (types.length === 0) return 'it is empty: the service is no longer tracked';
  const told = types.slice(0, MAX_TYPES_LISTED).map((one) => one.slice(0, 60));
  return `there ${types.length === 1 ? 'is' : 'are'} ${told.join(', ')}${types.length > told.length ? ', …' : ''}`;
}

const invalid = (path: string, problem: string): DeclarationResult => ({
  status: 'faulty',
  faults: [{ path, problem }],
});
