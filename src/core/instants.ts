/** Arithmetic on instants. */
import type { Instant } from '../domain/vocabulary.ts';

export const DAY_MS = 86_400_000;

/** @param days may be negative. */
export const addDays = (from: Instant | Date, days: number): Instant =>
  new Date(new Date(from).getTime() + days * DAY_MS).toISOString();

/** Negative where `to` comes before `from`; a day's fractions count. */
export const daysBetween = (from: Instant, to: Instant): number => (Date.parse(to) - Date.parse(from)) / DAY_MS;
