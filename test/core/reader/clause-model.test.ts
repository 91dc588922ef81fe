import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { forEachNgram } from '../../../src/core/ml/feature-hashing.ts';
import { loadLinearModel } from '../../../src/core/ml/linear-model.ts';
import { type ClauseWords, extractClauseFeatures } from '../../../src/core/reader/clause-features.ts';
import { wordContributions } from '../../../src/core/reader/clause-model.ts';
import { linearFile } from '../../helpers/linear-model.ts';

const NO_WORDS: ClauseWords = { own: [], heading: [], intro: [], previous: [] };
const WE_TRAIN: ClauseWords = {
  ...NO_WORDS,
  own: ['we', 'may', 'train', 'and', 'train'],
  heading: ['your', 'content'],
};

/** The feature of adjacent words. */
function featureOf(...words: string[]): number {
  let found = -1;
  forEachNgram(words, (feature, from, to) => {
    if (found < 0 && from === 0 && to === words.length) found = feature;
  });
  return found;
}
const [headingFeature = -1] = extractClauseFeatures({ ...NO_WORDS, heading: ['content'] }).context;
const linear = loadLinearModel(
  linearFile({
    outputs: ['major', 'minor', 'train'],
    bias: [-1, 0.5, 0],
    scales: [0.25, 0.5, 1],
    weights: new Map([
      [featureOf('train'), [8, -4, 100]],
      [featureOf('may', 'train'), [2, 0, -127]],
      [featureOf('never'), [-100, 100, -100]],
      [headingFeature, [4, 2, 0]],
    ]),
  }),
);
const MAX_ERROR = 1e-5;

describe('the contributions of words', () => {
  it('share the contribution of an n-gram between its words, and count a repeated feature once', () => {
    const each = 0.25 / Math.sqrt(extractClauseFeatures(WE_TRAIN).own.length);
    const expected = [0, each, each + 8 * each, 0, 0];
    const actual = wordContributions(WE_TRAIN, linear, 0);
    assert.equal(actual.length, expected.length);
    expected.forEach((value, i) => {
      assert.ok(Math.abs((actual[i] ?? Number.NaN) - value) < MAX_ERROR, `${i}: ${actual[i]}, expected ${value}`);
    });
  });

  const CLAUSES: readonly (readonly [what: string, words: ClauseWords])[] = [
    ['with a context', WE_TRAIN],
    ['that repeats a word', { ...NO_WORDS, own: Array.from({ length: 300 }, () => 'train') }],
    ['with opposite words', { ...NO_WORDS, own: ['never', 'may', 'train'], previous: ['we', 'train'] }],
    ['without words', NO_WORDS],
  ];
  for (const [what, words] of CLAUSES) {
    it(`of a clause ${what} sum to its score, with bias and context`, () => {
      const features = extractClauseFeatures(words);
      const withoutWords = linear.scores({ ...features, own: new Uint32Array() });
      linear.scores(features).forEach((score, output) => {
        const contributions = wordContributions(words, linear, output);
        assert.equal(contributions.length, words.own.length);
        const sum = contributions.reduce((total, value) => total + value, 0);
        assert.ok(Math.abs((withoutWords[output] ?? 0) + sum - score) < MAX_ERROR, `${linear.outputs[output]}: ${sum}`);
      });
    });
  }
});
