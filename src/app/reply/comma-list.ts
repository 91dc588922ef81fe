/** Options that take several comma-separated values, such as platforms and topics: parsing them, and completing the last value. */
import { DISCORD_LIMITS } from '../../domain/discord-limits.ts';
import type { Choice } from './command.ts';

/** A value with the name members read. */
export interface NamedValue<Value extends string> {
  value: Value;
  name: string;
}

export const splitCommaList = (words: string): string[] =>
  words
    .split(',')
    .map((word) => word.trim())
    .filter((word) => word !== '');

/**
 * Parses names or values, ignoring case.
 * @returns `unknown` is the first word that is neither.
 */
export function parseCommaList<Value extends string>(
  words: string,
  known: readonly NamedValue<Value>[],
): { values: Value[]; unknown?: string } {
  const values: Value[] = [];
  for (const word of splitCommaList(words)) {
    const lowerCased = word.toLowerCase();
    const match = known.find(({ value, name }) => value === lowerCased || name.toLowerCase() === lowerCased);
    if (match === undefined) return { values, unknown: word };
    if (!values.includes(match.value)) values.push(match.value);
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
  const kept = before.flatMap((value) => known.find((item) => item.value === value) ?? []);
  return suggest(typed.slice(comma + 1).trim())
    .filter(({ value }) => !before.includes(value))
    .map((last) => [...kept, last])
    .map((all) => ({ name: all.map(({ name }) => name).join(', '), value: all.map(({ value }) => value).join(',') }))
    .filter(({ name, value }) => name.length <= DISCORD_LIMITS.choiceName && value.length <= DISCORD_LIMITS.choiceValue)
    .slice(0, DISCORD_LIMITS.choices);
}

/** The known values whose name contains what was typed. */
export const filterByName = <Value extends string>(known: readonly NamedValue<Value>[], typed: string) =>
  known.filter(({ name }) => name.toLowerCase().includes(typed.toLowerCase()));
