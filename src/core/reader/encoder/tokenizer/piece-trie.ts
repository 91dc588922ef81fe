/** All pieces of a vocabulary as a tree of their letters: one walk finds every piece that a word has from one place on. */

export interface PieceTrie {
  readonly root: number;
  /** @returns the node after one more letter, or undefined: no piece goes on like this. */
  next(node: number, codePoint: number): number | undefined;
  /** @returns the number of the piece that ends here, if one does. */
  pieceAt(node: number): number | undefined;
}

/** More than there are code points, so that a node and a letter make one number. */
const CODE_POINT_COUNT = 0x110000;

/** @param excluded numbers of pieces that no text shall be read as. */
export function buildPieceTrie(pieces: readonly string[], excluded: ReadonlySet<number>): PieceTrie {
  const edges = new Map<number, number>();
  const ends: (number | undefined)[] = [undefined];
  pieces.forEach((piece, id) => {
    if (excluded.has(id) || piece === '') return;
    let node = 0;
    for (const letter of piece) {
      const edge = node * CODE_POINT_COUNT + (letter.codePointAt(0) ?? 0);
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
