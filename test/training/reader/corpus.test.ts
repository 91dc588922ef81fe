import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { ACT_NAMES } from '../../../src/core/reader/acts.ts';
import { NON_NEUTRAL_DIRECTIONS, STATED_POSITIONS } from '../../../src/core/reader/outputs.ts';

const corpus = readFileSync(new URL('../../../training/reader/corpus.py', import.meta.url), 'utf8');
/** The quoted words of a list in the Python module. */
const readPythonList = (name: string): string[] => {
  const [, list = ''] = corpus.match(new RegExp(`^${name} = [([]([^)\\]]*)[)\\]]`, 'm')) ?? [];
  return [...list.matchAll(/"([^"]*)"/g)].flatMap(([, words = '']) => words.trim().split(' '));
};

describe('training/reader/corpus.py', () => {
  const LISTS = [
    ['acts', 'ACTS', ACT_NAMES],
    ['positions', 'POSITIONS', STATED_POSITIONS],
    ['directions, and neutral last,', 'DIRECTIONS', [...NON_NEUTRAL_DIRECTIONS, 'neutral']],
  ] as const;
  for (const [what, name, names] of LISTS) {
    it(`lists the ${what} in the program's order`, () => {
      assert.deepEqual(readPythonList(name), [...names]);
    });
  }
});
