/**
 * Boosted decision trees, as training/reader/verdict.py writes them: a sum of small trees, each of which asks a few numbers of a row
 * whether they are at most so much.
 */
import { z } from 'zod';
import { WeightsError } from './encoder/weights-error.ts';

const whole = z.int().min(0).max(100_000);

/** Node by node; a leaf asks nothing and has a value, every other node leads to two later ones. */
const tree = z.strictObject({
  /** Which number is asked; -1 for a leaf. */
  feature: z.array(z.int().min(-1).max(10_000)).min(1).max(1000),
  /** … whether it is at most this; for a leaf, its value. */
  value: z.array(z.number()),
  /** The node that follows where it is, and where it is not. */
  below: z.array(whole),
  above: z.array(whole),
});

export const boostedTrees = z.strictObject({ start: z.number(), trees: z.array(tree).max(2000) });
export type BoostedTrees = z.infer<typeof boostedTrees>;

/** @returns from a row of finite numbers the log-odds. @throws WeightsError if a tree does not fit together or asks for a number no row has. */
export function openTrees({ start, trees }: BoostedTrees, rowLength: number): (row: readonly number[]) => number {
  trees.forEach((one, at) => {
    if (!fitsTogether(one, rowLength)) throw new WeightsError('shapes', `shapes do not fit: tree ${at}`);
  });
  return (row) => trees.reduce((sum, one) => sum + leafOf(one, row), start);
}

type Tree = z.infer<typeof tree>;

function leafOf({ feature, value, below, above }: Tree, row: readonly number[]): number {
  let node = 0;
  for (;;) {
    const asked = feature[node] ?? -1;
    const bound = value[node] ?? 0;
    if (asked < 0) return bound;
    node = ((row[asked] ?? 0) <= bound ? below[node] : above[node]) ?? 0;
  }
}

/** Every step leads further on, so that every way ends in a leaf. */
function fitsTogether({ feature, value, below, above }: Tree, rowLength: number): boolean {
  const size = feature.length;
  if ([value, below, above].some((list) => list.length !== size)) return false;
  return feature.every((asked, node) => {
    if (asked < 0) return true;
    return asked < rowLength && [below[node], above[node]].every((next = 0) => next > node && next < size);
  });
}
