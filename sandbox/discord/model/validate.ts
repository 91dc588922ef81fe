/** Validates request bodies and reports errors as Discord does: code 50035 with a tree of errors. */
import type { z } from 'zod';
import { ApiError, type ErrorTree } from './api-error.ts';

/** @throws ApiError 50035 with an `errors` tree in the shape of the body */
export function parseBody<Value>(schema: z.ZodType<Value>, body: unknown): Value {
  const parsed = schema.safeParse(body, { reportInput: true });
  if (parsed.success) return parsed.data;
  throw new ApiError('invalid-body', buildErrorTree(parsed.error.issues));
}

/** An issue for `superRefine` with Discord's own `code`. */
export function customIssue(code: string, message: string, path: PropertyKey[] = []) {
  return { code: 'custom' as const, message, path, params: { code } };
}

export const requiredIssue = (path: PropertyKey[]) => customIssue('BASE_TYPE_REQUIRED', 'This field is required', path);

function buildErrorTree(issues: readonly z.core.$ZodIssue[]): ErrorTree {
  const tree: ErrorTree = {};
  for (const issue of issues) {
    let branch = tree;
    for (const step of issue.path) {
      branch[String(step)] ??= {};
      branch = branch[String(step)] as ErrorTree;
    }
    branch._errors = [...(branch._errors ?? []), errorOf(issue)];
  }
  return tree;
}

function errorOf(issue: z.core.$ZodIssue): { code: string; message: string } {
  switch (issue.code) {
    case 'custom':
      return { code: String(issue.params?.code), message: issue.message };
    case 'invalid_type':
      if (issue.input === undefined) return { code: 'BASE_TYPE_REQUIRED', message: 'This field is required' };
      return {
        code: TYPE_CODES[issue.expected] ?? 'MODEL_TYPE_CONVERT',
        message: `Must be of type ${issue.expected}.`,
      };
    case 'too_big':
      return issue.origin === 'number'
        ? { code: 'NUMBER_TYPE_MAX', message: `int value should be less than or equal to ${issue.maximum}.` }
        : { code: 'BASE_TYPE_MAX_LENGTH', message: `Must be ${issue.maximum} or fewer in length.` };
    case 'too_small':
      return issue.origin === 'number'
        ? { code: 'NUMBER_TYPE_MIN', message: `int value should be greater than or equal to ${issue.minimum}.` }
        : { code: 'BASE_TYPE_MIN_LENGTH', message: `Must be ${issue.minimum} or more in length.` };
    case 'invalid_value':
      return { code: 'BASE_TYPE_CHOICES', message: `Value must be one of {${issue.values.join(', ')}}.` };
    case 'invalid_format':
      return { code: 'STRING_TYPE_REGEX', message: 'String value did not match validation regex.' };
    default:
      return { code: 'BASE_TYPE_INVALID', message: issue.message };
  }
}

const TYPE_CODES: Readonly<Record<string, string>> = {
  string: 'STRING_TYPE_CONVERT',
  number: 'NUMBER_TYPE_COERCE',
  int: 'NUMBER_TYPE_COERCE',
  boolean: 'BOOLEAN_TYPE_CONVERT',
  array: 'LIST_TYPE_CONVERT',
};
