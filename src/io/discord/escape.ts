/** Makes foreign text harmless in a Discord message: no markup, no mention, no link of its own, no invisible trickery. */
import { DISCORD_LIMITS } from './limits.ts';

const MARKUP = /[\\*_~`|<>[\]()#@:-]/g;
/** A title is one line: what marks the start of a line, or a link by its mere address, does nothing there. */
const TITLE_MARKUP = /[\\*_~`|<[]/g;
/**
 * Control characters, line ends of other systems, the bidirectional marks that make a line read backwards, letters without a
 * shape, and tags; what joins emoji, and the tags that make a flag, stay.
 */
const INVISIBLE = new RegExp(
  [
    '[\\u0000-\\u0008\\u000b-\\u001f\\u007f-\\u009f\\u00ad\\u034f\\u061c\\u115f\\u1160\\u180e\\u200b\\u200c\\u200e\\u200f]',
    '[\\u2028-\\u202e\\u2060-\\u206f\\u3164\\ufeff\\uffa0\\ufff9-\\ufffb]',
    '(?<!\\p{Extended_Pictographic}[\\ufe0f\\u{1f3fb}-\\u{1f3ff}]?)\\u200d',
    '\\u200d(?!\\p{Extended_Pictographic})',
    '(?<!\\u{1f3f4}[\\u{e0020}-\\u{e007f}]{0,8})[\\u{e0000}-\\u{e007f}]',
  ].join('|'),
  'gu',
);

export function escapeText(untrusted: string): string {
  return stripInvisible(untrusted).replace(MARKUP, '\\$&');
}

/** For the title of an embed. */
export function escapeTitle(untrusted: string): string {
  return stripInvisible(untrusted).replace(TITLE_MARKUP, '\\$&');
}

/** For places that know no markup. Half a character, left where a text was cut, is not sent: it is no text. */
export const stripInvisible = (untrusted: string): string => untrusted.toWellFormed().replace(INVISIBLE, '');

/** What ends a masked link or an address early, or has a meaning of its own in Discord. */
const UNSAFE_IN_ADDRESS = /[()[\]{}<>|'"`\\^\s]/g;

/**
 * A web address that can stand inside `(…)` of a link, as the address of an embed or by itself; nothing when it is none, or
 * longer than Discord takes. Name and password before a host only make it look like another one.
 */
export function safeLinkUrl(url: string, maxLength: number = DISCORD_LIMITS.embedUrl): string | undefined {
  const parsed = URL.parse(url);
  if (parsed === null || (parsed.protocol !== 'https:' && parsed.protocol !== 'http:')) return undefined;
  parsed.username = '';
  parsed.password = '';
  const { href, origin } = parsed;
  // In a host there is no other way to write them.
  if (origin.search(UNSAFE_IN_ADDRESS) >= 0) return undefined;
  const target = origin + href.slice(origin.length).replace(UNSAFE_IN_ADDRESS, percentEncoded);
  return target.length > maxLength ? undefined : target;
}

const percentEncoded = (character: string): string =>
  `%${character.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`;

const SCHEME = /[a-z][a-z0-9+.-]{0,30}:\/\//gi;

/** The visible words of a link: Discord shows no link whose words hold a bracket that ends it, or an address of their own. */
export function escapeLinkLabel(untrusted: string): string {
  const plain = stripInvisible(untrusted).replace(SCHEME, '').replaceAll('[', '(').replaceAll(']', ')');
  return escapeText(plain.replaceAll(/\s+/g, ' ').trim());
}
