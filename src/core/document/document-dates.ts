/** Finds the dates a document prints about itself: when it was last updated, and from when it will apply. */
import type { CalendarDate, Instant } from '../../domain/vocabulary.ts';
import { plainText } from '../text/normalise-text.ts';

/** The line with the date is near the top or at the very end. */
const TOP_CHARS = 6000;
const BOTTOM_CHARS = 1500;

/** What announces the date, in seven languages. */
const LAST_UPDATED_PHRASE =
  /(?:last (?:updated?|modified|revised|changed)|updated|effective(?: (?:date|as of|from))?|in effect (?:since|from|as of)|revised|version(?: of)?|dernière (?:mise à jour|modification)|mise? à jour|en vigueur|date d[’']effet|stand|zuletzt (?:aktualisiert|geändert)|letzte (?:aktualisierung|änderung)|gültig ab|última (?:actualización|modificación|atualização|alteração)|actualizado|atualizado|vigente desde|ultim[ao] (?:aggiornamento|modifica)|aggiornat[oa]|in vigore)/i;

const MONTHS: readonly (readonly string[])[] = [
  ['january', 'jan', 'janvier', 'januar', 'jänner', 'enero', 'gennaio', 'janeiro'],
  ['february', 'feb', 'février', 'februar', 'febrero', 'febbraio', 'fevereiro'],
  ['march', 'mar', 'mars', 'märz', 'marzo', 'março'],
  ['april', 'apr', 'avril', 'abril', 'aprile'],
  ['may', 'mai', 'mayo', 'maggio', 'maio'],
  ['june', 'jun', 'juin', 'juni', 'junio', 'giugno', 'junho'],
  ['july', 'jul', 'juillet', 'juli', 'julio', 'luglio', 'julho'],
  ['august', 'aug', 'août', 'agosto'],
  ['september', 'sep', 'sept', 'septembre', 'septiembre', 'settembre', 'setembro'],
  ['october', 'oct', 'octobre', 'oktober', 'octubre', 'ottobre', 'outubro'],
  ['november', 'nov', 'novembre', 'noviembre'],
  ['december', 'dec', 'décembre', 'dezember', 'dez', 'diciembre', 'dicembre', 'dezembro'],
];
const MONTH_NUMBER = new Map(MONTHS.flatMap((names, i) => names.map((name) => [name, i + 1] as const)));

const ISO = /(\d{4})-(\d{2})-(\d{2})/;
/** 12 May 2025, 12. Mai 2025, 12 de mayo de 2025 */
const DAY_FIRST = /(\d{1,2})(?:st|nd|rd|th|er|º|\.)?(?: de| of)? (\p{L}{3,12})\.?,?(?: de)? (\d{4})/u;
/** May 12, 2025 */
const MONTH_FIRST = /(\p{L}{3,12})\.? (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})/u;
/** 12.5.2025; wherever dots are used the day comes first. */
const DOTTED = /(\d{1,2})\.(\d{1,2})\.(\d{4})/;

/** Between the announcement and the end of its date. */
const MAX_CHARS_TO_DATE = 60;

/** The first date announced, if any. `12/05/2025` does not count, because it has two meanings. */
export function findStatedDate(markdown: string): CalendarDate | undefined {
  const searched =
    markdown.length > TOP_CHARS + BOTTOM_CHARS
      ? `${markdown.slice(0, TOP_CHARS)}\n${markdown.slice(-BOTTOM_CHARS)}`
      : markdown;
  for (const line of searched.split('\n')) {
    const text = plainText(line);
    const phrase = LAST_UPDATED_PHRASE.exec(text);
    if (phrase === null) continue;
    const date = parseDate(text.slice(phrase.index, phrase.index + phrase[0].length + MAX_CHARS_TO_DATE));
    if (date !== undefined) return date;
  }
  return undefined;
}

/** What announces when a text takes effect. */
const EFFECTIVE_PHRASE =
  /(?:(?:takes?|come[s]?|coming|going|goes) into (?:effect|force)|take[s]? effect|(?:becomes? )?effective|in effect|entr(?:e|era|ent|eront) en vigueur|(?:tritt|treten)|gilt ab|gültig ab|ent(?:ra|rará|rarán|ran) en vigor|vigente|(?:entra|entrerà|entrano) in vigore|entra(?:m|rá|rão)? em vigor)/gi;
/** A text that announces more is a list of something. */
const MAX_ANNOUNCEMENTS = 200;

/** The first date after `now` on which a text says it takes effect, if any. */
export function findUpcomingEffectiveDate(markdown: string, now: Instant): CalendarDate | undefined {
  const dates: CalendarDate[] = [];
  for (const { index, 0: phrase } of [...markdown.matchAll(EFFECTIVE_PHRASE)].slice(0, MAX_ANNOUNCEMENTS)) {
    const date = parseDate(plainText(markdown.slice(index, index + phrase.length + MAX_CHARS_TO_DATE)));
    if (date !== undefined && date > now.slice(0, 10)) dates.push(date);
  }
  return dates.sort()[0];
}

const MAX_DATE_LINE_WORDS = 12;

/** Whether a passage only dates the document; such a line may change without any change in what is said. */
export function isDateLine(passage: string): boolean {
  const text = plainText(passage);
  return (
    text.split(' ').length <= MAX_DATE_LINE_WORDS && LAST_UPDATED_PHRASE.test(text) && parseDate(text) !== undefined
  );
}

function parseDate(text: string): CalendarDate | undefined {
  const iso = ISO.exec(text);
  if (iso) return toCalendarDate(iso[1], iso[2], iso[3]);
  const dayFirst = DAY_FIRST.exec(text);
  if (dayFirst) return toCalendarDate(dayFirst[3], monthOf(dayFirst[2]), dayFirst[1]);
  const monthFirst = MONTH_FIRST.exec(text);
  if (monthFirst) return toCalendarDate(monthFirst[3], monthOf(monthFirst[1]), monthFirst[2]);
  const dotted = DOTTED.exec(text);
  return dotted ? toCalendarDate(dotted[3], dotted[2], dotted[1]) : undefined;
}

const monthOf = (name = ''): string | undefined => MONTH_NUMBER.get(name.toLowerCase())?.toString();

function toCalendarDate(year?: string, month?: string, day?: string): CalendarDate | undefined {
  if (year === undefined || month === undefined || day === undefined) return undefined;
  const iso = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  const date = new Date(`${iso}T00:00:00Z`);
  return Number.isNaN(date.getTime()) || date.toISOString().slice(0, 10) !== iso ? undefined : iso;
}
