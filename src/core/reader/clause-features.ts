/** What the linear model sees of a clause: the n-grams of its own words, and the words of its context. */
import { forEachNgram, type HashedFeatures, hashFeature } from '../ml/feature-hashing.ts';
import { foldAccents } from '../text/fold-accents.ts';
import { textKey } from '../text/normalise-text.ts';

/** A clause and its context as words: lower case, no markup, no accents, numbers masked. */
export interface ClauseWords {
  own: readonly string[];
  heading: readonly string[];
  intro: readonly string[];
  previous: readonly string[];
}

const MAX_CLAUSE_WORDS = 400;
const MAX_CONTEXT_WORDS = 40;
const MAX_WORD_CHARS = 40;
const WORD = /\p{L}+|\p{N}+/gu;
const NUMBER_TOKEN = '0';

/** @param key a text's key (see `textKey`). */
export function extractWords(key: string): string[] {
  const words = foldAccents(key.slice(0, MAX_CLAUSE_WORDS * MAX_WORD_CHARS)).match(WORD) ?? [];
  return words
    .slice(0, MAX_CLAUSE_WORDS)
    .map((word) => (/^\p{N}/u.test(word) ? NUMBER_TOKEN : word.slice(0, MAX_WORD_CHARS)));
}

/** The last words of a text that surrounds a clause. */
export function extractContextWords(markdown: string): string[] {
  return extractWords(textKey(markdown.slice(-MAX_CONTEXT_WORDS * MAX_WORD_CHARS))).slice(-MAX_CONTEXT_WORDS);
}

export function extractClauseFeatures({ own, heading, intro, previous }: ClauseWords): HashedFeatures {
  const ownFeatures = new Set<number>();
  forEachNgram(own, (feature) => ownFeatures.add(feature));
  const context = new Set<number>();
  for (const [field, words] of [
    ['h', heading],
    ['i', intro],
    ['p', previous],
  ] as const) {
    words.forEach((word, i) => {
      context.add(hashFeature(field, word));
      if (i > 0) context.add(hashFeature(field, `${words[i - 1]} ${word}`));
    });
  }
  return { own: Uint32Array.from(ownFeatures), context: Uint32Array.from(context) };
}
