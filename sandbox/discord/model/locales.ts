/** Discord's locales, and localized text. */
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

export interface LocaleSettings {
  /** The visitor's client locale. */
  you: Locale;
  /** The guild's preferred locale. */
  server: Locale;
}

export const LOCALE_SETTINGS = z.object({ you: z.enum(LOCALES), server: z.enum(LOCALES) }).partial();

/** Schema of the `*_localizations` fields of a command. */
export const localizations = <Words extends z.ZodType<string>>(words: Words) =>
  z.partialRecord(z.enum(LOCALES), words).nullish();
export type Localizations = Partial<Record<Locale, string>> | null;

/** The localized text, or the default. */
export const localizedText = (locale: Locale, words: string, localized: Localizations | undefined): string =>
  localized?.[locale] ?? words;
