/** The `since` option: a date as exactly as one likes, with the usual spans of time suggested. */
import { type Answer, text } from '../../domain/answer.ts';
import type { CalendarDate } from '../../domain/vocabulary.ts';
import { formatDate } from '../words/format-date.ts';
import { type Choice, type CommandContext, OPTION_TYPE, type OptionData } from './command.ts';

/** Days back that are suggested: a week, a month, a quarter, a year. */
const SUGGESTED_DAYS_BACK = [7, 30, 90, 365];

export const sinceOption = (description: string): OptionData => ({
  type: OPTION_TYPE.string,
  name: 'since',
  description,
  autocomplete: true,
});

/** Spans of time while nothing is typed; then the date that was typed, if it is one. */
export function suggestSince(typed: string, { t: say, now }: CommandContext): Choice[] {
  const date = parsePartialDate(typed);
  if (date !== undefined) return [{ name: formatDate(date, say.language), value: date }];
  if (typed.trim() !== '') return [];
  return SUGGESTED_DAYS_BACK.map((days) => {
    const start = new Date(now.getTime() - days * 86_400_000).toISOString().slice(0, 10);
    return { name: say.text('since.days', { days, date: formatDate(start, say.language) }), value: start };
  });
}

/** What was asked for; nothing at all means from the beginning. */
export function parseSince(
  words: string | undefined,
  { t: say }: CommandContext,
): { status: 'known'; date: CalendarDate } | { status: 'unknown'; answer: Answer } {
  const date = words === undefined || words.trim() === '' ? '' : parsePartialDate(words);
  if (date !== undefined) return { status: 'known', date };
  return {
    status: 'unknown',
    answer: {
      title: say.text('since.unknown'),
      tone: 'trouble',
      blocks: [text(say.text('since.unknown-words', { words: (words ?? '').slice(0, 40) }))],
      ephemeral: true,
    },
  };
}

/** `2026`, `2026-05` or `2026-05-31`, if there is such a day. */
function parsePartialDate(words: string): CalendarDate | undefined {
  const date = /^\d{4}(?:-\d{2}(?:-\d{2})?)?$/.exec(words.trim())?.[0];
  if (date === undefined) return undefined;
  const whole = `${date}-01-01`.slice(0, 10);
  const at = new Date(`${whole}T00:00:00Z`);
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(whole) ? date : undefined;
}
