/** What turns words into the numbers of pieces, of whichever kind the weights were trained with. */
import type { Weights } from '../encoder-weights.ts';
import { plantPieces } from './piece-trie.ts';
import { unigram } from './unigram.ts';
import { wordPiece } from './word-piece.ts';

/** @returns the numbers of the text's pieces, in order and without marks; its time grows with the text's length. */
export type Tokenizer = (text: string) => number[];

export function openTokenizer({ tokenizer, comparison, vocabularyPieces, floats }: Weights): Tokenizer {
  const { kind, start, end, unknown } = tokenizer;
  // A text that spells a mark out does not get it.
  const tree = plantPieces(vocabularyPieces, new Set([start, end, unknown, ...(comparison ? [comparison.mark] : [])]));
  switch (kind) {
    case 'word-piece':
      return wordPiece(tree, unknown);
    case 'unigram':
      return unigram(tree, floats('scores'), unknown);
  }
}
