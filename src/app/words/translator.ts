/**
 * Speaks the members' language. Every sentence of ours is a message in `messages/<language>.json`, written in ICU syntax:
 * `{name}` is put in, `{count, plural, one {# clause} other {# clauses}}` counts, `<b>…</b>` is bold and `<code>…</code>` is code.
 * Quotes are never messages: they stay in the language of their document.
 */
import { IntlMessageFormat } from 'intl-messageformat';
import de from '../../../messages/de.json' with { type: 'json' };
import en from '../../../messages/en.json' with { type: 'json' };
import es from '../../../messages/es.json' with { type: 'json' };
import fr from '../../../messages/fr.json' with { type: 'json' };
import type { Span } from '../../domain/answer.ts';
import { LANGUAGES, type Language, type LocalText } from '../../domain/vocabulary.ts';

export type MessageKey = keyof typeof en;

/** The messages of each language; a key that is missing in one does not compile, and one too many fails a test. */
export const MESSAGES: Readonly<Record<Language, Readonly<Record<MessageKey, string>>>> = { en, fr, de, es };

/** The name Intl knows each language by: English dates are written the way the catalog writes them, 12 February 2024. */
export const INTL_LOCALES = { en: 'en-GB', fr: 'fr', de: 'de', es: 'es' } as const satisfies Record<Language, string>;

/** The languages as each calls itself. */
export const LANGUAGE_NAMES = {
  en: 'English',
  fr: 'Français',
  de: 'Deutsch',
  es: 'Español',
} as const satisfies Record<Language, string>;

/** One language's voice. */
export interface Translator {
  language: Language;
  /** A message as a line: what is put in may be a date, a link or anything else a line can hold. */
  line(key: MessageKey, values?: Readonly<Record<string, Span | number>>): Span[];
  /** A message as plain text. */
  text(key: MessageKey, values?: Readonly<Record<string, string | number>>): string;
  /** Words of the catalog in this language, or in English where nobody has translated them. */
  local(words: LocalText): string;
  /** "a, b and c". */
  joinList(words: readonly string[]): string;
}

const translators = new Map<Language, Translator>();

/** The voice of a language; made once. */
export function translatorFor(language: Language): Translator {
  const voice = translators.get(language) ?? createTranslator(language);
  translators.set(language, voice);
  return voice;
}

/** The language of a Discord locale such as `es-419`, where the bot speaks it. */
export function supportedLanguage(locale: string | undefined): Language | undefined {
  const tag = locale?.slice(0, 2).toLowerCase();
  return LANGUAGES.find((language) => language === tag);
}

/** French sets a space before some marks at which no line may break; whoever writes the catalog need not think of it. */
const applyTypography = (words: string, language: Language): string =>
  language === 'fr' ? words.replace(/ (?=[:;?!»])/g, '\u00a0').replaceAll('« ', '«\u00a0') : words;

/** The tags a message may use, and the spans they make. A span holds words: what is put in between tags is text already. */
const TAGS = {
  b: (words: unknown[]): Span => ({ bold: words.join('') }),
  code: (words: unknown[]): Span => ({ code: words.join('') }),
};

function createTranslator(language: Language): Translator {
  const formats = new Map<MessageKey, IntlMessageFormat>();
  const formatOf = (key: MessageKey): IntlMessageFormat => {
    const known = formats.get(key) ?? new IntlMessageFormat(MESSAGES[language][key], INTL_LOCALES[language]);
    formats.set(key, known);
    return known;
  };
  const conjunction = new Intl.ListFormat(INTL_LOCALES[language], { type: 'conjunction' });

  return {
    language,
    line(key, values = {}) {
      const spoken = formatOf(key).format<Span>({ ...TAGS, ...values });
      return Array.isArray(spoken) ? spoken : [spoken];
    },
    text: (key, values = {}) => String(formatOf(key).format(values)),
    local(words) {
      if (typeof words === 'string') return words;
      const translated = words[language];
      return translated === undefined ? words.en : applyTypography(translated, language);
    },
    joinList: (words) => conjunction.format(words),
  };
}
