/**
 * What the linear model sees of a clause: its words, pairs and triples of words and the beginnings, middles and ends of words, and the
 * words of what stands around it. Each is a number by its hash, so that no vocabulary has to be kept.
 */
import { foldAccents } from '../text/fold-accents.ts';
import { sayKey } from '../text/normalise-text.ts';

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
export const FEATURE_BITS = 22;

/** Read of a clause, and of each text around it. */
const MOST_WORDS = 400;
const MOST_WORDS_AROUND = 40;
/** A word is no longer; what is, is no word. */
const MOST_LETTERS = 40;
const WORD = /\p{L}+|\p{N}+/gu;
const NUMBER = '0';

/** The words of a key (see `sayKey`). Numbers say only that there is one. */
export function wordsOfKey(key: string, most = MOST_WORDS): string[] {
  const words = foldAccents(key.slice(0, most * MOST_LETTERS)).match(WORD) ?? [];
  return words.slice(0, most).map((word) => (/^\p{N}/u.test(word) ? NUMBER : word.slice(0, MOST_LETTERS)));
}

/** The last words of a text around a clause. */
export function wordsAround(markdown: string): string[] {
  return wordsOfKey(sayKey(markdown.slice(-MOST_WORDS_AROUND * MOST_LETTERS))).slice(-MOST_WORDS_AROUND);
}

export function featuresOf({ own, heading, intro, previous }: ClauseWords): ClauseFeatures {
  const ownFeatures = new Set<number>();
  eachOwnFeature(own, (feature) => ownFeatures.add(feature));
  const context = new Set<number>();
  for (const [field, words] of [
    ['h', heading],
    ['i', intro],
    ['p', previous],
  ] as const) {
    words.forEach((word, at) => {
      context.add(hashOf(field, word));
      if (at > 0) context.add(hashOf(field, `${words[at - 1]} ${word}`));
    });
  }
  return { own: Uint32Array.from(ownFeatures), context: Uint32Array.from(context) };
}

/** Calls `visit` with each feature of a clause's own words and the words it is of: from the first to before the last. May repeat itself. */
export function eachOwnFeature(
  own: readonly string[],
  visit: (feature: number, from: number, to: number) => void,
): void {
  for (let from = 0; from < own.length; from++) {
    let gram = '';
    for (let length = 1; length <= LONGEST_GRAM && from + length <= own.length; length++) {
      gram = length === 1 ? (own[from] ?? '') : `${gram} ${own[from + length - 1]}`;
      visit(hashOf(GRAM_FIELDS[length] ?? '', gram), from, from + length);
    }
    const bounded = `<${own[from]}>`;
    for (const length of PARTS) {
      for (let at = 0; at + length <= bounded.length; at++) {
        visit(hashOf('c', bounded.slice(at, at + length)), from, from + 1);
      }
    }
  }
}

/** Words in a row, and letters in a row. */
const LONGEST_GRAM = 3;
const GRAM_FIELDS = ['', '1', '2', '3'];
const PARTS = [4, 5] as const;

/** FNV-1a over UTF-16 code units, with its upper bits folded in. */
export function hashOf(field: string, gram: string): number {
  let hash = Math.imul(OFFSET ^ field.charCodeAt(0), PRIME);
  for (let at = 0; at < gram.length; at++) hash = Math.imul(hash ^ gram.charCodeAt(at), PRIME);
  return ((hash >>> FEATURE_BITS) ^ hash) & ((1 << FEATURE_BITS) - 1);
}
const OFFSET = 0x811c9dc5;
const PRIME = 0x01000193;
