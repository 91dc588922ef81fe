/** Feature hashing: words and n-grams become numbers, so that no vocabulary has to be stored. Weights depend on every value here. */

/** Distinct feature hashes of one example, in two groups that a linear model weights apart. */
export interface HashedFeatures {
  own: Uint32Array;
  context: Uint32Array;
}

export const FEATURE_HASH_BITS = 22;

const MAX_NGRAM_WORDS = 3;
/** Hash field by number of words. */
const NGRAM_FIELDS = ['', '1', '2', '3'];
const CHAR_NGRAM_LENGTHS = [4, 5] as const;

/**
 * Visits the features of running text: n-grams of words, and character n-grams of each word. A feature may be visited more than once.
 * @param visit gets the feature and the words it covers, `to` exclusive.
 */
export function forEachNgram(
  words: readonly string[],
  visit: (feature: number, from: number, to: number) => void,
): void {
  for (let from = 0; from < words.length; from++) {
    let gram = '';
    for (let length = 1; length <= MAX_NGRAM_WORDS && from + length <= words.length; length++) {
      gram = length === 1 ? (words[from] ?? '') : `${gram} ${words[from + length - 1]}`;
      visit(hashFeature(NGRAM_FIELDS[length] ?? '', gram), from, from + length);
    }
    const bounded = `<${words[from]}>`;
    for (const length of CHAR_NGRAM_LENGTHS) {
      for (let i = 0; i + length <= bounded.length; i++) {
        visit(hashFeature('c', bounded.slice(i, i + length)), from, from + 1);
      }
    }
  }
}

/**
 * FNV-1a over UTF-16 code units, its upper bits folded in.
 * @param field one letter that keeps equal words of different fields apart.
 */
export function hashFeature(field: string, gram: string): number {
  let hash = Math.imul(FNV_OFFSET_BASIS ^ field.charCodeAt(0), FNV_PRIME);
  for (let i = 0; i < gram.length; i++) hash = Math.imul(hash ^ gram.charCodeAt(i), FNV_PRIME);
  return ((hash >>> FEATURE_HASH_BITS) ^ hash) & ((1 << FEATURE_HASH_BITS) - 1);
}
const FNV_OFFSET_BASIS = 0x811c9dc5;
const FNV_PRIME = 0x01000193;
