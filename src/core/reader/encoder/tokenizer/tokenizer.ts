/** Creates the tokenizer that the weights were trained with. */
import type { EncoderWeights } from '../encoder-weights.ts';
import { buildPieceTrie } from './piece-trie.ts';
import { createUnigramTokenizer } from './unigram.ts';
import { createWordPieceTokenizer } from './word-piece.ts';

/** @returns the piece ids of a text, without special pieces. Linear in its length. */
export type Tokenizer = (text: string) => number[];

export function createTokenizer({ tokenizer, comparison, vocabularyPieces, floats }: EncoderWeights): Tokenizer {
  const { kind, start, end, unknown } = tokenizer;
  // A text that spells out a special piece does not produce it.
  const trie = buildPieceTrie(
    vocabularyPieces,
    new Set([start, end, unknown, ...(comparison ? [comparison.mark] : [])]),
  );
  switch (kind) {
    case 'word-piece':
      return createWordPieceTokenizer(trie, unknown);
    case 'unigram':
      return createUnigramTokenizer(trie, floats('scores'), unknown);
  }
}
