/** Holds what was written against its schema, and tells what is wrong in plain words. */
import type { z } from 'zod';

/** `path` is where in the file, such as `events[3].date`; empty for the file as a whole. */
export interface Fault {
  path: string;
  problem: string;
}

export type Checked<Value> = { status: 'ok'; value: Value } | { status: 'faulty'; faults: Fault[] };

export function check<Value>(schema: z.ZodType<Value>, written: unknown): Checked<Value> {
  const parsed = schema.safeParse(written, { error: inPlainWords });
  if (parsed.success) return { status: 'ok', value: parsed.data };
  return { status: 'faulty', faults: parsed.error.issues.flatMap((issue) => faultsOf(issue, [])) };
}

/** `['events', 3, 'date']` as `events[3].date`. */
export function pathText(path: readonly PropertyKey[]): string {
  return path.reduce<string>((text, step) => {
    if (typeof step === 'number') return `${text}[${step}]`;
    const key = String(step).slice(0, 80);
    if (!/^[\w$]+$/.test(key)) return `${text}[${JSON.stringify(key)}]`;
    return text === '' ? key : `${text}.${key}`;
  }, '');
}

function faultsOf(issue: z.core.$ZodIssue, above: readonly PropertyKey[]): Fault[] {
  const path = [...above, ...issue.path];
  if (issue.code === 'invalid_union') {
    const meant = branchMeant(issue.errors);
    if (meant !== undefined) return meant.flatMap((inner) => faultsOf(inner, path));
  }
  const problem = issue.code === 'invalid_key' ? (issue.issues[0]?.message ?? issue.message) : issue.message;
  return [{ path: pathText(path), problem }];
}

/** Of several forms the writer could have used, the one whose outer shape fits: its faults are the ones to tell. */
function branchMeant(branches: z.core.$ZodIssue[][]): z.core.$ZodIssue[] | undefined {
  return branches.find((issues) => !issues.some(isOfAnotherShape));
}

function isOfAnotherShape(issue: z.core.$ZodIssue): boolean {
  if (issue.path.length > 0) return false;
  return issue.code === 'invalid_union' ? branchMeant(issue.errors) === undefined : issue.code === 'invalid_type';
}

const inPlainWords: z.core.$ZodErrorMap = (issue) => {
  if (issue.code !== 'invalid_type') return undefined;
  return issue.input === undefined ? 'is missing' : `must be ${EXPECTED[issue.expected] ?? issue.expected}`;
};

const EXPECTED: Readonly<Record<string, string>> = {
  string: 'text in double quotes',
  boolean: 'true or false',
  array: 'a list [ … ]',
  object: 'an object { … }',
  record: 'an object { … }',
};
