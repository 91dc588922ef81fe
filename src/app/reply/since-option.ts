/** The `since` option: a year, a month or a day, with common periods suggested. */
import { addDays } from '../../core/instants.ts';
import { type Answer, text } from '../../domain/answer.ts';
import type { CalendarDate } from '../../domain/vocabulary.ts';
import { formatDate } from '../words/format-date.ts';
import { type Choice, type CommandContext, OPTION_TYPE, type OptionData } from './command.ts';
import { problem } from './replies.ts';

const SUGGESTED_DAYS_BACK = [7, 30, 90, 365];
/** Of words that are no date, this much is repeated. */
const MAX_ECHOED_CHARACTERS = 40;

export const sinceOption = (description: string): OptionData => ({
  type: OPTION_TYPE.string,
  name: 'since',
  description,
  autocomplete: true,
});

/** Common periods while nothing is typed, then the date typed, if it is one. */
export function suggestSince(typed: string, { t, now }: CommandContext): Choice[] {
  const date = parsePartialDate(typed);
  if (date !== undefined) return [{ name: formatDate(date, t.language), value: date }];
  if (typed.trim() !== '') return [];
  return SUGGESTED_DAYS_BACK.map((days) => {
    const start = addDays(now, -days).slice(0, 10);
    return { name: t.text('since.days', { days, date: formatDate(start, t.language) }), value: start };
  });
}

/** Nothing typed gives an empty date: from the beginning. */
export function parseSince(
  words = '',
  { t }: CommandContext,
): { status: 'known'; date: CalendarDate } | { status: 'unknown'; answer: Answer } {
  const date = words.trim() === '' ? '' : parsePartialDate(words);
  if (date !== undefined) return { status: 'known', date };
  const explanation = t.text('since.unknown-words', { words: words.slice(0, MAX_ECHOED_CHARACTERS) });
  return { status: 'unknown', answer: problem(t.text('since.unknown'), text(explanation)) };
}

/** `2026`, `2026-05` or `2026-05-31`, if that day exists. */
function parsePartialDate(words: string): CalendarDate | undefined {
  const date = /^\d{4}(?:-\d{2}(?:-\d{2})?)?$/.exec(words.trim())?.[0];
  if (date === undefined) return undefined;
  const firstDay = `${date}-01-01`.slice(0, 10);
  const instant = new Date(`${firstDay}T00:00:00Z`);
  return !Number.isNaN(instant.getTime()) && instant.toISOString().startsWith(firstDay) ? date : undefined;
}
