/** Validates values against a schema and describes faults in plain words. */
import type { z } from 'zod';

/** `path` is the place in the file, such as `events[3].date`; empty for the file as a whole. */
export interface ValidationIssue {
  path: string;
  problem: string;
}

type ValidationResult<Value> = { status: 'ok'; value: Value } | { status: 'faulty'; faults: ValidationIssue[] };

export function validate<Value>(schema: z.ZodType<Value>, input: unknown): ValidationResult<Value> {
  const parsed = schema.safeParse(input, { error: plainErrorMap });
  if (parsed.success) return { status: 'ok', value: parsed.data };
  return { status: 'faulty', faults: parsed.error.issues.flatMap((issue) => issuesFrom(issue, [])) };
}

/** `['events', 3, 'date']` as `events[3].date`. */
export function formatPath(path: readonly PropertyKey[]): string {
  return path.reduce<string>((text, step) => {
    if (typeof step === 'number') return `${text}[${step}]`;
    const key = String(step).slice(0, 80);
    if (!/^[\w$]+$/.test(key)) return `${text}[${JSON.stringify(key)}]`;
    return text === '' ? key : `${text}.${key}`;
  }, '');
}

function issuesFrom(issue: z.core.$ZodIssue, parent: readonly PropertyKey[]): ValidationIssue[] {
  const path = [...parent, ...issue.path];
  if (issue.code === 'invalid_union') {
    const branch = findMatchingBranch(issue.errors);
    if (branch !== undefined) return branch.flatMap((inner) => issuesFrom(inner, path));
  }
  const problem = issue.code === 'invalid_key' ? (issue.issues[0]?.message ?? issue.message) : issue.message;
  return [{ path: formatPath(path), problem }];
}

/** Of a union's forms, the one whose outer shape fits: its faults are the useful ones. */
function findMatchingBranch(branches: z.core.$ZodIssue[][]): z.core.$ZodIssue[] | undefined {
  return branches.find((issues) => !issues.some(isTypeMismatch));
}

function isTypeMismatch(issue: z.core.$ZodIssue): boolean {
  if (issue.path.length > 0) return false;
  return issue.code === 'invalid_union'
    ? findMatchingBranch(issue.errors) === undefined
    : issue.code === 'invalid_type';
}

const plainErrorMap: z.core.$ZodErrorMap = (issue) => {
  if (issue.code !== 'invalid_type') return undefined;
  return issue.input === undefined ? 'is missing' : `must be ${TYPE_DESCRIPTIONS[issue.expected] ?? issue.expected}`;
};

const TYPE_DESCRIPTIONS: Readonly<Record<string, string>> = {
  string: 'text in double quotes',
  boolean: 'true or false',
  array: 'a list [ … ]',
  object: 'an object { … }',
  record: 'an object { … }',
};
