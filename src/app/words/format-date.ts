/** Dates in words, in each language, as precise as they are known. */
import type { CalendarDate, Instant, Language } from '../../domain/vocabulary.ts';
import { INTL_LOCALES } from './translator.ts';

const formats = new Map<string, Intl.DateTimeFormat>();

/** `2024` → 2024, `2024-02` → February 2024, `2024-02-12` or an instant of that day → 12 February 2024. */
export function formatDate(date: CalendarDate | Instant, language: Language): string {
  const [year = '', month, day] = date.slice(0, 10).split('-');
  if (month === undefined) return year;
  const utcDay = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day ?? 1)));
  const words = formatFor(language, day !== undefined).format(utcDay);
  // Intl writes no ordinals; French uses one for the first of a month: 1er mars, 2 mars.
  return language === 'fr' && day === '01' ? words.replace(/^1 /, '1er ') : words;
}

function formatFor(language: Language, withDay: boolean): Intl.DateTimeFormat {
  const key = `${language} ${withDay}`;
  const format =
    formats.get(key) ??
    new Intl.DateTimeFormat(INTL_LOCALES[language], {
      timeZone: 'UTC',
      year: 'numeric',
      month: 'long',
      ...(withDay ? { day: 'numeric' } : {}),
    });
  formats.set(key, format);
  return format;
}
