/**
 * WordPiece tokenizer of BERT's uncased models: lower case without accents; words split at spaces, punctuation and Chinese characters;
 * each word cut greedily into the longest pieces, all but the first of which begin with "##".
 */
import { type PieceTrie, toCodePoints } from './piece-trie.ts';

/** Longer words are unknown. */
const MAX_WORD_CHARS = 100;

const CONTROLS = /(?![\t\n\r])[\p{Cc}\p{Cf}\p{Co}\uFFFD]/gu;
const SPACES = /\p{White_Space}+/gu;
/** The blocks that BERT treats as Chinese; kana and Hangul are words like others. */
const CHINESE =
  /[\u3400-\u4DBF\u4E00-\u9FFF\uF900-\uFAFF\u{20000}-\u{2A6DF}\u{2A700}-\u{2B81F}\u{2B920}-\u{2CEAF}\u{2F800}-\u{2FA1F}]/gu;
const ACCENTS = /\p{Mn}/gu;
/** Every ASCII symbol counts as punctuation: $ and + do, € does not. */
const WORDS = /[!-/:-@[-`{-~\p{P}]|[^\s!-/:-@[-`{-~\p{P}]+/gu;

export function createWordPieceTokenizer(trie: PieceTrie, unknown: number): (text: string) => number[] {
  const inner = findNode(trie, '##');
  return (text) =>
    (normaliseText(text).match(WORDS) ?? []).flatMap((word) => segmentWord(toCodePoints(word), trie, inner) ?? unknown);
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
      // Only JavaScript lower-cases Σ to ς at the end of a word.
      .replaceAll('Σ', 'σ')
      .toLowerCase()
  );
}

/** @returns undefined for a word that the pieces do not cover. */
function segmentWord(word: readonly number[], trie: PieceTrie, inner: number | undefined): number[] | undefined {
  if (word.length > MAX_WORD_CHARS) return undefined;
  const pieces: number[] = [];
  for (let from = 0; from < word.length; ) {
    let longest: { piece: number; end: number } | undefined;
    let node = from === 0 ? trie.root : inner;
    for (let i = from; i < word.length && node !== undefined; i++) {
      node = trie.next(node, word[i] ?? 0);
      const piece = node === undefined ? undefined : trie.pieceAt(node);
      if (piece !== undefined) longest = { piece, end: i + 1 };
    }
    if (!longest) return undefined;
    pieces.push(longest.piece);
    from = longest.end;
  }
  return pieces;
}

function findNode(trie: PieceTrie, prefix: string): number | undefined {
  let node: number | undefined = trie.root;
  for (const codePoint of toCodePoints(prefix)) node = node === undefined ? undefined : trie.next(node, codePoint);
  return node;
}
