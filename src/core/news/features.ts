/** Turns the analysis of a news item into hashed features: its traits, and its words with names masked. */
import { forEachNgram, type HashedFeatures, hashFeature } from '../ml/feature-hashing.ts';
import { maskEntities, PLACEHOLDERS } from './find-entities.ts';
import type { NewsAnalysis } from './news-analysis.ts';
import { extractTraits } from './traits.ts';

/** `own`: words; `context`: traits. */
export interface NewsFeatures extends HashedFeatures {
  /** The words of the item behind each feature. */
  hits: ReadonlyMap<number, readonly string[]>;
}

export function extractNewsFeatures(analysis: NewsAnalysis): NewsFeatures {
  const hits = new Map<number, readonly string[]>();
  const context = new Set<number>();
  for (const trait of extractTraits(analysis)) {
    const feature = hashFeature('t', trait.name);
    context.add(feature);
    hits.set(feature, trait.hits);
  }
  const own = new Set<number>();
  const { title, summary } = tokenizeNews(analysis);
  forEachNgram(title, (feature, from, to) => {
    own.add(feature);
    if (!hits.has(feature)) hits.set(feature, title.slice(from, to).filter(isMeaningful));
  });
  for (const word of new Set([...title, ...summary])) {
    const feature = hashFeature('w', word);
    own.add(feature);
    hits.set(feature, isMeaningful(word) ? [word] : []);
  }
  return { own: Uint32Array.from(own), context: Uint32Array.from(context), hits };
}

const WORD = /\p{L}{1,40}|\p{N}+/gu;
const MAX_TOKENS = 120;
const NUMBER_TOKEN = '0';

/** Folded words, with names replaced by placeholders and numbers masked. */
export function tokenizeNews({ title, fullText, entities }: NewsAnalysis): { title: string[]; summary: string[] } {
  const tokenize = (folded: string) =>
    (maskEntities(folded, entities).text.match(WORD) ?? [])
      .slice(0, MAX_TOKENS)
      .map((word) => (/^\p{N}/u.test(word) ? NUMBER_TOKEN : word));
  return { title: tokenize(title.folded), summary: tokenize(fullText.folded.slice(title.folded.length)) };
}

const MASKS: ReadonlySet<string> = new Set([...PLACEHOLDERS, NUMBER_TOKEN]);
const MIN_SHOWN_LETTERS = 4;
/** Whether a word is worth showing as a reason. */
const isMeaningful = (word: string): boolean =>
  !MASKS.has(word) && (word.length >= MIN_SHOWN_LETTERS || !/\p{Script=Latin}/u.test(word));
