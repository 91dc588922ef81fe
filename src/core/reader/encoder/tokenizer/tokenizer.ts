/** What turns words into the numbers of pieces, of whichever kind the weights were trained with. */
import type { EncoderWeights } from '../encoder-weights.ts';
import { buildPieceTrie } from './piece-trie.ts';
import { createUnigramTokenizer } from './unigram.ts';
import { createWordPieceTokenizer } from './word-piece.ts';

/** @returns the numbers of the text's pieces, in order and without marks; its time grows with the text's length. */
export type Tokenizer = (text: string) => number[];

export function createTokenizer({ tokenizer, comparison, vocabularyPieces, floats }: EncoderWeights): Tokenizer {
  const { kind, start, end, unknown } = tokenizer;
  // A text that spells a mark out does not get it.
  const tree = buildPieceTrie(
    vocabularyPieces,
    new Set([start, end, unknown, ...(comparison ? [comparison.mark] : [])]),
  );
  switch (kind) {
    case 'word-piece':
      return createWordPieceTokenizer(tree, unknown);
    case 'unigram':
      return createUnigramTokenizer(tree, floats('scores'), unknown);
  }
}
