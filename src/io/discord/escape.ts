/** Makes foreign text harmless in a Discord message: no markup, no mention, no link of its own, no invisible trickery. */

const MARKUP = /[\\*_~`|<>[\]()#@:-]/g;
/** A title is one line: what marks the start of a line, or a link by its mere address, does nothing there. */
const MARKUP_OF_A_TITLE = /[\\*_~`|<[]/g;
/** Control characters, line ends of other systems, and the bidirectional marks that make a line read backwards. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters to remove
const INVISIBLE = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/g;

export function escapeText(foreign: string): string {
  return visibleText(foreign).replace(MARKUP, '\\$&');
}

/** For the title of an embed. */
export function escapeTitle(foreign: string): string {
  return visibleText(foreign).replace(MARKUP_OF_A_TITLE, '\\$&');
}

/** For places that know no markup. Half a character, left where a text was cut, is not sent: it is no text. */
export const visibleText = (foreign: string): string => foreign.toWellFormed().replace(INVISIBLE, '');

/** A web address that can stand inside `(…)` of a link, or nothing when it is none. */
export function linkTarget(url: string): string | undefined {
  const parsed = URL.parse(url);
  if (parsed === null || (parsed.protocol !== 'https:' && parsed.protocol !== 'http:')) return undefined;
  return parsed.href.replace(/\(/g, '%28').replace(/\)/g, '%29');
}
