/** Names and descriptions of commands, options and choices in every language, in the shape Discord expects. */
import { LANGUAGES, type Language } from '../../domain/vocabulary.ts';
import { COMMAND_NAMES } from '../words/command-names.ts';
import { type Translator, translatorFor } from '../words/translator.ts';
import type { ChoiceData, CommandData, Localizations, OptionData } from './command.ts';

type Translation = Exclude<Language, 'en'>;

/** Discord distinguishes the Spanish of Spain from that of Latin America; the bot does not. */
const DISCORD_LOCALES: Readonly<Record<Translation, readonly string[]>> = {
  fr: ['fr'],
  de: ['de'],
  es: ['es-ES', 'es-419'],
};

/** Adds the names and descriptions of `messages/command-names/`. */
export const localizeCommand = (command: CommandData): CommandData => localizeAt(command.name, command);

/**
 * Choices named in each language.
 * @param nameIn such as `(topic, t) => t.text(`topic.${topic}`)`.
 */
export function localizedChoices<Value extends string>(
  values: readonly Value[],
  nameIn: (value: Value, t: Translator) => string,
): ChoiceData[] {
  return values.map((value) => ({
    name: nameIn(value, translatorFor('en')),
    name_localizations: localizations((language) => nameIn(value, translatorFor(language))),
    value,
  }));
}

function localizeAt<Data extends CommandData | OptionData>(path: string, data: Data): Data {
  return {
    ...data,
    name_localizations: localizations((language) => COMMAND_NAMES[language][path]?.name),
    ...(data.description === undefined
      ? {}
      : { description_localizations: localizations((language) => COMMAND_NAMES[language][path]?.description) }),
    ...(data.options ? { options: data.options.map((option) => localizeAt(`${path} ${option.name}`, option)) } : {}),
  };
}

function localizations(wordsIn: (language: Translation) => string | undefined): Localizations {
  const translated = LANGUAGES.filter((language) => language !== 'en').flatMap((language) => {
    const words = wordsIn(language);
    return words === undefined ? [] : DISCORD_LOCALES[language].map((locale) => [locale, words]);
  });
  return Object.fromEntries(translated);
}
