/**
 * WordPiece as BERT's uncased models use it: small letters without accents, words parted at spaces, punctuation and Chinese
 * characters, and each word cut into the longest pieces there are, from the left; all but a word's first piece begin with "##".
 */
import { toCodePoints } from './code-points.ts';
import type { PieceTrie } from './piece-trie.ts';
import type { Tokenizer } from './tokenizer.ts';

/** A longer word is unknown, whatever it is made of. */
const MAX_WORD_CHARS = 100;

const CONTROLS = /(?![\t\n\r])[\p{Cc}\p{Cf}\p{Co}\uFFFD]/gu;
const SPACES = /\p{White_Space}+/gu;
/** The blocks BERT calls Chinese; Japanese syllables and Korean are words like others to it. */
const CHINESE =
  /[\u3400-\u4DBF\u4E00-\u9FFF\uF900-\uFAFF\u{20000}-\u{2A6DF}\u{2A700}-\u{2B81F}\u{2B920}-\u{2CEAF}\u{2F800}-\u{2FA1F}]/gu;
const ACCENTS = /\p{Mn}/gu;
/** Every sign of ASCII that is no letter or digit counts as punctuation, so $ and + do, and € does not. */
const WORDS = /[!-/:-@[-`{-~\p{P}]|[^\s!-/:-@[-`{-~\p{P}]+/gu;

export function createWordPieceTokenizer(tree: PieceTrie, unknown: number): Tokenizer {
  const inner = findNode(tree, '##');
  return (text) =>
    (normaliseText(text).match(WORDS) ?? []).flatMap((word) => segmentWord(toCodePoints(word), tree, inner) ?? unknown);
}

function normaliseText(text: string): string {
  return (
    text
      .toWellFormed()
      .replace(CONTROLS, '')
      .replace(SPACES, ' ')
      .replace(CHINESE, ' $& ')
      .normalize('NFD')
      .replace(ACCENTS, '')
      // The Greek letter has a form of its own at a word's end, and only JavaScript minds.
      .replaceAll('Σ', 'σ')
      .toLowerCase()
  );
}

/** @returns undefined for a word that the pieces do not make up whole. */
function segmentWord(word: readonly number[], tree: PieceTrie, inner: number | undefined): number[] | undefined {
  if (word.length > MAX_WORD_CHARS) return undefined;
  const pieces: number[] = [];
  for (let from = 0; from < word.length; ) {
    let longest: { piece: number; end: number } | undefined;
    let node = from === 0 ? tree.root : inner;
    for (let i = from; i < word.length && node !== undefined; i++) {
      node = tree.next(node, word[i] ?? 0);
      const piece = node === undefined ? undefined : tree.pieceAt(node);
      if (piece !== undefined) longest = { piece, end: i + 1 };
    }
    if (!longest) return undefined;
    pieces.push(longest.piece);
    from = longest.end;
  }
  return pieces;
}

function findNode(tree: PieceTrie, letters: string): number | undefined {
  let node: number | undefined = tree.root;
  for (const codePoint of toCodePoints(letters)) node = node === undefined ? undefined : tree.next(node, codePoint);
  return node;
}
