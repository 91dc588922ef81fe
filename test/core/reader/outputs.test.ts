import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { OUTPUTS, type Output, outputIndex } from '../../../src/core/reader/outputs.ts';

describe('the outputs of the clause model', () => {
  it('are two weights, the acts, the positions and the directions, in the order they are trained in', () => {
    const acts =
      'train train-never train-consent train-optout others-train others-never scrape-ban scrape-allow ai-ban ai-label ai-limit ai-allow ' +
      'likeness-ban likeness-use output-yours output-theirs tool automated pay abuse other';
    assert.deepEqual(OUTPUTS, [
      'major',
      'minor',
      ...acts.split(' '),
      'training prohibited',
      'training opt-in',
      'training opt-out',
      'training limited',
      'training permitted',
      'training unclear',
      'direction better',
      'direction worse',
      'direction mixed',
    ]);
  });

  it('are found by their names', () => {
    OUTPUTS.forEach((output, place) => {
      assert.equal(outputIndex(output), place, output);
    });
  });

  it('are no others', () => {
    assert.throws(() => outputIndex('training silent' as Output), /no output training silent/);
  });
});
