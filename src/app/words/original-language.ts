/** Notes which language a quote is in, for readers of another one. */
import type { Language } from '../../domain/vocabulary.ts';
import { INTL_LOCALES, translatorFor } from './translator.ts';

/**
 * "original: anglais", for a reader of French.
 * @param original BCP 47 language of the quoted words.
 * @returns undefined where it is the reader's own language or unknown.
 */
export function originalLanguageNote(original: string | undefined, reader: Language): string | undefined {
  if (original === undefined || original.split('-')[0] === reader) return undefined;
  const names = new Intl.DisplayNames(INTL_LOCALES[reader], { type: 'language', fallback: 'none' });
  const language = names.of(original);
  return language === undefined ? undefined : translatorFor(reader).text('quote.original', { language });
}
