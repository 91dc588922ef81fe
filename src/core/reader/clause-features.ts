/**
 * What the linear model sees of a clause: its words, pairs and triples of words and the beginnings, middles and ends of words, and the
 * words of what stands around it. Each is a number by its hash, so that no vocabulary has to be kept.
 */
import { foldAccents } from '../text/fold-accents.ts';
import { textKey } from '../text/normalise-text.ts';

/** A clause with what stands around it, as words: in lower case, without markup, accents and numbers. */
export interface ClauseWords {
  own: readonly string[];
  heading: readonly string[];
  intro: readonly string[];
  previous: readonly string[];
}

/** Numbers of features, each once. */
export interface ClauseFeatures {
  own: Uint32Array;
  /** Of heading, introduction and the sentence before. */
  context: Uint32Array;
}

/** Hashes are of so many bits. */
export const FEATURE_HASH_BITS = 22;

/** Read of a clause, and of each text around it. */
const MAX_CLAUSE_WORDS = 400;
const MAX_CONTEXT_WORDS = 40;
/** A word is no longer; what is, is no word. */
const MAX_WORD_CHARS = 40;
const WORD = /\p{L}+|\p{N}+/gu;
const NUMBER_TOKEN = '0';

/** The words of a key (see `textKey`). Numbers say only that there is one. */
export function extractWords(key: string, most = MAX_CLAUSE_WORDS): string[] {
  const words = foldAccents(key.slice(0, most * MAX_WORD_CHARS)).match(WORD) ?? [];
  return words.slice(0, most).map((word) => (/^\p{N}/u.test(word) ? NUMBER_TOKEN : word.slice(0, MAX_WORD_CHARS)));
}

/** The last words of a text around a clause. */
export function extractContextWords(markdown: string): string[] {
  return extractWords(textKey(markdown.slice(-MAX_CONTEXT_WORDS * MAX_WORD_CHARS))).slice(-MAX_CONTEXT_WORDS);
}

export function extractClauseFeatures({ own, heading, intro, previous }: ClauseWords): ClauseFeatures {
  const ownFeatures = new Set<number>();
  forEachOwnFeature(own, (feature) => ownFeatures.add(feature));
  const context = new Set<number>();
  for (const [field, words] of [
    ['h', heading],
    ['i', intro],
    ['p', previous],
  ] as const) {
    words.forEach((word, at) => {
      context.add(hashFeature(field, word));
      if (at > 0) context.add(hashFeature(field, `${words[at - 1]} ${word}`));
    });
  }
  return { own: Uint32Array.from(ownFeatures), context: Uint32Array.from(context) };
}

/** Calls `visit` with each feature of a clause's own words and the words it is of: from the first to before the last. May repeat itself. */
export function forEachOwnFeature(
  own: readonly string[],
  visit: (feature: number, from: number, to: number) => void,
): void {
  for (let from = 0; from < own.length; from++) {
    let gram = '';
    for (let length = 1; length <= MAX_NGRAM_WORDS && from + length <= own.length; length++) {
      gram = length === 1 ? (own[from] ?? '') : `${gram} ${own[from + length - 1]}`;
      visit(hashFeature(NGRAM_FIELDS[length] ?? '', gram), from, from + length);
    }
    const bounded = `<${own[from]}>`;
    for (const length of CHAR_NGRAM_LENGTHS) {
      for (let at = 0; at + length <= bounded.length; at++) {
        visit(hashFeature('c', bounded.slice(at, at + length)), from, from + 1);
      }
    }
  }
}

/** Words in a row, and letters in a row. */
const MAX_NGRAM_WORDS = 3;
const NGRAM_FIELDS = ['', '1', '2', '3'];
const CHAR_NGRAM_LENGTHS = [4, 5] as const;

/** FNV-1a over UTF-16 code units, with its upper bits folded in. */
export function hashFeature(field: string, gram: string): number {
  let hash = Math.imul(FNV_OFFSET_BASIS ^ field.charCodeAt(0), FNV_PRIME);
  for (let at = 0; at < gram.length; at++) hash = Math.imul(hash ^ gram.charCodeAt(at), FNV_PRIME);
  return ((hash >>> FEATURE_HASH_BITS) ^ hash) & ((1 << FEATURE_HASH_BITS) - 1);
}
const FNV_OFFSET_BASIS = 0x811c9dc5;
const FNV_PRIME = 0x01000193;
