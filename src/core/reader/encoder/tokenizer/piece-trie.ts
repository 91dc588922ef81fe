/** All pieces of a vocabulary as a tree of their letters: one walk finds every piece that a word has from one place on. */

export interface PieceTree {
  readonly root: number;
  /** @returns the node after one more letter, or undefined: no piece goes on like this. */
  next(node: number, codePoint: number): number | undefined;
  /** @returns the number of the piece that ends here, if one does. */
  pieceAt(node: number): number | undefined;
}

/** More than there are code points, so that a node and a letter make one number. */
const LETTERS = 0x110000;

/** @param left numbers of pieces that no text shall be read as. */
export function plantPieces(pieces: readonly string[], left: ReadonlySet<number>): PieceTree {
  const edges = new Map<number, number>();
  const ends: (number | undefined)[] = [undefined];
  pieces.forEach((piece, id) => {
    if (left.has(id) || piece === '') return;
    let node = 0;
    for (const letter of piece) {
      const edge = node * LETTERS + (letter.codePointAt(0) ?? 0);
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
    next: (node, codePoint) => edges.get(node * LETTERS + codePoint),
    pieceAt: (node) => ends[node],
  };
}
