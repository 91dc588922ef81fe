/** Arithmetic on instants. */
import type { Instant } from '../domain/vocabulary.ts';

export const HOUR_MS = 3_600_000;
export const DAY_MS = 24 * HOUR_MS;

/** @param hours may be negative. */
export const addHours = (from: Instant | Date, hours: number): Instant =>
  new Date(new Date(from).getTime() + hours * HOUR_MS).toISOString();

/** @param days may be negative. */
export const addDays = (from: Instant | Date, days: number): Instant => addHours(from, days * 24);

/** Negative where `to` comes before `from`; a day's fractions count. */
export const daysBetween = (from: Instant, to: Instant): number => (Date.parse(to) - Date.parse(from)) / DAY_MS;
