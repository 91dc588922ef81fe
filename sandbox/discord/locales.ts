/** The languages of Discord's own client, and which of them are spoken here. */
import { z } from 'zod';

export const LOCALES = [
  'id',
  'da',
  'de',
  'en-GB',
  'en-US',
  'es-ES',
  'es-419',
  'fr',
  'hr',
  'it',
  'lt',
  'hu',
  'nl',
  'no',
  'pl',
  'pt-BR',
  'ro',
  'fi',
  'sv-SE',
  'vi',
  'tr',
  'cs',
  'el',
  'bg',
  'ru',
  'uk',
  'hi',
  'th',
  'zh-CN',
  'ja',
  'zh-TW',
  'ko',
] as const;
export type Locale = (typeof LOCALES)[number];

export interface Spoken {
  /** What the visitor has set in their client. */
  you: Locale;
  /** What the server has set for itself. */
  server: Locale;
}

export const SPOKEN = z.object({ you: z.enum(LOCALES), server: z.enum(LOCALES) }).partial();

/** Words by locale, as a command carries them beside its own. */
export const localizations = <Words extends z.ZodType<string>>(words: Words) =>
  z.partialRecord(z.enum(LOCALES), words).nullish();
export type Localizations = Partial<Record<Locale, string>> | null;

/** The words a member of that locale is shown. */
export const wordsIn = (locale: Locale, words: string, localized: Localizations | undefined): string =>
  localized?.[locale] ?? words;
