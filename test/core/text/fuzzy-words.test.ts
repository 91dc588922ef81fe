import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { editDistance } from '../../../src/core/platforms/platform-names.ts';
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

describe('near words', () => {
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
    it(`of “${word}” are ${near.join(', ') || 'none'}`, () => {
      assert.deepEqual(findSimilarWords(word, WORDS, 1), near.slice(0, 1));
    });
  }

  it('are those within one letter in five, as the plain distance says', () => {
    for (const word of WORDS) {
      const most = Math.round(word.length * 0.2);
      const plain = word.length < 5 ? [] : WORDS.filter((other) => editDistance(word, other) <= most);
      assert.deepEqual(findSimilarWords(word, WORDS, 100).sort(), plain.sort(), word);
    }
  });
});
