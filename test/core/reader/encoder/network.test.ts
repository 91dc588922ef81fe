import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { maxInputPieces } from '../../../../src/core/reader/encoder/encoder-header.ts';
import { parseEncoderWeights } from '../../../../src/core/reader/encoder/encoder-weights.ts';
import { createNetwork } from '../../../../src/core/reader/encoder/network.ts';
import { readFixtureWeights } from '../../../helpers/encoder.ts';

describe('the network', () => {
  const weights = parseEncoderWeights(readFixtureWeights('word-piece'));
  const network = createNetwork(weights);
  const longest = maxInputPieces(weights);
  const pieces = (count: number) => Array.from({ length: count }, (_, i) => (i * 7) % weights.architecture.pieces);

  it('gives finite logits for every input length', () => {
    for (let count = 1; count <= longest; count++) {
      for (const clause of [1, Math.ceil(count / 2), count]) {
        assert.ok(network.run(pieces(count), clause).every(Number.isFinite), `${clause} of ${count}`);
      }
    }
  });

  it('depends on the segment and position of a piece', () => {
    const logits = network.run(pieces(12), 6);
    assert.notDeepEqual(network.run(pieces(12), 7), logits);
    assert.notDeepEqual(network.run(pieces(12).with(2, 21).with(3, 14), 6), logits);
  });

  const REFUSED = [
    ['more pieces than the longest input has', longest + 1, 1],
    ['a clause longer than the input', 4, 5],
    ['an empty clause', 4, 0],
    ['an empty input', 0, 0],
  ] as const;
  for (const [what, count, clause] of REFUSED) {
    it(`refuses ${what}`, () => {
      assert.throws(() => network.run(pieces(count), clause), RangeError);
    });
  }
});
