/** The language pickers of the visitor and the server; the bot's texts follow them. */
import { byId, el } from './dom.js';

/** Some of Discord's locales, each supported by the bot. */
const OFFERED = ['en-GB', 'fr', 'de', 'es-ES', 'es-419'];

let yours = OFFERED[0];

/** The locale of times and dates, which Discord's client formats itself. */
export const yourLocale = () => yours;

/** @param {(changes: { you?: string; server?: string }) => Promise<void>} onSpeak */
export function createLanguages(onSpeak) {
  const pickers = { you: byId('your-locale'), server: byId('server-locale') };
  for (const [who, picker] of Object.entries(pickers)) {
    picker.append(...OFFERED.map((value) => el('option', { value }, nameOf(value))));
    picker.onchange = () => onSpeak({ [who]: picker.value });
  }
  return {
    show({ you, server }) {
      yours = you;
      pickers.you.value = you;
      pickers.server.value = server;
    },
  };
}

/** The name of the language in that language. */
const nameOf = (locale) => new Intl.DisplayNames(locale, { type: 'language' }).of(locale);
