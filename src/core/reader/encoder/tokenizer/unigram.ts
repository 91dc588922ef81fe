/**
 * Unigram as SentencePiece has it: each word, a "▁" before it, is cut into the pieces whose scores (logarithms of how frequent they are)
 * add up to most. training/reader/tokenizers_of.py builds the same for training.
 */
import { toCodePoints } from './code-points.ts';
import type { PieceTrie } from './piece-trie.ts';
import type { Tokenizer } from './tokenizer.ts';

/** So much less than the rarest piece's is the score of a letter that no piece has. */
const UNKNOWN_PENALTY = 10;

const SPACES = /[\p{White_Space}\u200B▁]+/gu;
const CONTROLS = /[\p{Cc}\p{Cf}\p{Co}\uFFFD]/gu;

export function createUnigramTokenizer(tree: PieceTrie, scores: Float32Array, unknown: number): Tokenizer {
  const unknownScore = scores.reduce((least, score) => Math.min(least, score), 0) - UNKNOWN_PENALTY;
  return (text) =>
    normaliseText(text)
      .split(' ')
      .filter((word) => word !== '')
      .flatMap((word) => segmentWord(toCodePoints(`▁${word}`), tree, scores, { unknown, unknownScore }));
}

const normaliseText = (text: string): string =>
  text.toWellFormed().normalize('NFKC').replace(SPACES, ' ').replace(CONTROLS, '');

/** Viterbi's algorithm. Letters in a row that no piece has are unknown together. */
function segmentWord(
  word: readonly number[],
  tree: PieceTrie,
  scores: Float32Array,
  { unknown, unknownScore }: { unknown: number; unknownScore: number },
): number[] {
  /** The best way to each place: its score, the piece that ends there and where that begins. */
  const bestPaths: ({ score: number; piece: number; from: number } | undefined)[] = [
    { score: 0, piece: unknown, from: 0 },
  ];
  const offer = (place: number, score: number, piece: number, from: number) => {
    const path = bestPaths[place];
    if (!path || score > path.score) bestPaths[place] = { score, piece, from };
  };
  for (let from = 0; from < word.length; from++) {
    const { score } = bestPaths[from] ?? { score: 0 };
    let alone = false;
    let node: number | undefined = tree.root;
    for (let i = from; i < word.length; i++) {
      node = tree.next(node, word[i] ?? 0);
      if (node === undefined) break;
      const piece = tree.pieceAt(node);
      if (piece === undefined) continue;
      offer(i + 1, score + (scores[piece] ?? 0), piece, from);
      alone ||= i === from;
    }
    if (!alone) offer(from + 1, score + unknownScore, unknown, from);
  }
  const pieces: number[] = [];
  for (let place = word.length; place > 0; ) {
    const { piece, from } = bestPaths[place] ?? { piece: unknown, from: place - 1 };
    if (piece !== unknown || pieces.at(-1) !== unknown) pieces.push(piece);
    place = from;
  }
  return pieces.reverse();
}
