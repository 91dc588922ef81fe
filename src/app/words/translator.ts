/**
 * Formats the messages of `messages/<language>.json`. They are in ICU syntax: `{name}` is a placeholder,
 * `{count, plural, one {# clause} other {# clauses}}` a plural, `<b>…</b>` bold and `<code>…</code>` code. Everything the bot says is a
 * message, except quotes, which stay in the language of their document.
 */
import { IntlMessageFormat } from 'intl-messageformat';
import de from '../../../messages/de.json' with { type: 'json' };
import en from '../../../messages/en.json' with { type: 'json' };
import es from '../../../messages/es.json' with { type: 'json' };
import fr from '../../../messages/fr.json' with { type: 'json' };
import type { Span } from '../../domain/answer.ts';
import { LANGUAGES, type Language, type LocalText } from '../../domain/vocabulary.ts';

export type MessageKey = keyof typeof en;

/** A key missing in one language does not compile; a superfluous one fails a test. */
export const MESSAGES: Readonly<Record<Language, Readonly<Record<MessageKey, string>>>> = { en, fr, de, es };

/** British English, because its dates are written as in the catalog: 12 February 2024. */
export const INTL_LOCALES = { en: 'en-GB', fr: 'fr', de: 'de', es: 'es' } as const satisfies Record<Language, string>;

/** Each language in its own name. */
export const LANGUAGE_NAMES = {
  en: 'English',
  fr: 'Français',
  de: 'Deutsch',
  es: 'Español',
} as const satisfies Record<Language, string>;

export interface Translator {
  language: Language;
  /** A message as a line; values may be dates, links or any other span. */
  line(key: MessageKey, values?: Readonly<Record<string, Span | number>>): Span[];
  /** A message as plain text. */
  text(key: MessageKey, values?: Readonly<Record<string, string | number>>): string;
  /** A text of the catalog in this language, or in English where it is not translated. */
  local(words: LocalText): string;
  /** "a, b and c". */
  joinList(words: readonly string[]): string;
}

const translators = new Map<Language, Translator>();

/** Translators are created once per language. */
export function translatorFor(language: Language): Translator {
  const translator = translators.get(language) ?? createTranslator(language);
  translators.set(language, translator);
  return translator;
}

/** The language of a Discord locale such as `es-419`; undefined where the bot does not speak it. */
export function supportedLanguage(locale: string | undefined): Language | undefined {
  const tag = locale?.slice(0, 2).toLowerCase();
  return LANGUAGES.find((language) => language === tag);
}

/** French needs a non-breaking space before some punctuation; the catalog may use plain ones. */
const applyTypography = (words: string, language: Language): string =>
  language === 'fr' ? words.replace(/ (?=[:;?!»])/g, '\u00a0').replaceAll('« ', '«\u00a0') : words;

/** The tags of messages. Values between tags are plain text. */
const TAGS = {
  b: (words: unknown[]): Span => ({ bold: words.join('') }),
  code: (words: unknown[]): Span => ({ code: words.join('') }),
};

function createTranslator(language: Language): Translator {
  const formats = new Map<MessageKey, IntlMessageFormat>();
  const formatOf = (key: MessageKey): IntlMessageFormat => {
    const format = formats.get(key) ?? new IntlMessageFormat(MESSAGES[language][key], INTL_LOCALES[language]);
    formats.set(key, format);
    return format;
  };
  const conjunction = new Intl.ListFormat(INTL_LOCALES[language], { type: 'conjunction' });

  return {
    language,
    line(key, values = {}) {
      const formatted = formatOf(key).format<Span>({ ...TAGS, ...values });
      return Array.isArray(formatted) ? formatted : [formatted];
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
