import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { OUTPUTS, type Output, outputIndex } from '../../../src/core/reader/outputs.ts';

describe('the outputs of the clause model', () => {
  it('are significances, acts, positions and directions, in the order of training', () => {
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

  it('are found by name', () => {
    OUTPUTS.forEach((output, index) => {
      assert.equal(outputIndex(output), index, output);
    });
  });

  it('exclude any other name', () => {
    assert.throws(() => outputIndex('training silent' as Output), /no output training silent/);
  });
});
