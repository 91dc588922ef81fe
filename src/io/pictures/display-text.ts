/** Makes foreign words fit to be drawn: nothing invisible that would turn, hide or pile up what stands beside it. */

/** Controls, zero-width characters, soft hyphens, bidirectional overrides, private characters and lone halves of pairs. */
const INVISIBLE = /[\p{Cc}\p{Cf}\p{Co}\p{Cs}\p{Zl}\p{Zp}]|\p{Variation_Selector}/gu;
const SPACE = /[\s\u00a0]+/g;
/** No script piles up more marks on one letter than this. */
const STACKED_DIACRITICS = /(\p{M}{3})\p{M}+/gu;
const EMOJI = /[\p{Emoji_Presentation}\p{Emoji_Modifier}]/gu;

/** All of the words, on one line. White space at either end stays, as one space. */
export function sanitizeText(words: string): string {
  return words.replace(SPACE, ' ').replace(INVISIBLE, '').normalize('NFC').replace(STACKED_DIACRITICS, '$1');
}

/**
 * The same for names and headlines, which may lose their emoji and their end.
 * @param maxChars in characters as a reader counts them.
 */
export function truncateLabel(words: string, maxChars: number): string {
  const whole = sanitizeText(words).replace(EMOJI, '').replace(/ {2,}/g, ' ').trim();
  // A character takes a handful of code units; what is beyond is not worth cutting up.
  const start = [...graphemes.segment(whole.slice(0, maxChars * 8))];
  if (start.length <= maxChars && start.length > 0 && whole.length <= maxChars * 8) return whole;
  const kept = start.slice(0, maxChars - 1).map(({ segment }) => segment);
  return `${kept.join('').trimEnd()}…`;
}

const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });
