/**
 * Names of commands and options in the languages other than English, whose names are in the command files. Keys are paths: `alerts`,
 * `alerts add`, `alerts add platform`. Choices are named by messages (src/app/reply/localize.ts).
 */
import de from '../../../messages/command-names/de.json' with { type: 'json' };
import es from '../../../messages/command-names/es.json' with { type: 'json' };
import fr from '../../../messages/command-names/fr.json' with { type: 'json' };
import type { Language } from '../../domain/vocabulary.ts';

export interface LocalizedCommand {
  name: string;
  /** Context menu commands have none. */
  description?: string;
}

export const COMMAND_NAMES: Readonly<Record<Exclude<Language, 'en'>, Readonly<Record<string, LocalizedCommand>>>> = {
  fr,
  de,
  es,
};

/** A context menu command, as the menu of that language lists it. */
export const messageMenuName = (name: string, language: Language): string =>
  language === 'en' ? name : (COMMAND_NAMES[language][name]?.name ?? name);

/** A command as members type it in that language: `/alerts add` is `/alertes ajouter` in French. */
export function commandSpan(path: string, language: Language): { code: string } {
  const words = path.split(' ');
  if (language === 'en') return { code: `/${path}` };
  const names = words.map((word, i) => COMMAND_NAMES[language][words.slice(0, i + 1).join(' ')]?.name ?? word);
  return { code: `/${names.join(' ')}` };
}
