/**
 * What the linear model sees of a clause: its words, pairs and triples of words and the beginnings, middles and ends of words, and the
 * words of what stands around it. Each is a number by its hash, so that no vocabulary has to be kept.
 */
import { foldAccents } from '../fold-accents.ts';
import { sayKey } from '../normalise.ts';

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
  for (let at = 0; at < own.length; at++) {
    for (const [length, field] of GRAMS) {
      if (at + length <= own.length) ownFeatures.add(hashOf(field, own.slice(at, at + length).join(' ')));
    }
    addPartsOf(own[at] ?? '', ownFeatures);
  }
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

const GRAMS = [
  [1, '1'],
  [2, '2'],
  [3, '3'],
] as const;
const PARTS = [4, 5] as const;

function addPartsOf(word: string, features: Set<number>): void {
  const bounded = `<${word}>`;
  for (const length of PARTS) {
    for (let at = 0; at + length <= bounded.length; at++) features.add(hashOf('c', bounded.slice(at, at + length)));
  }
}

/** FNV-1a over UTF-16 code units, with its upper bits folded in. */
function hashOf(field: string, gram: string): number {
  let hash = Math.imul(OFFSET ^ field.charCodeAt(0), PRIME);
  for (let at = 0; at < gram.length; at++) hash = Math.imul(hash ^ gram.charCodeAt(at), PRIME);
  return ((hash >>> FEATURE_BITS) ^ hash) & ((1 << FEATURE_BITS) - 1);
}
const OFFSET = 0x811c9dc5;
const PRIME = 0x01000193;
