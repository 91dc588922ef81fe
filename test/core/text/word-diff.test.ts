import assert from 'node:assert/strict';
import { test } from 'node:test';
import { diffWords } from '../../../src/core/text/word-diff.ts';

const marked = (before: string, after: string) =>
  diffWords(before.split(' '), after.split(' '))
    .map(({ kind, words }) => `${{ kept: '', removed: '-', added: '+' }[kind]}[${words.join(' ')}]`)
    .join(' ');

const ROWS: [before: string, after: string, diff: string][] = [
  ['we may train', 'we may train', '[we may train]'],
  ['we may train', 'we may not train', '[we may] +[not] [train]'],
  ['we may not train', 'we may train', '[we may] -[not] [train]'],
  ['we train on music', 'we learn from music', '[we] -[train on] +[learn from] [music]'],
  ['a b c d e', 'a x c y e', '[a] -[b] +[x] [c] -[d] +[y] [e]'],
  ['a', 'b', '-[a] +[b]'],
];
for (const [before, after, diff] of ROWS) {
  test(`“${before}” → “${after}”`, () => assert.equal(marked(before, after), diff));
}

test('clauses of thousands of words count as replaced', () => {
  const words = (word: string) => Array.from({ length: 20_000 }, (_, i) => `${word}${i}`);
  assert.deepEqual(
    diffWords(words('a'), words('b')).map(({ kind, words: { length } }) => [kind, length]),
    [
      ['removed', 20_000],
      ['added', 20_000],
    ],
  );
});
