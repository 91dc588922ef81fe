import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { ACT_NAMES } from '../../../src/core/reader/acts.ts';
import { NON_NEUTRAL_DIRECTIONS, STATED_POSITIONS } from '../../../src/core/reader/outputs.ts';

const corpus = readFileSync(new URL('../../../training/reader/corpus.py', import.meta.url), 'utf8');
/** The words in the quotes of a list of the Python module. */
const listed = (name: string): string[] => {
  const [, list = ''] = corpus.match(new RegExp(`^${name} = [([]([^)\\]]*)[)\\]]`, 'm')) ?? [];
  return [...list.matchAll(/"([^"]*)"/g)].flatMap(([, words = '']) => words.trim().split(' '));
};

describe('training', () => {
  const SAME = [
    ['acts', 'ACTS', ACT_NAMES],
    ['positions', 'POSITIONS', STATED_POSITIONS],
    ['directions, and neutral last,', 'DIRECTIONS', [...NON_NEUTRAL_DIRECTIONS, 'neutral']],
  ] as const;
  for (const [what, name, names] of SAME) {
    it(`has the ${what} of the program in its order`, () => {
      assert.deepEqual(listed(name), [...names]);
    });
  }
});
