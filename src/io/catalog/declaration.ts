/** Reads a document's declaration from a service file of an Open Terms Archive declarations repository. */
import type { Declaration } from '../../domain/catalog.ts';
import { declarationFrom } from './normalise.ts';
import { DECLARATION_SCHEMA, SERVICE_FILE_SCHEMA } from './schema.ts';
import { formatPath, type ValidationIssue, validate } from './validate.ts';

type DeclarationResult = { status: 'ok'; declaration: Declaration } | { status: 'faulty'; faults: ValidationIssue[] };

/** For the message about a missing type. */
const MAX_TYPES_LISTED = 12;

/**
 * @param json a service file, `{ name, terms: { TYPE: … } }`; the older key `documents` works too.
 * @param type such as `Terms of Service`; the file's other declarations are not validated.
 */
export function readDeclarationFile(json: unknown, type: string): DeclarationResult {
  const file = validate(SERVICE_FILE_SCHEMA, json);
  if (file.status === 'faulty') return file;
  const key = file.value.terms === undefined ? 'documents' : 'terms';
  const declarations = file.value[key];
  if (declarations === undefined) return invalid('', 'has neither "terms" nor "documents"');
  if (!Object.hasOwn(declarations, type)) return invalid(key, `has no "${type}"; ${listTypes(declarations)}`);

  const result = validate(DECLARATION_SCHEMA, declarations[type]);
  if (result.status === 'ok') return { status: 'ok', declaration: declarationFrom(result.value) };
  const parent = formatPath([key, type]);
  return {
    status: 'faulty',
    faults: result.faults.map(({ path, problem }) => ({ path: path ? `${parent}.${path}` : parent, problem })),
  };
}

function listTypes(declarations: Record<string, unknown>): string {
  const types = Object.keys(declarations);
  if (types.length === 0) return 'it is empty: the service is no longer tracked';
  const listed = types.slice(0, MAX_TYPES_LISTED).map((type) => type.slice(0, 60));
  return `it has ${listed.join(', ')}${types.length > listed.length ? ', …' : ''}`;
}

const invalid = (path: string, problem: string): DeclarationResult => ({
  status: 'faulty',
  faults: [{ path, problem }],
});
