/** The "last updated" date a document prints about itself. */
import type { CalendarDate, Instant } from '../../domain/vocabulary.ts';
import { plainText } from '../text/normalise-text.ts';

/** Such a line stands near the top or at the very end. */
const TOP_CHARS = 6000;
const BOTTOM_CHARS = 1500;

/** What announces the date, by language. */
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
/** Numbers with dots are written day first wherever dots are used. */
const DOTTED = /(\d{1,2})\.(\d{1,2})\.(\d{4})/;

/** Characters after the announcement in which the date must stand. */
const MAX_CHARS_TO_DATE = 60;

/** The first date announced, or nothing where none is printed. `12/05/2025` is left alone: it has two meanings. */
export function findStatedDate(markdown: string): CalendarDate | undefined {
  const looked =
    markdown.length > TOP_CHARS + BOTTOM_CHARS
      ? `${markdown.slice(0, TOP_CHARS)}\n${markdown.slice(-BOTTOM_CHARS)}`
      : markdown;
  for (const line of looked.split('\n')) {
    const words = plainText(line);
    const announced = LAST_UPDATED_PHRASE.exec(words);
    if (announced === null) continue;
    const date = parseDate(words.slice(announced.index, announced.index + announced[0].length + MAX_CHARS_TO_DATE));
    if (date !== undefined) return date;
  }
  return undefined;
}

/** What announces when a text begins to hold. */
const EFFECTIVE_PHRASE =
  /(?:(?:takes?|come[s]?|coming|going|goes) into (?:effect|force)|take[s]? effect|(?:becomes? )?effective|in effect|entr(?:e|era|ent|eront) en vigueur|(?:tritt|treten)|gilt ab|gültig ab|ent(?:ra|rará|rarán|ran) en vigor|vigente|(?:entra|entrerà|entrano) in vigore|entra(?:m|rá|rão)? em vigor)/gi;
/** Announcements looked at; a text that announces more is a list of something. */
const MAX_ANNOUNCEMENTS = 200;

/**
 * The first date after `now` from which a text says it holds, or nothing. Terms that begin to hold later are announced before they
 * are in force, often beside those that still are.
 */
export function findUpcomingEffectiveDate(markdown: string, now: Instant): CalendarDate | undefined {
  const dates: CalendarDate[] = [];
  for (const { index, 0: words } of [...markdown.matchAll(EFFECTIVE_PHRASE)].slice(0, MAX_ANNOUNCEMENTS)) {
    const date = parseDate(plainText(markdown.slice(index, index + words.length + MAX_CHARS_TO_DATE)));
    if (date !== undefined && date > now.slice(0, 10)) dates.push(date);
  }
  return dates.sort()[0];
}

/** Words of a line that says nothing but when the document was last changed. */
const MAX_DATE_LINE_WORDS = 12;

/** Whether a passage only dates the document: such a line changes without anything being said differently. */
export function isDateLine(passage: string): boolean {
  const words = plainText(passage);
  return (
    words.split(' ').length <= MAX_DATE_LINE_WORDS && LAST_UPDATED_PHRASE.test(words) && parseDate(words) !== undefined
  );
}

function parseDate(words: string): CalendarDate | undefined {
  const iso = ISO.exec(words);
  if (iso) return toCalendarDate(iso[1], iso[2], iso[3]);
  const dayFirst = DAY_FIRST.exec(words);
  if (dayFirst) return toCalendarDate(dayFirst[3], monthOf(dayFirst[2]), dayFirst[1]);
  const monthFirst = MONTH_FIRST.exec(words);
  if (monthFirst) return toCalendarDate(monthFirst[3], monthOf(monthFirst[1]), monthFirst[2]);
  const dotted = DOTTED.exec(words);
  return dotted ? toCalendarDate(dotted[3], dotted[2], dotted[1]) : undefined;
}

const monthOf = (name = ''): string | undefined => MONTH_NUMBER.get(name.toLowerCase())?.toString();

function toCalendarDate(year?: string, month?: string, day?: string): CalendarDate | undefined {
  if (year === undefined || month === undefined || day === undefined) return undefined;
  const written = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  const date = new Date(`${written}T00:00:00Z`);
  return Number.isNaN(date.getTime()) || date.toISOString().slice(0, 10) !== written ? undefined : written;
}
