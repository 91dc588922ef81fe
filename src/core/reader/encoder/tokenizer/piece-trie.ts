/** A trie over the pieces of a vocabulary: one walk finds every piece that starts at a position. */

export interface PieceTrie {
  readonly root: number;
  /** @returns undefined where no piece continues with this code point. */
  next(node: number, codePoint: number): number | undefined;
  /** @returns the id of the piece that ends here, if one does. */
  pieceAt(node: number): number | undefined;
}

/** Makes one number of a node and a code point. */
const CODE_POINT_COUNT = 0x110000;

/** @param excluded ids of pieces that no text may produce. */
export function buildPieceTrie(pieces: readonly string[], excluded: ReadonlySet<number>): PieceTrie {
  const edges = new Map<number, number>();
  const ends: (number | undefined)[] = [undefined];
  pieces.forEach((piece, id) => {
    if (excluded.has(id) || piece === '') return;
    let node = 0;
    for (const codePoint of toCodePoints(piece)) {
      const edge = node * CODE_POINT_COUNT + codePoint;
      let next = edges.get(edge);
      if (next === undefined) {
        next = ends.push(undefined) - 1;
        edges.set(edge, next);
      }
      node = next;
    }
    ends[node] ??= id;
  });
  return {
    root: 0,
    next: (node, codePoint) => edges.get(node * CODE_POINT_COUNT + codePoint),
    pieceAt: (node) => ends[node],
  };
}

export const toCodePoints = (text: string): number[] => Array.from(text, (char) => char.codePointAt(0) ?? 0);
