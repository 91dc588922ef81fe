/** Removes from foreign text what would reorder, hide or overprint the text beside it. */

/** Controls, zero-width characters, soft hyphens, bidirectional overrides, private-use characters and lone surrogates. */
const INVISIBLE = /[\p{Cc}\p{Cf}\p{Co}\p{Cs}\p{Zl}\p{Zp}]|\p{Variation_Selector}/gu;
const SPACE = /[\s\u00a0]+/g;
/** No script needs more marks on one letter. */
const STACKED_DIACRITICS = /(\p{M}{3})\p{M}+/gu;
const EMOJI = /[\p{Emoji_Presentation}\p{Emoji_Modifier}]/gu;

/** The whole text on one line. White space at either end stays, as one space. */
export function sanitizeText(text: string): string {
  return text.replace(SPACE, ' ').replace(INVISIBLE, '').normalize('NFC').replace(STACKED_DIACRITICS, '$1');
}

/**
 * For names and headings: also drops emoji and cuts the end.
 * @param maxChars in graphemes.
 */
export function truncateLabel(text: string, maxChars: number): string {
  const whole = sanitizeText(text).replace(EMOJI, '').replace(/ {2,}/g, ' ').trim();
  // A grapheme has few code units; more of a long text need not be segmented.
  const segments = [...graphemes.segment(whole.slice(0, maxChars * 8))];
  if (segments.length <= maxChars && segments.length > 0 && whole.length <= maxChars * 8) return whole;
  const kept = segments.slice(0, maxChars - 1).map(({ segment }) => segment);
  return `${kept.join('').trimEnd()}…`;
}

const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });
