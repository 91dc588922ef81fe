/** Which language the visitor has set in Discord, and which the server: what the bot says follows them. */
import { byId, el } from './dom.js';

/** A few of Discord's, each spoken by the bot in one way or another. */
const OFFERED = ['en-GB', 'fr', 'de', 'es-ES', 'es-419'];

let yours = OFFERED[0];

/** For times and dates, which Discord's client writes by itself. */
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

/** As the language calls itself. */
const nameOf = (locale) => new Intl.DisplayNames(locale, { type: 'language' }).of(locale);
