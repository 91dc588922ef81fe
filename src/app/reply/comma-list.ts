/** Options that take several values with commas between, such as platforms and topics: reading them, and completing the last. */
import { type Choice, MAX_SUGGESTIONS } from './command.ts';

/** Discord's limit to a suggestion's name and value, in characters. */
const MAX_CHOICE_LENGTH = 100;

/** A value with the name members read. */
export interface NamedValue<Value extends string> {
  value: Value;
  name: string;
}

/** What was typed between commas, without what is empty. */
export const splitCommaList = (words: string): string[] =>
  words
    .split(',')
    .map((word) => word.trim())
    .filter((word) => word !== '');

/**
 * Values by the names or values that were typed, whatever the case.
 * @returns nothing in `unknown` where all were understood.
 */
export function parseCommaList<Value extends string>(
  words: string,
  known: readonly NamedValue<Value>[],
): { values: Value[]; unknown?: string } {
  const values: Value[] = [];
  for (const word of splitCommaList(words)) {
    const wanted = word.toLowerCase();
    const found = known.find(({ value, name }) => value === wanted || name.toLowerCase() === wanted);
    if (found === undefined) return { values, unknown: word };
    if (!values.includes(found.value)) values.push(found.value);
  }
  return { values };
}

/**
 * Completes the last of several values and keeps those before it.
 * @param suggest values for what is typed of the last one, best first.
 */
export function suggestCommaList<Value extends string>(
  typed: string,
  known: readonly NamedValue<Value>[],
  suggest: (last: string) => readonly NamedValue<Value>[],
): Choice[] {
  const comma = typed.lastIndexOf(',');
  const { values: before } = parseCommaList(comma < 0 ? '' : typed.slice(0, comma), known);
  const kept = before.flatMap((value) => known.find((one) => one.value === value) ?? []);
  return suggest(typed.slice(comma + 1).trim())
    .filter(({ value }) => !before.includes(value))
    .map((last) => [...kept, last])
    .map((all) => ({ name: all.map(({ name }) => name).join(', '), value: all.map(({ value }) => value).join(',') }))
    .filter(({ name, value }) => name.length <= MAX_CHOICE_LENGTH && value.length <= MAX_CHOICE_LENGTH)
    .slice(0, MAX_SUGGESTIONS);
}
