/**
 * Unigram tokenizer as in SentencePiece: each word, prefixed with "▁", is cut into the pieces with the highest total score (log
 * frequency). training/reader/tokenizers_of.py builds the same for training.
 */
import { type PieceTrie, toCodePoints } from './piece-trie.ts';

/** How far below the rarest piece an unknown character scores. */
const UNKNOWN_PENALTY = 10;

const SPACES = /[\p{White_Space}\u200B▁]+/gu;
const CONTROLS = /[\p{Cc}\p{Cf}\p{Co}\uFFFD]/gu;

export function createUnigramTokenizer(
  trie: PieceTrie,
  scores: Float32Array,
  unknown: number,
): (text: string) => number[] {
  const unknownScore = scores.reduce((lowest, score) => Math.min(lowest, score), 0) - UNKNOWN_PENALTY;
  return (text) =>
    normaliseText(text)
      .split(' ')
      .filter((word) => word !== '')
      .flatMap((word) => segmentWord(toCodePoints(`▁${word}`), trie, scores, { unknown, unknownScore }));
}

const normaliseText = (text: string): string =>
  text.toWellFormed().normalize('NFKC').replace(SPACES, ' ').replace(CONTROLS, '');

/** Viterbi's algorithm. Adjacent unknown characters become one unknown piece. */
function segmentWord(
  word: readonly number[],
  trie: PieceTrie,
  scores: Float32Array,
  { unknown, unknownScore }: { unknown: number; unknownScore: number },
): number[] {
  /** The best path to each position: its score, the piece that ends there, and where that piece starts. */
  const bestPaths: ({ score: number; piece: number; from: number } | undefined)[] = [
    { score: 0, piece: unknown, from: 0 },
  ];
  const offer = (position: number, score: number, piece: number, from: number) => {
    const path = bestPaths[position];
    if (!path || score > path.score) bestPaths[position] = { score, piece, from };
  };
  for (let from = 0; from < word.length; from++) {
    const { score } = bestPaths[from] ?? { score: 0 };
    let hasSingle = false;
    let node: number | undefined = trie.root;
    for (let i = from; i < word.length; i++) {
      node = trie.next(node, word[i] ?? 0);
      if (node === undefined) break;
      const piece = trie.pieceAt(node);
      if (piece === undefined) continue;
      offer(i + 1, score + (scores[piece] ?? 0), piece, from);
      hasSingle ||= i === from;
    }
    if (!hasSingle) offer(from + 1, score + unknownScore, unknown, from);
  }
  const pieces: number[] = [];
  for (let position = word.length; position > 0; ) {
    const { piece, from } = bestPaths[position] ?? { piece: unknown, from: position - 1 };
    if (piece !== unknown || pieces.at(-1) !== unknown) pieces.push(piece);
    position = from;
  }
  return pieces.reverse();
}
