/** Makes untrusted text harmless in a Discord message: no markup, mentions, links or invisible characters of its own. */
import { DISCORD_LIMITS } from '../../domain/discord-limits.ts';

const MARKUP = /[\\*_~`|<>[\]()#@:-]/g;
/** In a title, which is one line, neither markup at the start of lines nor bare addresses have an effect. */
const TITLE_MARKUP = /[\\*_~`|<[]/g;
/**
 * Control characters, foreign line ends, bidirectional marks (which make a line read backwards), letters without a shape, and tags.
 * Joiners within emoji and the tags of flags stay.
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

/** For places without markup. Also replaces lone surrogates, which a cut leaves behind. */
export const stripInvisible = (untrusted: string): string => untrusted.toWellFormed().replace(INVISIBLE, '');

/** Characters that end a masked link or an address early, or are markup in Discord. */
const UNSAFE_IN_ADDRESS = /[()[\]{}<>|'"`\\^\s]/g;

/**
 * Returns a web address that is safe within a masked link, in an embed or by itself; undefined for any other, or one that is too long.
 * Credentials are removed: they only make a host look like another one.
 */
export function safeLinkUrl(url: string, maxLength: number = DISCORD_LIMITS.embedUrl): string | undefined {
  const parsed = URL.parse(url);
  if (parsed === null || (parsed.protocol !== 'https:' && parsed.protocol !== 'http:')) return undefined;
  parsed.username = '';
  parsed.password = '';
  const { href, origin } = parsed;
  // A host has no way to escape them.
  if (origin.search(UNSAFE_IN_ADDRESS) >= 0) return undefined;
  const safe = origin + href.slice(origin.length).replace(UNSAFE_IN_ADDRESS, percentEncoded);
  return safe.length > maxLength ? undefined : safe;
}

const percentEncoded = (character: string): string =>
  `%${character.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`;

const SCHEME = /[a-z][a-z0-9+.-]{0,30}:\/\//gi;

/** For the label of a masked link: Discord renders no link whose label contains brackets or an address. */
export function escapeLinkLabel(untrusted: string): string {
  const plain = stripInvisible(untrusted).replace(SCHEME, '').replaceAll('[', '(').replaceAll(']', ')');
  return escapeText(plain.replaceAll(/\s+/g, ' ').trim());
}
