/** Times of day in a guild's time zone. */
import { type QuietHours, WEEKDAYS, type Weekday } from '../../domain/alert.ts';
import type { Instant } from '../../domain/vocabulary.ts';

const MINUTE_MS = 60_000;
const DAY_MINUTES = 1440;

export interface WallClock {
  weekday: Weekday;
  /** 0 to 1439. */
  minute: number;
}

/** @param timeZone an IANA name such as `Europe/Paris`. */
export function wallClock(at: Date, timeZone: string): WallClock {
  const parts = Object.fromEntries(
    formatFor(timeZone)
      .formatToParts(at)
      .map(({ type, value }) => [type, value]),
  );
  const weekday = WEEKDAYS.find((day) => day === parts.weekday?.toLowerCase()) ?? 'monday';
  return { weekday, minute: Number(parts.hour) * 60 + Number(parts.minute) };
}

/** The end of the quiet hours at an instant; nothing when it is outside them. */
export function findQuietHoursEnd(at: Date, { from, to }: QuietHours, timeZone: string): Instant | undefined {
  const { minute } = wallClock(at, timeZone);
  const [start, end] = [parseMinuteOfDay(from), parseMinuteOfDay(to)];
  const isQuiet = start <= end ? minute >= start && minute < end : minute >= start || minute < end;
  return isQuiet ? nextTimeOfDay(at, end, timeZone).toISOString() : undefined;
}

/**
 * The last instant, up to and including `at`, with this local time of day.
 * @param minute of the day, 0 to 1439.
 * @param weekday any when left out.
 */
export function findPreviousTimeOfDay(at: Date, minute: number, timeZone: string, weekday?: Weekday): Date {
  for (let days = 0; ; days++) {
    const earlier = new Date(at.getTime() - days * DAY_MINUTES * MINUTE_MS);
    const shown = wallClock(earlier, timeZone);
    const back = (shown.minute - minute + DAY_MINUTES) % DAY_MINUTES;
    const time = adjustForClockChange(wholeMinute(earlier) - back * MINUTE_MS, minute, timeZone);
    // A week has every weekday once; the eighth day allows for a clock that was put back.
    if (time <= at && (weekday === undefined || wallClock(time, timeZone).weekday === weekday || days > 7)) return time;
  }
}

/** @param time as `HH:MM`. */
function parseMinuteOfDay(time: string): number {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return hours * 60 + minutes;
}

/** Parses quiet hours as people type them, such as `22:00-08:00`, `22-8` or `22h–8h`. */
export function parseQuietHours(input: string): QuietHours | undefined {
  const match = /^\s*(\d{1,2})(?::(\d{2})|h)?\s*(?:-|–|—|to|à|bis|a)\s*(\d{1,2})(?::(\d{2})|h)?\s*$/iu.exec(
    input.slice(0, 40),
  );
  if (match === null) return undefined;
  const [from, to] = [formatTimeOfDay(match[1], match[2]), formatTimeOfDay(match[3], match[4])];
  return from && to && from !== to ? { from, to } : undefined;
}

function formatTimeOfDay(hours = '', minutes = '00'): string | undefined {
  const [hour, minute] = [Number(hours) === 24 ? 0 : Number(hours), Number(minutes)];
  if (hour > 23 || minute > 59) return undefined;
  return `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`;
}

function nextTimeOfDay(at: Date, minute: number, timeZone: string): Date {
  const ahead = (minute - wallClock(at, timeZone).minute + DAY_MINUTES) % DAY_MINUTES || DAY_MINUTES;
  return adjustForClockChange(wholeMinute(at) + ahead * MINUTE_MS, minute, timeZone);
}

const wholeMinute = (at: Date): number => Math.floor(at.getTime() / MINUTE_MS) * MINUTE_MS;

/** Corrects for a clock that was put forward or back in between. */
function adjustForClockChange(guess: number, minute: number, timeZone: string): Date {
  const shown = wallClock(new Date(guess), timeZone).minute;
  const off = ((shown - minute + DAY_MINUTES + DAY_MINUTES / 2) % DAY_MINUTES) - DAY_MINUTES / 2;
  return new Date(guess - off * MINUTE_MS);
}

const formats = new Map<string, Intl.DateTimeFormat>();

function formatFor(timeZone: string): Intl.DateTimeFormat {
  const format =
    formats.get(timeZone) ??
    new Intl.DateTimeFormat('en-GB', {
      timeZone,
      weekday: 'long',
      hour: '2-digit',
      minute: '2-digit',
      hourCycle: 'h23',
    });
  formats.set(timeZone, format);
  return format;
}
