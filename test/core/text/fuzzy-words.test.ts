import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { findSimilarWords } from '../../../src/core/text/fuzzy-words.ts';

const WORDS = [
  'training',
  'draining',
  'trainings',
  'train',
  'straining',
  'licence',
  'license',
  'lawsuit',
  'voice',
  'music',
];

describe('similar words', () => {
  const rows: [word: string, near: string[]][] = [
    ['trainnig', ['training']],
    ['trainin', ['training']],
    ['lawsiut', []],
    ['licences', ['licence']],
    ['voise', ['voice']],
    ['musi', []],
    ['voi', []],
    ['', []],
  ];
  for (const [word, near] of rows) {
    it(`to “${word}” are ${near.join(', ') || 'none'}`, () => {
      assert.deepEqual(findSimilarWords(word, WORDS, 1), near.slice(0, 1));
    });
  }

  it('may differ by one letter in five', () => {
    assert.deepEqual(findSimilarWords('training', WORDS, 100), ['training', 'draining', 'trainings', 'straining']);
    assert.deepEqual(findSimilarWords('licence', WORDS, 100), ['licence', 'license']);
    assert.deepEqual(findSimilarWords('train', WORDS, 100), ['train']);
    assert.deepEqual(findSimilarWords('music', WORDS, 100), ['music']);
  });
});
