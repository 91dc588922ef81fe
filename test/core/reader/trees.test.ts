import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { WeightsError } from '../../../src/core/reader/encoder/weights-error.ts';
import { type BoostedTrees, boostedTrees, openTrees } from '../../../src/core/reader/trees.ts';

/** Is the first number at most 1? Then 2. If not, is the second at most 5? Then 3, or else 7. */
const STEPS = { feature: [0, -1, 1, -1, -1], value: [1, 2, 5, 3, 7], below: [1, 0, 3, 0, 0], above: [2, 0, 4, 0, 0] };
const LEAF = { feature: [-1], value: [0.5], below: [0], above: [0] };

describe('boosted trees', () => {
  it('sum up the leaves that a row leads to', () => {
    const score = openTrees({ start: 10, trees: [STEPS, LEAF] }, 2);
    assert.equal(score([1, 0]), 12.5);
    assert.equal(score([1.01, 5]), 13.5);
    assert.equal(score([2, 6]), 17.5);
  });

  const damaged: [string, BoostedTrees['trees'][number]][] = [
    ['leads back', { ...STEPS, above: [0, 0, 4, 0, 0] }],
    ['leads past its end', { ...STEPS, below: [9, 0, 3, 0, 0] }],
    ['asks for a number no row has', { ...STEPS, feature: [0, -1, 2, -1, -1] }],
    ['has lists of different lengths', { ...STEPS, value: [1] }],
  ];
  for (const [what, tree] of damaged) {
    it(`refuses a tree that ${what}`, () => {
      assert.throws(() => openTrees({ start: 0, trees: [LEAF, tree] }, 2), WeightsError);
    });
  }

  it('are read strictly', () => {
    assert.equal(boostedTrees.safeParse({ start: 0, trees: [STEPS] }).success, true);
    assert.equal(boostedTrees.safeParse({ start: Number.NaN, trees: [] }).success, false);
    assert.equal(boostedTrees.safeParse({ start: 0, trees: [{ ...STEPS, extra: 1 }] }).success, false);
  });
});
