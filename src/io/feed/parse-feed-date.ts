/** Parses the dates of feeds, standard and otherwise. */

/** Years outside are mistakes. */
const MIN_YEAR = 1990;
const MAX_YEAR = 2099;

/**
 * Parses `2026-05-02T10:00:00+02:00`, `Sat, 02 May 2026 10:00:00 CEST` and variants to an instant in UTC. A date without a zone is
 * taken as UTC. Returns undefined if it is no date.
 */
export function parseFeedDate(text: string): string | undefined {
  const trimmed = text.slice(0, 100).trim();
  return toInstant(ISO.exec(trimmed) ?? RFC_822.exec(trimmed));
}

const TIME = '(?<hour>\\d{1,2}):(?<minute>\\d{2})(?::(?<second>\\d{2})(?:[.,]\\d{1,9})?)?';
const ZONE = '(?<zone>[A-Z]{1,5}(?![A-Za-z])(?:[+-]\\d{1,2}:?\\d{2})?|[+-]\\d{2}:?\\d{2}|[+-]\\d{2})';
const ISO = new RegExp(`^(?<year>\\d{4})-(?<month>\\d{1,2})-(?<day>\\d{1,2})(?:(?:T| {1,3})${TIME} ?${ZONE}?)?`);
/** RFC 822 with anything before the day, because weekdays come in every language. */
const RFC_822 = new RegExp(
  `^(?:[^\\d]{1,20} )?(?<day>\\d{1,2})(?:\\.? |-)(?<month>\\p{L}{3,10})\\.?(?: |-)(?<year>\\d{4}|\\d{2})(?:,? {1,3}${TIME} {0,3}${ZONE}?)?`,
  'u',
);

function toInstant(match: RegExpExecArray | null): string | undefined {
  const {
    year: years,
    month: months,
    day: days,
    hour = '0',
    minute = '0',
    second = '0',
    zone = 'UTC',
  } = match?.groups ?? {};
  const year = Number(years?.length === 2 ? `20${years}` : years);
  const month = parseMonth(months ?? '');
  const offset = offsetMinutes(zone);
  if (month === undefined || offset === undefined || !(year >= MIN_YEAR && year <= MAX_YEAR)) return undefined;
  const local = new Date(
    Date.UTC(year, month - 1, Number(days), Number(hour), Number(minute), Math.min(Number(second), 59)),
  );
  // 31 February and 25:00 would roll over into another day.
  const isReal = local.getUTCDate() === Number(days) && local.getUTCHours() === Number(hour) && Number(minute) < 60;
  return isReal ? new Date(local.getTime() - offset * 60_000).toISOString() : undefined;
}

/** First letters without accents, in English, French, German, Spanish, Italian and Portuguese. */
const MONTHS: readonly (readonly string[])[] = [
  ['jan', 'ene', 'gen'],
  ['feb', 'fev'],
  ['mar', 'maerz'],
  ['apr', 'avr', 'abr'],
  ['may', 'mai', 'mag'],
  ['jun', 'juin', 'giu'],
  ['jul', 'juil', 'lug'],
  ['aug', 'aou', 'ago'],
  ['sep', 'set'],
  ['oct', 'okt', 'ott', 'out'],
  ['nov'],
  ['dec', 'dez', 'dic'],
];

function parseMonth(text: string): number | undefined {
  if (/^\d/.test(text)) return Number(text) >= 1 && Number(text) <= 12 ? Number(text) : undefined;
  const folded = text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
  const index = MONTHS.findIndex((names) => names.some((name) => folded.startsWith(name)));
  return index < 0 ? undefined : index + 1;
}

/** Hours ahead of UTC. */
const ZONE_OFFSET_HOURS: Readonly<Record<string, number>> = {
  UT: 0,
  UTC: 0,
  GMT: 0,
  Z: 0,
  WET: 0,
  WEST: 1,
  BST: 1,
  IST: 5.5,
  CET: 1,
  MEZ: 1,
  CEST: 2,
  MESZ: 2,
  EET: 2,
  EEST: 3,
  MSK: 3,
  JST: 9,
  KST: 9,
  AEST: 10,
  AEDT: 11,
  NZST: 12,
  NZDT: 13,
  EST: -5,
  EDT: -4,
  CST: -6,
  CDT: -5,
  MST: -7,
  MDT: -6,
  PST: -8,
  PDT: -7,
  BRT: -3,
  ART: -3,
};

function offsetMinutes(zone: string): number | undefined {
  const [, name = '', sign, hours = '0', minutes = '0'] =
    /^([A-Z]{0,5})(?:([+-])(\d{1,2}):?(\d{2})?)?$/.exec(zone) ?? [];
  const base = name === '' ? 0 : ZONE_OFFSET_HOURS[name];
  if (base === undefined || Number(hours) > 14 || Number(minutes) > 59) return undefined;
  const shift = Number(hours) * 60 + Number(minutes);
  return base * 60 + (sign === '-' ? -shift : shift);
}
