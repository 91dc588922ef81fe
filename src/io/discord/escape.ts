/** Makes foreign text harmless in a Discord message: no markup, no mention, no link of its own, no invisible trickery. */

const MARKUP = /[\\*_~`|<>[\]()#@:-]/g;
/** Control characters, and the bidirectional overrides that make a line read backwards. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters to remove
const INVISIBLE = /[\u0000-\u0008\u000b-\u001f\u007f\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g;

export function escapeText(foreign: string): string {
  return visibleText(foreign).replace(MARKUP, '\\$&');
}

/** For places that know no markup. */
export const visibleText = (foreign: string): string => foreign.replace(INVISIBLE, '');

/** A web address that can stand inside `(…)` of a link, or nothing when it is none. */
export function linkTarget(url: string): string | undefined {
  const parsed = URL.parse(url);
  if (parsed === null || (parsed.protocol !== 'https:' && parsed.protocol !== 'http:')) return undefined;
  return parsed.href.replace(/\(/g, '%28').replace(/\)/g, '%29');
}
